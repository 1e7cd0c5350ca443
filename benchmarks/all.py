"""Every benchmark, into docs/performance.md and its pictures.

    python3 benchmarks/all.py [--here] [--quick]

Installs a wheel into an environment of its own first, so that what is measured is what
people run; ``--here`` measures the interpreter that runs this. ``--quick`` takes fewer
rounds and smaller data, to see whether everything works.
"""

import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

TOP = Path(__file__).parent.parent
PAGE = TOP / "docs" / "performance.md"
PICTURES = TOP / "docs" / "pictures"


def install_and_run(arguments: list[str]) -> int:
    """Measure in a fresh environment that holds a wheel of this folder."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder, "bin", "python"))
        install = [python, "-m", "pip", "install", "--quiet", f"{TOP}[bench]"]
        subprocess.run(install, env=kept, check=True)
        again = [python, __file__, "--here", *arguments]
        return subprocess.run(again, env=kept, check=False).returncode


def measure(quick: bool) -> None:
    """Measure everything, print it, and write it into the page."""
    import answering
    import growth
    import interface
    import pipeline
    import start_up
    from measuring import table

    from hrterm.store.opening import default_path

    rounds = 3 if quick else 21
    with tempfile.TemporaryDirectory() as folder:
        sizes = []
        for substances in growth.SIZES[:2] if quick else growth.SIZES:
            grown = Path(folder, f"{substances}.db")
            sizes.append(growth.measure(substances, grown))
        parts = {
            "machine": machine(),
            "start": table(start_up.measure(rounds)),
            "interface": table(interface.measure(rounds)),
            "interface-grown": table(interface.measure(rounds, ("--db", str(grown)))),
            "questions": table(answering.measure(default_path())),
            "pipeline": table(pipeline.measure(TOP / "data")),
            "growth": growth.table_of(sizes),
        }
    for name, text in parts.items():
        print(f"\n== {name}\n{text}")
    PAGE.write_text(filled(PAGE.read_text("utf-8"), parts), encoding="utf-8")
    for name, drawing in growth.pictures(sizes).items():
        (PICTURES / name).write_text(drawing, encoding="utf-8")


def machine() -> str:
    """What it was measured on."""
    return (
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"{platform.system()} on {platform.machine()}, {os.cpu_count()} processors."
    )


def filled(page: str, parts: dict[str, str]) -> str:
    """The page with new figures between its marks."""
    for name, text in parts.items():
        before, _, rest = page.partition(f"<!-- {name} -->\n")
        after = rest[rest.index("\n<!-- end -->") :]
        page = f"{before}<!-- {name} -->\n{text}{after}"
    return page


if __name__ == "__main__":
    if "--here" in sys.argv:
        measure("--quick" in sys.argv)
    else:
        sys.exit(install_and_run(sys.argv[1:]))
