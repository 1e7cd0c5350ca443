"""Exit codes, errors, options and JSON as the contract fixes them."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from hrterm.cli.main import run
from tests.cli.running import Shell


def test_an_unknown_option_or_command_is_wrong_usage(shell: Shell) -> None:
    for arguments in (
        ("check", "MDMA", "alcohol", "--nope"),
        ("nope",),
        ("check", "MDMA"),
        ("check", "MDMA", "alcohol", "--since", "MDMA=3 moons"),
        ("check", "MDMA", "alcohol", "--since", "zorblaxine=3h"),
        ("check", "MDMA", "alcohol", "--fail-on", "boom"),
        ("show", "MDMA", "--lang", "xx"),
        ("config", "set", "colour", "red"),
    ):
        result = shell(*arguments)
        assert result.code == 2, arguments
        assert result.out == "" and result.err.startswith("hrterm: ")
        assert result.err.count("\n") == 1


def test_errors_are_objects_for_scripts(shell: Shell) -> None:
    result = shell("check", "--json", "MDMA", "alcohol", "--nope")
    assert result.document["kind"] == "error" and result.document["code"] == 2
    assert set(result.document) == {"kind", "code", "message"}


@pytest.mark.parametrize("content", [None, b"", b"hello", b"SQLite format 3\x00" * 100])
def test_a_database_that_cannot_be_used(
    shell: Shell, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "bad.db"
    if content is not None:
        path.write_bytes(content)
    result = shell("check", "MDMA", "alcohol", "--db", str(path))
    assert result.code == 3
    assert result.err.count("\n") == 1 and "Traceback" not in result.err


def test_errors_in_french(shell: Shell) -> None:
    error = shell("check", "MDMA", "alcool", "--fail-on", "x", "--lang", "fr").err
    assert "choix invalide" in error and "Voir" in error


def test_no_json_value_is_null_or_empty_text(shell: Shell) -> None:
    for arguments in (
        ("check", "MDMA", "sertraline", "alcohol"),
        ("show", "ketamine"),
        ("show", "opioid"),
        ("legal", "MDMA"),
        ("claims",),
        ("emergency",),
        ("mechanism", "MDMA"),
        ("mechanism",),
        ("sources",),
        ("matrix", "MDMA", "alcohol"),
        ("search", "keta"),
    ):
        document = shell(*arguments, "--json").document
        assert document["kind"] == arguments[0]
        assert {"language", "edition"} <= set(document)
        empty = [path for path, value in walk(document) if value in (None, "")]
        assert empty == [], arguments


def walk(node: Any, path: str = "") -> list[tuple[str, Any]]:
    if isinstance(node, dict):
        return [
            pair for key, value in node.items() for pair in walk(value, f"{path}.{key}")
        ]
    if isinstance(node, list):
        return [pair for value in node for pair in walk(value, f"{path}[]")]
    return [(path, node)]


def test_a_check_has_every_field(shell: Shell) -> None:
    document = shell("check", "MDMA", "phenelzine", "--json").document
    pair = document["pairs"][0]
    assert {
        "a", "b", "risk", "effect", "order", "basis", "summary", "signs", "advice",
        "timing", "evidence", "verification", "why", "sources",
    } <= set(pair)  # fmt: skip
    assert {
        "id", "basis", "hazard", "subject_a", "subject_b", "risk", "order", "evidence",
        "text", "overruled", "sources",
    } <= set(pair["why"][0])  # fmt: skip
    assert {"risk", "complete", "unknown_pairs", "unresolved_names", "because"} <= set(
        document["combined"]
    )
    assert set(document["labels"]) >= {"mdma", "phenelzine"}


def test_a_name_that_says_when_is_the_same_as_since(shell: Shell) -> None:
    long = shell(
        "check", "phenelzine", "MDMA", "--since", "phenelzine=3d", "--json"
    ).document
    short = shell("check", "phenelzine=3d", "MDMA", "--json").document
    assert short == long and long["pairs"][0]["timing"]
    assert shell("check", "phenelzine=soon", "MDMA").code == 2


def test_since_tells_the_window_and_lowers_nothing(shell: Shell) -> None:
    now = shell("check", "MDMA", "phenelzine", "--json").document
    later = shell(
        "check", "MDMA", "phenelzine", "--since", "phenelzine=3d", "--json"
    ).document
    assert later["combined"]["risk"] == now["combined"]["risk"] == "dangerous"
    windows = {one["window"] for one in later["pairs"][0]["timing"]}
    assert "open" in windows
    past = shell(
        "check", "MDMA", "phenelzine", "--since", "phenelzine=8w", "--json"
    ).document
    assert past["combined"]["risk"] == "dangerous"


@pytest.mark.parametrize(
    "asked",
    [
        ["moclobemide=1h", "Manerix=3w", "mdma"],
        ["moclobemide=3w", "moclobemide", "mdma"],
        ["moclobemide=3w", "mdma", "--since", "moclobemide=1h"],
    ],
)
def test_a_window_never_reads_as_passed_when_something_was_taken_again(
    shell: Shell, asked: list[str]
) -> None:
    pairs = shell("check", *asked, "--json").document["pairs"]
    (mixed,) = [pair for pair in pairs if pair["a"] != pair["b"]]
    assert {one["window"] for one in mixed["timing"] if "wait" in one} == {"open"}


def test_fail_on(shell: Shell) -> None:
    assert shell("check", "MDMA", "phenelzine", "--fail-on", "dangerous").code == 1
    assert shell("check", "MDMA", "sertraline", "--fail-on", "dangerous").code == 0


def test_names_from_stdin_answer_as_json_lines(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("MDMA phenelzine\n\nGHB, alcohol\n"))
    result = shell("check", "-")
    lines = [json.loads(line) for line in result.out.splitlines()]
    assert [line["kind"] for line in lines] == ["check", "check"]


def test_without_a_terminal_it_prints_its_help(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run([], lambda *_: 0) == 2
    assert "commands:" in capsys.readouterr().out


def test_plain_output_holds_no_escape_codes(shell: Shell) -> None:
    for arguments in (("check", "MDMA", "phenelzine"), ("show", "ketamine")):
        assert "\x1b" not in shell(*arguments).out


def test_what_people_type_cannot_drive_the_terminal(shell: Shell) -> None:
    result = shell("check", "\x1b[31mMDMA\x9b2J", "\u202eevil")
    assert "\x1b" not in result.out and "\x9b" not in result.out
    assert "\u202e" not in result.out


def test_lines_fit_into_eighty_columns(shell: Shell) -> None:
    for language in ("en", "fr"):
        for arguments in (
            ("check", "MDMA", "sertraline", "alcohol"),
            ("show", "ketamine"),
            ("legal", "MDMA", "--in", "CA"),
            ("matrix", "MDMA", "alcohol", "ketamine", "GHB"),
        ):
            out = shell(*arguments, "--lang", language).out
            long = [
                line
                for line in out.splitlines()
                if len(line) > 80 and max(map(len, line.split())) < 70
            ]
            assert long == []


def test_settings(shell: Shell) -> None:
    assert shell("config", "set", "language", "fr").code == 0
    assert "Dangereux" in shell("check", "MDMA", "phenelzine", "alcohol").out
    assert shell("config", "set", "place", "ca-qc").code == 0
    assert "CA-QC" in shell("config", "show").out
    assert shell("config", "set", "place", "XX").code == 2
    assert shell("config", "path").out.strip().endswith("settings.json")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_CA.UTF-8"}, "fr-CA"),
        ({"LC_ALL": "fr_FR.UTF-8", "LANG": "en_US.UTF-8"}, "fr-FR"),
        ({"HRTERM_LANG": "fr", "LC_ALL": "en_US.UTF-8"}, "fr"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "broken@@"}, "en"),
        ({"HRTERM_LANG": "zz", "LANG": "fr_FR"}, "fr-FR"),
    ],
)
def test_language_choice(
    shell: Shell,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    language: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert shell("search", "keta", "--json").document["language"] == language


def test_data_tools(shell: Shell, tmp_path: Path) -> None:
    from tests.conftest import ROOT

    data = str(ROOT / "data")
    assert shell("data", "check", data).code == 0
    target = tmp_path / "made.db"
    assert shell("data", "build", data, "-o", str(target)).code == 0
    assert shell("data", "info", "--db", str(target), "--json").code == 0
    assert shell("data", "path").code == 0
    assert shell("data", "check", str(tmp_path / "none")).code == 3
