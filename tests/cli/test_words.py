"""Plain words are read as argparse would read them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrterm.cli.commands import COMMANDS, module_of
from hrterm.cli.parsing import parse
from hrterm.cli.words import read
from tests.test_imports import loaded

PLAIN = [c for c in COMMANDS if c not in {"data", "config", "completion"}]

words = st.one_of(
    st.sampled_from(["--json", "--lang", "--lang=fr", "--db", "--db=x", "-", "fr"]),
    st.sampled_from(["--in", "--", "--fail-on=low", "-x", "--lang=", "--lang=-x"]),
    st.text(max_size=8),
)


@given(st.sampled_from(PLAIN), st.lists(words, max_size=6))
def test_the_same_as_argparse(command: str, arguments: list[str]) -> None:
    found = read(module_of(command), arguments)
    if found is not None:
        assert vars(found) == vars(parse(command, arguments, "en"))


@pytest.mark.parametrize("command", PLAIN)
def test_names_and_common_options_need_no_argparse(command: str) -> None:
    arguments = ["MDMA", "--lang", "fr", "alcohol", "--json", "--db=x.db"]
    assert read(module_of(command), arguments) is not None


@pytest.mark.parametrize(
    "arguments",
    [["--nope"], ["--lang"], ["--lang", "-x"], ["--help"], ["--"], ["-h"], ["--in=CA"]],
)
def test_anything_else_does(arguments: list[str]) -> None:
    assert read(module_of("check"), ["MDMA", *arguments]) is None


def test_commands_with_tools_do() -> None:
    for command in ("data", "config", "completion"):
        assert read(module_of(command), []) is None
    assert read(module_of("check"), []) is None


def test_a_plain_lookup_loads_neither_parser_nor_pager(database: Path) -> None:
    code = "from hrterm.cli.main import run\nrun([*sys.argv[1:]], None)"
    found = loaded(code, "check", "MDMA", "phenelzine", "--db", str(database))
    assert not found & {"argparse", "gettext", "hashlib", "json", "subprocess"}


@pytest.mark.parametrize("arguments", [("--version",), ("completion", "--words", "k")])
def test_what_is_asked_at_each_key_loads_next_to_nothing(
    database: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HRTERM_DB", str(database))
    code = "from hrterm.cli.main import run\nrun([*sys.argv[1:]], None)"
    found = loaded(code, *arguments)
    assert not found & {"argparse", "gettext", "hashlib", "json", "re", "typing"}
