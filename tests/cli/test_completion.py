"""Completion: what is offered, and what real shells make of the scripts."""

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from hrterm.cli.main import run
from hrterm.cli.shells.outline import outlines
from hrterm.cli.shells.scripts import SHELLS, script
from hrterm.domain.naming import fold
from hrterm.store.completing import continued
from tests.cli.running import Shell
from tests.cli.terminals import type_into


@pytest.fixture
def offered(
    database: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> object:
    """Asks as a shell does: word by description."""
    monkeypatch.setenv("HRTERM_DB", str(database))

    def ask(typed: str, *kinds: str) -> dict[str, str]:
        assert run(["completion", "--words", typed, *kinds], lambda *_: 0) == 0
        lines = capsys.readouterr().out.splitlines()
        return dict(line.split("\t") for line in lines)

    return ask


def test_names_of_every_sort_are_offered(offered, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    assert offered("ketal")["ketalar"] == "ketamine"
    assert offered("spec")["special k"] == "ketamine"
    assert offered("kéta")["kétamine"] == "ketamine"
    assert "St John's wort" in offered("St J")
    monkeypatch.setenv("LANG", "fr_CA.UTF-8")
    assert offered("xana")["xanax"] == "alprazolam"
    assert offered("héro")["héroïne"] == "héroïne"


@pytest.mark.parametrize("typed", ["k", "Ké", "2cb", "2c-", "special ", "MD", "st j"])
def test_an_offer_goes_on_from_what_was_typed(offered, typed: str) -> None:  # type: ignore[no-untyped-def]
    words = offered(typed)
    assert words
    assert all(word.startswith(typed) for word in words)


def test_slips_and_plurals_are_matched_but_not_offered(offered, library) -> None:  # type: ignore[no-untyped-def]
    assert library.match("benzodiazepiness").status != "unknown"
    assert "benzodiazepiness" not in offered("benzodiazep")


def test_other_kinds_are_offered_by_id(offered) -> None:  # type: ignore[no-untyped-def]
    assert offered("ca-", "jurisdiction") == {
        "ca-bc": "British Columbia", "ca-on": "Ontario", "ca-qc": "Quebec"
    }  # fmt: skip
    assert "CA-BC" in offered("CA", "jurisdiction")
    assert "opioid-overdose" in offered("opi", "emergency")
    assert "mu-opioid" in offered("mu", "target")
    assert offered("mithoefer", "source")
    assert offered("mdma-71", "claim")


def test_nothing_typed_offers_what_things_are_called(offered, library) -> None:  # type: ignore[no-untyped-def]
    assert set(offered("")) == {
        name for kind in ("substance", "class") for _, name in library.listing(kind)
    }


@pytest.mark.parametrize("typed", ["-", "--fa", "zzzzz", "\x00", "%", "'", "a" * 5000])
def test_what_names_nothing_offers_nothing(offered, typed: str) -> None:  # type: ignore[no-untyped-def]
    assert offered(typed) == {}


def test_bytes_that_are_no_text_offer_nothing(offered) -> None:  # type: ignore[no-untyped-def]
    for kind in ("subject", "source"):
        assert offered(os.fsdecode(b"\xff"), kind) == {}


@pytest.mark.parametrize("content", [None, b"", b"hello", b"SQLite format 3\x00" * 99])
def test_without_a_database_nothing_is_offered_and_nothing_is_said(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    content: bytes | None,
) -> None:
    path = tmp_path / "bad.db"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setenv("HRTERM_DB", str(path))
    assert run(["completion", "--words", "keta"], lambda *_: 0) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("typed", "name", "word"),
    [
        ("keta", "kétamine", "ketamine"),
        ("KETA", "kétamine", "KETAmine"),
        ("2cb", "2C-B-FLY", "2cb-fly"),
        ("special ", "special K", "special k"),
        ("oestra", "œstradiol", "oestradiol"),
        ("o", "œstradiol", ""),
        ("St J", "St John's wort", "St John's wort"),
    ],
)
def test_a_name_goes_on_letter_by_letter(typed: str, name: str, word: str) -> None:
    assert continued(typed, fold(typed), name) == word


def test_every_command_and_option_is_in_the_outline(shell: Shell) -> None:
    for one in outlines():
        if not one.path or one.path[:2] == ("config", "set"):
            continue
        help_text = shell(*one.path, "--help").out
        for option in one.options:
            assert all(flag in help_text for flag in option.flags)
        assert one.help


# --- in real shells ------------------------------------------------------------------


@pytest.fixture
def home(tmp_path: Path, database: Path) -> Path:
    """A home with a program called hrterm, and the scripts."""
    program = tmp_path / "bin" / "hrterm"
    program.parent.mkdir()
    source = Path(__file__).parents[2] / "src"
    program.write_text(
        "#!/bin/sh\n"
        f"PYTHONPATH='{source}' HRTERM_DB='{database}' "
        f"exec '{sys.executable}' -m hrterm \"$@\"\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    for shell in SHELLS:
        (tmp_path / f"script.{shell}").write_text(script(shell), encoding="utf-8")
    return tmp_path


def surroundings(home: Path) -> dict[str, str]:
    return {
        "HOME": str(home),
        "PATH": f"{home / 'bin'}:{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
    }


needs = {
    shell: pytest.mark.skipif(shutil.which(shell) is None, reason=f"no {shell} here")
    for shell in SHELLS
}

LINES = [
    ("hrterm chec", "hrterm check "),
    ("hrterm check ketala", "hrterm check ketalar "),
    ("hrterm check special\\ k", "hrterm check special\\ k "),
    ("hrterm check 'St John", "hrterm check 'St John'\\''s wort' "),
    ("hrterm check MDMA --fail-on d", "hrterm check MDMA --fail-on dangerous "),
    ("hrterm check --since keta=3h ketala", "hrterm check --since keta=3h ketalar "),
    ("hrterm check MDMA --since ketala", "hrterm check MDMA --since ketalar="),
    ("hrterm legal --in=ca-b", "hrterm legal --in=ca-bc "),
    ("hrterm legal MDMA --in ca-b", "hrterm legal MDMA --in ca-bc "),
    ("hrterm config set la", "hrterm config set language "),
    ("hrterm config set place ca-b", "hrterm config set place ca-bc "),
    ("hrterm data che", "hrterm data check "),
    ("hrterm emergency opioid-o", "hrterm emergency opioid-overdose "),
    ("hrterm --lang fr check ketala", "hrterm --lang fr check ketalar "),
    ("hrterm completion fi", "hrterm completion fish "),
]


@pytest.mark.parametrize("shell", [pytest.param(s, marks=needs[s]) for s in SHELLS])
def test_a_script_is_correct_for_its_shell(home: Path, shell: str) -> None:
    run = subprocess.run(
        [shell, "-n", str(home / f"script.{shell}")], capture_output=True, text=True
    )
    assert (run.returncode, run.stderr) == (0, "")


@needs["bash"]
def test_bash_completes(home: Path) -> None:
    typed = type_into(
        ["bash", "--norc", "--noprofile", "-i"],
        surroundings(home),
        [f"source {home}/script.bash"],
        [line for line, _ in LINES],
    )
    assert typed == [expected for _, expected in LINES]


@needs["zsh"]
def test_zsh_completes(home: Path) -> None:
    typed = type_into(
        ["zsh", "-f", "-i"],
        surroundings(home),
        [
            "unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -D",
            f"source {home}/script.zsh",
        ],
        [line for line, _ in LINES],
    )
    assert typed == [expected for _, expected in LINES]


@needs["fish"]
def test_fish_completes(home: Path) -> None:
    def offers(line: str) -> dict[str, str]:
        run = subprocess.run(
            ["fish", "--no-config", "-c",
             f"source {home}/script.fish; complete -C $argv", line],
            env=surroundings(home), capture_output=True, text=True, check=True,
        )  # fmt: skip
        rows = (row.partition("\t") for row in run.stdout.splitlines())
        return {word: what for word, _, what in rows}

    assert "check" in offers("hrterm che")
    assert offers("hrterm check ketala") == {"ketalar": "ketamine"}
    assert "special k" in offers('hrterm check "spec')
    assert "special k" in offers("hrterm check special\\ ")
    assert set(offers("hrterm check a --fail-on ")) == {
        "dangerous", "unsafe", "caution", "low", "unknown"
    }  # fmt: skip
    assert "--since=ketalar=" in offers("hrterm check --since=ketala")
    assert set(offers("hrterm legal MDMA --in ca-")) == {"ca-bc", "ca-on", "ca-qc"}
    assert "language" in offers("hrterm config set ")
    assert set(offers("hrterm config set language ")) >= {"en", "fr"}
    assert "--fail-on" not in offers("hrterm data check --")
    assert "--since" in offers("hrterm check MDMA --")
    assert set(offers("hrterm completion ")) == set(SHELLS)


@needs["bash"]
def test_bash_asks_the_program_that_was_called(home: Path) -> None:
    (home / "bin" / "hrterm").rename(home / "other-hrterm")
    code = f"""
        source {home}/script.bash
        compopt() {{ :; }}
        COMP_WORDS=({home}/other-hrterm check ketala) COMP_CWORD=2
        _hrterm
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    run = subprocess.run(["bash", "-c", code], capture_output=True, text=True)
    assert run.stdout.split() == ["ketalar"], run.stderr


@pytest.mark.parametrize(
    ("shell", "place"),
    [
        ("bash", ".local/share/bash-completion/completions/hrterm"),
        ("zsh", ".local/share/zsh/site-functions/_hrterm"),
        ("fish", ".config/fish/completions/hrterm.fish"),
    ],
)
def test_a_script_is_installed_at_home(
    shell: str,
    place: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "FPATH", "ZDOTDIR",
                 "BASH_COMPLETION_USER_DIR"):  # fmt: skip
        monkeypatch.delenv(name, raising=False)
    assert run(["completion", shell, "--install"], lambda *_: 0) == 0
    out = capsys.readouterr().out
    path = tmp_path / place
    assert str(path) in out.replace("\n", "")
    assert path.read_text(encoding="utf-8") == script(shell)
    assert ("fpath=" in out) == (shell == "zsh")


def test_zsh_uses_a_folder_of_ones_own_that_it_looks_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "functions"
    own.mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("FPATH", f"/usr/share/zsh/functions:{own}")
    assert run(["completion", "zsh", "--install"], lambda *_: 0) == 0
    assert (own / "_hrterm").exists()
    assert "fpath=" not in capsys.readouterr().out


@pytest.mark.parametrize("folder", ["a b", "it's", "$(touch x)", "a;b", "`x`", "é"])
def test_the_line_for_the_start_up_file_is_one_word_to_the_shell(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    folder: str,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / folder))
    monkeypatch.delenv("FPATH", raising=False)
    assert run(["completion", "zsh", "--install", "--json"], lambda *_: 0) == 0
    line = json.loads(capsys.readouterr().out)["add"]
    inside = line.removeprefix("fpath=(").removesuffix(" $fpath)")
    place = str(tmp_path / folder / "zsh" / "site-functions")
    told = subprocess.run(
        ["sh", "-c", f"printf '%s\\n' {inside}"], cwd=tmp_path,
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout == f"{place}\n"
    assert not (tmp_path / "x").exists()


def test_an_installation_that_fails_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    assert run(["completion", "fish", "--install"], lambda *_: 0) == 3
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and "cannot be written" in err
