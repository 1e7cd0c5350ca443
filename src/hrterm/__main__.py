"""Where ``hrterm`` and ``python -m hrterm`` begin."""

import sys

from hrterm.cli.main import run


def open_interface(path: str, language: str, settings: dict[str, str]) -> int:
    """Open the terminal interface; Textual is imported only here."""
    from hrterm.tui.app import start

    return start(path, language, settings)


def main() -> int:
    """Answer the command line, or open the interface."""
    return run(sys.argv[1:], open_interface)


if __name__ == "__main__":
    sys.exit(main())
