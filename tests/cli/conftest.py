"""The command line on the real edition."""

from pathlib import Path

import pytest

from tests.cli.running import Shell


@pytest.fixture
def shell(database: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs commands against the real edition."""
    return Shell(database, capsys)
