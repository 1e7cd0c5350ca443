"""Whatever stands on the command line: an exit code, never a traceback."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrterm.cli.commands import COMMANDS
from tests.cli.answers import ERROR, faults
from tests.cli.running import Shell

LOOKUPS = [name for name in COMMANDS if name not in {"data", "config", "completion"}]
OPTIONS = [
    "--json", "--lang", "--lang=fr", "--lang=", "--db=", "--in", "--in=CA", "--since",
    "--since=MDMA=3h", "--since==", "--fail-on", "--fail-on=low", "--format",
    "--format=txt",
    "--help", "-h", "--version", "--", "-", "---", "-x", "--=", "--data",
]  # fmt: skip
NAMES = [
    "MDMA", "G", "ketamine 50 mg", "opioid", "zorblaxine", "CA-BC", "fr", "3h", "md",
    "", " ", "2C-B", "%s", "%(prog)s", "{name}", "*", '"', "'", "\x00", "\x1b[31m",
    "\udcff", "\u202e", "\U0010ffff", "ﬁ", "\u0131", "ß" * 50, "a" * 3000,
    "NULL", "OR 1=1", "a_b", "\u19b0", "\U0001e910",
]  # fmt: skip

words = st.one_of(
    st.sampled_from(OPTIONS),
    st.sampled_from(NAMES),
    st.text(st.characters(codec=None), max_size=12),
)


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever might be written is written here."""
    monkeypatch.chdir(tmp_path)


@given(st.sampled_from(LOOKUPS), st.lists(words, max_size=6))
@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_lookup(shell: Shell, command: str, arguments: list[str]) -> None:
    given_ = [command, "--db", str(shell.database), *arguments]
    result = shell(*given_)
    assert result.code in {0, 1, 2, 3}
    for stream in (result.out, result.err):
        assert not {"\x1b", "\x9b", "\u202e", "\x00"} & set(stream)
    if result.code in {2, 3}:
        assert result.err.startswith("hrterm: ") and result.err.count("\n") == 1
    else:
        assert result.err == "" and result.out
    before = given_[: given_.index("--")] if "--" in given_ else given_
    if "--json" in before and not {"--help", "-h"} & set(given_):
        document = json.loads(result.out)
        if result.code in {2, 3}:
            assert list(faults(document, ERROR)) == []
        else:
            assert document["kind"] == command


@given(st.lists(words, max_size=5))
@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_anything(shell: Shell, arguments: list[str]) -> None:
    result = shell(*arguments)
    assert result.code in {0, 1, 2, 3}
    assert "\x1b" not in result.out + result.err


@given(
    st.sampled_from(["config", "completion"]),
    st.lists(st.one_of(words, st.sampled_from(["set", "show", "place", "bash"])),
             max_size=4),
)  # fmt: skip
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_settings_and_scripts(shell: Shell, command: str, arguments: list[str]) -> None:
    assert shell(command, *arguments).code in {0, 2, 3}


@given(st.lists(st.text(max_size=8), max_size=4))
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_what_a_shell_asks(shell: Shell, arguments: list[str]) -> None:
    os.environ["HRTERM_DB"] = str(shell.database)
    try:
        result = shell("completion", "--words", *arguments)
    finally:
        del os.environ["HRTERM_DB"]
    assert result.code == 0 and result.err == ""
    assert all(line.count("\t") == 1 for line in result.out.splitlines())
