"""Where ``hrterm`` and ``python -m hrterm`` begin."""

import gc
import sys

from hrterm.cli.main import run

# Loading modules makes many objects and no garbage: with Python's own threshold a
# lookup would spend a fifteenth of its time looking for some.
gc.set_threshold(50_000)


def open_interface(path: str, language: str, settings: dict[str, str]) -> int:
    """Open the terminal interface; Textual is imported only here."""
    from hrterm.tui.starting import start

    return start(path, language, settings)


def main() -> int:
    """Answer the command line, or open the interface."""
    code = run(sys.argv[1:], open_interface)
    gc.disable()  # nor need the interpreter look for any on its way out
    return code


if __name__ == "__main__":
    sys.exit(main())
