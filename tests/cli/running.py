"""Runs a command line in this process, as the shell would."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from hrterm.cli.main import run


class Result(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """stdout as one JSON object."""
        return json.loads(self.out)


class Shell:
    """Runs commands against one database."""

    def __init__(self, database: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.database = database
        self._capture = capture

    def __call__(self, *arguments: str) -> Result:
        given = list(arguments)
        if "--db" not in given:
            given += ["--db", str(self.database)]
        code = run(given, lambda *_: 0)
        out, err = self._capture.readouterr()
        return Result(code, out, err)
