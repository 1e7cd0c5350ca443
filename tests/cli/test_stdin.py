"""``check -``: lines of names in, lines of JSON out."""

import io
import json
import subprocess
import sys
from typing import Any

import pytest

from hrterm.cli.commands.check import MAX_LINE
from tests.cli.answers import ANSWERS, ERROR, HEAD, faults
from tests.cli.running import Shell


@pytest.fixture
def ask(shell: Shell, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Answers and exit code for what stands on stdin."""

    def answer(content: bytes, *arguments: str) -> tuple[list[Any], int]:
        stdin = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")
        monkeypatch.setattr("sys.stdin", stdin)
        result = shell("check", "-", *arguments)
        assert result.err == ""
        return [json.loads(line) for line in result.out.splitlines()], int(result.code)

    return answer


def test_each_line_is_answered_by_one_line(ask) -> None:  # type: ignore[no-untyped-def]
    lines, code = ask(b"MDMA phenelzine\nGHB, alcohol\n\nketamine\tXanax alcohol")
    assert code == 0
    assert [[name["query"] for name in line["names"]] for line in lines] == [
        ["MDMA", "phenelzine"],
        ["GHB", "alcohol"],
        ["ketamine", "Xanax", "alcohol"],
    ]
    for line in lines:
        assert list(faults(line, HEAD | ANSWERS["check"])) == []


@pytest.mark.parametrize(
    ("content", "queries"),
    [
        ("St John's wort, MDMA", ["St John's wort", "MDMA"]),
        (" , MDMA ,, alcohol , ", ["MDMA", "alcohol"]),
        ("MDMA\r\n", ["MDMA"]),
        ("wine=30 min ketamine", ["wine", "ketamine"]),
        ("\ufeffMDMA alcohol", ["\ufeffMDMA", "alcohol"]),
        ("kétamine alcool", ["kétamine", "alcool"]),
        ("MDMA\x00 \x1b[31malcohol", ["MDMA\x00", "\x1b[31malcohol"]),
    ],
)
def test_how_a_line_is_read(ask, content: str, queries: list[str]) -> None:  # type: ignore[no-untyped-def]
    lines, _ = ask(content.encode())
    assert [name["query"] for name in lines[0]["names"]] == queries


@pytest.mark.parametrize("content", [b"", b"\n", b"\n\n  \n", b",,,\n", b"\r\n"])
def test_nothing_asked_nothing_answered(ask, content: bytes) -> None:  # type: ignore[no-untyped-def]
    assert ask(content) == ([], 0)


def test_the_exit_code_is_the_worst(ask) -> None:  # type: ignore[no-untyped-def]
    assert ask(b"MDMA alcohol\nMDMA zorblaxine\nMDMA GHB\n")[1] == 1
    assert ask(b"MDMA alcohol\n", "--fail-on", "caution")[1] == 1
    assert ask(b"MDMA alcohol\n", "--fail-on", "dangerous")[1] == 0
    many = b" ".join(b"abcdefghijklmnopqrstuvwxyz"[i : i + 1] for i in range(26))
    assert ask(b"MDMA zorblaxine\n" + many + b"\nMDMA GHB\n")[1] == 2


def test_a_bad_line_is_an_error_and_the_rest_goes_on(ask) -> None:  # type: ignore[no-untyped-def]
    many = ", ".join(["MDMA"] * 25).encode()
    huge = b"x" * (5 * MAX_LINE)
    lines, code = ask(
        b"\n".join([b"MDMA alcohol", many, huge, b"\xff\xfe alcohol", b"MDMA GHB"])
    )
    kinds = [line["kind"] for line in lines]
    assert (kinds, code) == (["check", "error", "error", "check", "check"], 2)
    for line in lines[1:3]:
        assert list(faults(line, ERROR)) == []
    assert lines[3]["names"][0]["query"] == "\ufffd\ufffd"


def test_a_line_as_long_as_is_borne(ask) -> None:  # type: ignore[no-untyped-def]
    content = b"MDMA," + b"x" * (MAX_LINE - 7)
    lines, code = ask(content + b"\nMDMA alcohol\n")
    assert [line["kind"] for line in lines] == ["check", "check"]
    assert code == 1


def test_times_and_language_hold_for_every_line(ask) -> None:  # type: ignore[no-untyped-def]
    lines, _ = ask(
        b"MDMA phenelzine\nMDMA alcohol\n", "--since", "phenelzine=3d", "--lang", "fr"
    )
    assert {line["language"] for line in lines} == {"fr"}
    assert any("elapsed" in one for one in lines[0]["pairs"][0]["timing"])


def test_wrong_times_are_told_before_anything_is_read(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert shell("check", "-", "--since", "keta=x").code == 2


def test_a_line_is_answered_as_soon_as_it_has_come(shell: Shell) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "hrterm", "check", "-", "--db", str(shell.database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None and process.stdout is not None
    for names in ("MDMA alcohol", "GHB alcohol"):
        process.stdin.write(names + "\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        assert [name["query"] for name in answer["names"]] == names.split()
    process.stdin.close()
    assert process.wait() == 0
    process.stdout.close()


def test_a_dash_among_names_is_a_name(shell: Shell) -> None:
    assert shell("check", "-", "MDMA").code == 1
