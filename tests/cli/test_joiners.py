"""Words and signs that only join two names are no names."""

import io
import json

import pytest

from tests.cli.running import Shell


@pytest.mark.parametrize("command", ["check", "matrix", "handout"])
@pytest.mark.parametrize(
    "typed",
    [
        ["mdma", "+", "ghb"],
        ["mdma", "and", "ghb"],
        ["mdma", "et", "ghb"],
        ["mdma", "avec", "ghb"],
        ["mdma", "with", "ghb"],
        ["mdma", "plus", "ghb"],
        ["mdma", "&", "ghb"],
        ["mdma,", "ghb"],
        ["mdma, ghb"],
    ],
)
def test_two_names_are_two(shell: Shell, command: str, typed: list[str]) -> None:
    result = shell(command, *typed, "--json")
    assert result.code == 0
    assert [name["id"] for name in result.document["names"]] == ["mdma", "ghb"]


def test_what_is_one_name_stays_one(shell: Shell) -> None:
    typed = ["buprenorphine and naloxone", "Nurofen", "Plus", "alcohol"]
    names = shell("check", *typed, "--json").document["names"]
    assert [name["query"] for name in names] == [
        "buprenorphine and naloxone",
        "Nurofen Plus",
        "alcohol",
    ]


def test_lines_from_stdin(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "mdma and ghb\ncoke, alcool et G\nLSD-25,1,4-BDO\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    answers = [json.loads(one) for one in shell("check", "-").out.splitlines()]
    assert [[name["query"] for name in one["names"]] for one in answers] == [
        ["mdma", "ghb"],
        ["coke", "alcool", "G"],
        ["LSD-25", "1,4-BDO"],
    ]


def test_joiners_alone_are_no_names(shell: Shell) -> None:
    assert shell("check", "mdma", "+").code == 2
    assert shell("check", "+", ",").code == 2
