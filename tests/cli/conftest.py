"""The command line on the real edition."""

import os
from pathlib import Path

import pytest

from tests.cli.running import Shell

SOURCE = Path(__file__).parents[2] / "src"


@pytest.fixture
def shell(database: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs commands against the real edition."""
    return Shell(database, capsys)


@pytest.fixture
def surroundings(tmp_path: Path, database: Path) -> dict[str, str]:
    """The environment of a process of its own, on the real edition."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(SOURCE),
        "HRTERM_DB": str(database),
        "HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
    }
