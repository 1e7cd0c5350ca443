"""``hrterm data new, watch, diff, audit, schema, export, add`` from the shell."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hrterm.cli.commands.data_tools import watch
from hrterm.content.build import build
from tests.building import DataFolder, text
from tests.cli.running import Result, Shell

TOOLS = ("new", "watch", "diff", "audit", "schema", "export", "add")


@pytest.fixture
def small(folder: DataFolder) -> DataFolder:
    """Two substances that are dangerous together."""
    folder.substance("alcohol", aliases=[{"text": "booze", "type": "street"}])
    folder.substance("heroin")
    pair(folder, "dangerous")
    return folder


def pair(folder: DataFolder, risk: str, **more: Any) -> None:
    folder.pairs(
        "alcohol", folder.statement("alcohol", "heroin", "breathing", risk, **more)
    )


@pytest.fixture
def copy(small: DataFolder, tmp_path: Path) -> Path:
    """The folder as it was."""
    return Path(shutil.copytree(small.path, tmp_path / "before"))


def plain(result: Result) -> str:
    assert "Traceback" not in result.err and "Traceback" not in result.out
    return " ".join(result.out.split())


# --- diff --------------------------------------------------------------------


def test_no_difference_is_answered(shell: Shell, small: DataFolder, copy: Path) -> None:
    result = shell("data", "diff", str(copy), str(small.path))
    assert result.code == 0
    assert "Nothing that people are told has changed." in plain(result)


def test_a_silenced_danger_is_refused_for_people_and_scripts(
    shell: Shell, small: DataFolder, copy: Path
) -> None:
    (small.path / "interactions/alcohol.yaml").unlink()
    result = shell("data", "diff", str(copy), str(small.path))
    assert result.code == 1
    assert "Dangerous → Unknown" in plain(result)
    found = shell("data", "diff", str(copy), str(small.path), "--json").document
    assert found["kind"] == "data-diff" and found["refused"] is True
    (one,) = found["pairs"]
    assert one["change"] == "silent" and one["refused"] is True
    assert one["unexplained"] == ["alcohol--heroin--breathing"]
    assert found["labels"] == {"alcohol": "alcohol", "heroin": "heroin"}


def test_two_reviewers_are_asked_for_only_when_told(
    shell: Shell, small: DataFolder, copy: Path
) -> None:
    small.family("opioid")
    small.substance("heroin", classes=["opioid"])
    wide = small.statement("alcohol", "opioid", "breathing", "dangerous")
    small.pairs("alcohol", wide)
    shutil.rmtree(copy)
    shutil.copytree(small.path, copy)
    near = small.statement(
        "alcohol", "heroin", "breathing", "unsafe",
        overrides=[{"id": wide["id"], "reason": text("a trial")}],
    )  # fmt: skip
    small.pairs("alcohol", wide, near)
    asked = ("data", "diff", str(copy), str(small.path))
    result = shell(*asked)
    assert result.code == 0 and "needs 2 reviewers" in plain(result)
    assert shell(*asked, "--two-reviewers").code == 1
    small.pairs("alcohol", wide, {**near, "reviewed_by": ["A. One", "B. Two"]})
    assert shell(*asked, "--two-reviewers").code == 0


def test_folders_databases_and_packs_are_compared(
    shell: Shell, small: DataFolder, copy: Path, tmp_path: Path
) -> None:
    from hrterm.editions import packs

    (small.path / "EDITION").write_text("2026.11")
    old = tmp_path / "old.db"
    build(small.path, old)
    packs.save(packs.make(str(old)), str(tmp_path / "old.hrterm"), None)
    small.substance("alcohol")
    for before in (copy, old, tmp_path / "old.hrterm"):
        result = shell("data", "diff", str(before), str(small.path))
        assert result.code == 1, before
        assert "“booze” meant alcohol" in plain(result)


def test_a_difference_as_markdown_and_in_french(
    shell: Shell, small: DataFolder, copy: Path
) -> None:
    pair(small, "unsafe")
    result = shell("data", "diff", str(copy), str(small.path), "--markdown")
    assert result.out.startswith("# What changed in the answers\n")
    assert "Dangerous → Unsafe" in result.out
    result = shell("data", "diff", str(copy), str(small.path), "--lang", "fr")
    assert "Dangereux → Risqué" in plain(result)


def test_a_long_list_is_bounded(shell: Shell, small: DataFolder, copy: Path) -> None:
    for number in range(9):
        small.substance(f"new-{number}")
    result = shell("data", "diff", str(copy), str(small.path), "--limit", "2")
    assert "and 7 more" in plain(result)


@pytest.mark.parametrize("content", [None, b"", b"hello", b"PK\3\4", b"\0" * 300])
def test_what_cannot_be_compared_is_one_sentence(
    shell: Shell, small: DataFolder, tmp_path: Path, content: bytes | None
) -> None:
    bad = tmp_path / "bad"
    if content is not None:
        bad.write_bytes(content)
    for pair_of in ((str(bad), str(small.path)), (str(small.path), str(bad))):
        result = shell("data", "diff", *pair_of)
        assert result.code == 3 and result.out == ""
        assert result.err.count("\n") == 1 and "Traceback" not in result.err


def test_a_folder_that_does_not_hold_is_not_compared(
    shell: Shell, small: DataFolder, copy: Path
) -> None:
    small.substance("lsd", kind="drugg")
    result = shell("data", "diff", str(copy), str(small.path))
    assert result.code == 3 and "Did you mean 'drug'?" in result.err


# --- audit -------------------------------------------------------------------


def test_an_audit_for_people_scripts_and_pages(shell: Shell, small: DataFolder) -> None:
    small.substance("old", reviewed_on="2020-01-01")
    asked = ("data", "audit", str(small.path), "--on", "2026-11-25")
    result = shell(*asked)
    assert result.code == 0
    told = plain(result)
    assert "COVERAGE ON 25 NOVEMBER 2026" in told
    assert "old: 1 January 2020; 82 months ago (data/substances/old.yaml:" in told
    found = shell(*asked, "--json").document
    assert found["kind"] == "data-audit"
    assert found["due"][0]["id"] == "old" and found["due"][0]["months"] == 82
    assert set(found) == {
        "kind", "language", "coverage", "due", "unverified", "sources", "thin",
        "unknown", "translations",
    }  # fmt: skip
    assert shell(*asked, "--markdown").out.startswith("# Audit of the data\n")
    assert "82 months ago" in plain(shell(*asked, "--due"))
    assert "COVERAGE" not in shell(*asked, "--due").out
    only = shell(*asked, "--translations", "--json").document
    assert set(only) == {"kind", "language", "translations"}


def test_a_record_of_translations_is_written_when_asked(
    shell: Shell, small: DataFolder
) -> None:
    asked = ("data", "audit", str(small.path))
    assert "No record says" in plain(shell(*asked, "--translations"))
    assert shell(*asked, "--record").code == 0
    told = plain(shell(*asked, "--translations"))
    assert "Texts that changed in one language only: 0" in told


def test_figures_in_a_readme(shell: Shell, small: DataFolder, tmp_path: Path) -> None:
    from hrterm.content.auditing.readme import BEGIN, END

    readme = tmp_path / "README.md"
    readme.write_text(f"# X\n{BEGIN}\n{END}\n")
    asked = ("data", "audit", str(small.path), "--readme", str(readme))
    assert plain(shell(*asked)).startswith("Written: ")
    assert "- **Substances** 2" in readme.read_text()
    assert plain(shell(*asked)).startswith("Unchanged: ")
    readme.write_text("nothing")
    assert shell(*asked).code == 3
    readme.unlink()
    assert shell(*asked).code == 3


def test_an_audit_of_data_that_does_not_hold(shell: Shell, small: DataFolder) -> None:
    small.substance("heroin", kind="drugg")
    result = shell("data", "audit", str(small.path))
    assert result.code == 1 and "error:" in result.out


@pytest.mark.parametrize(
    "wrong", [("--on", "soon"), ("--limit", "0"), ("--limit", "x")]
)
def test_wrong_usage_of_the_audit(
    shell: Shell, small: DataFolder, wrong: tuple[str, str]
) -> None:
    assert shell("data", "audit", str(small.path), *wrong).code == 2


# --- new ---------------------------------------------------------------------


def test_new_writes_adds_and_never_overwrites(shell: Shell, small: DataFolder) -> None:
    here = ("-d", str(small.path))
    result = shell("data", "new", "substance", "zopirone", *here)
    path = small.path / "substances/zopirone.yaml"
    assert result.code == 0 and path.exists()
    held = path.read_text("utf-8")
    again = shell("data", "new", "substance", "zopirone", *here)
    assert again.code == 3 and path.read_text("utf-8") == held
    pairs = small.path / "interactions/alcohol.yaml"
    before = pairs.read_text("utf-8")
    assert shell("data", "new", "interaction", "heroin--alcohol", *here).code == 0
    assert pairs.read_text("utf-8").startswith(before)
    assert shell("data", "new", "interaction", "heroin--alcohol", *here).code == 3
    listed = shell("data", "check", str(small.path)).out
    assert "summary > en: is empty" in listed


def test_new_for_an_organisation_goes_beside_the_data(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = shell("data", "new", "local", "our-team")
    assert result.code == 0 and "hrterm data add our-team" in plain(result)
    assert (tmp_path / "our-team/local.yaml").exists()
    assert shell("data", "new", "substance", "x").code == 3


@pytest.mark.parametrize(
    ("kind", "id_"),
    [
        ("substance", "Bad Id"),
        ("interaction", "one"),
        ("law", "France"),
        ("thing", "x"),
    ],
)
def test_new_with_what_is_no_id(
    shell: Shell, small: DataFolder, kind: str, id_: str
) -> None:
    result = shell("data", "new", kind, id_, "-d", str(small.path))
    assert result.code == 2 and result.err.count("\n") == 1


# --- schema, export ----------------------------------------------------------


def test_schemas(shell: Shell, tmp_path: Path) -> None:
    listed = shell("data", "schema")
    assert listed.code == 0 and "substance" in listed.out
    one = shell("data", "schema", "claim").document
    assert one["title"] == "hrterm: claim"
    assert shell("data", "schema", "-o", str(tmp_path / "s")).code == 0
    assert json.loads((tmp_path / "s/law.json").read_text())["title"] == "hrterm: law"
    assert "databases" in shell("data", "schema", "datasette").document
    assert shell("data", "schema", "nope").code == 2
    blocked = tmp_path / "file"
    blocked.write_text("x")
    assert shell("data", "schema", "-o", str(blocked / "s")).code == 3


def test_an_export(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "out"
    result = shell("data", "export", "-o", str(target), "--format", "csv")
    assert result.code == 0
    assert (target / "v_pairs.csv").read_text("utf-8").startswith("id,language,a,")
    found = shell("data", "export", "-o", str(target), "--json").document
    assert "v_law.json" in found["files"] and (target / "v_law.json").exists()
    assert shell("data", "export", "--db", str(tmp_path / "nope")).code == 3


# --- watch -------------------------------------------------------------------


def test_watch_tells_problems_and_changes_until_it_is_stopped(
    shell: Shell, small: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    moves: Iterator[Callable[[], object]] = iter(
        [
            lambda: None,
            lambda: small.substance("lsd", kind="drugg"),
            lambda: (small.path / "substances/lsd.yaml").unlink(),
            lambda: pair(small, "caution"),
        ]
    )

    def act(_seconds: float) -> None:
        move = next(moves, None)
        if move is None:
            raise KeyboardInterrupt
        move()
        later = next(clock)
        for path in small.path.rglob("*.yaml"):
            os.utime(path, ns=(later, later))

    clock = iter(range(10**18, 10**18 + 10))
    monkeypatch.setattr(watch, "pause", act)
    result = shell("data", "watch", str(small.path))
    told = plain(result)
    assert result.code == 0
    assert told.startswith("No problem. Watching ")
    assert "Did you mean 'drug'?" in told and "1 problem." in told
    assert told.count("Nothing that people are told has changed.") == 2
    assert "alcohol and heroin: Dangerous → Caution" in told


def test_watch_says_nothing_while_nothing_changes(
    shell: Shell, small: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses = iter([None, None, None])

    def act(_seconds: float) -> None:
        if next(pauses, "end") == "end":
            raise KeyboardInterrupt

    monkeypatch.setattr(watch, "pause", act)
    result = shell("data", "watch", str(small.path), "--json")
    (line,) = result.out.splitlines()
    assert json.loads(line)["kind"] == "data-watch"
    assert json.loads(line)["problems"] == []


def test_wrong_usage_of_watch(shell: Shell, tmp_path: Path) -> None:
    assert shell("data", "watch", str(tmp_path / "nope")).code == 3
    assert shell("data", "watch", str(tmp_path), "--every", "0").code == 2


# --- add ---------------------------------------------------------------------


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """An organisation with one phone line."""
    made = tmp_path / "team"
    made.mkdir()
    (made / "local.yaml").write_text("id: team\nname: Team\nreviewed_on: 2026-11\n")
    (made / "sources.yaml").write_text("local-log: {type: database, title: Log}\n")
    (made / "services.yaml").write_text(
        "- {place: FR, kind: help-line, label: {en: Line, fr: Ligne}, number: '04', "
        "verification: read, sources: [local-log]}\n"
    )
    return made


def test_add_writes_a_database(shell: Shell, team: Path, tmp_path: Path) -> None:
    target = tmp_path / "with.db"
    result = shell("data", "add", str(team), "-o", str(target))
    assert result.code == 0 and "no risk was changed" in plain(result)
    told = shell("emergency", "--in", "FR", "--db", str(target), "--json").document
    own = [one for one in told["numbers"] if one["jurisdiction"] == "FR"]
    labels = [one["label"] for one in own]
    assert labels[-1] == "[local: Team] Line"
    again = shell("data", "add", str(team), "--db", str(target), "-o", str(target))
    assert again.code == 3 and "--db" in again.err


def test_add_installs_replaces_and_can_be_rolled_back(
    team: Path,
    database: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from hrterm.cli.main import run

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    for module in (
        "store.opening", "cli.databases", "editions.current", "editions.going_back"
    ):  # fmt: skip
        name = f"hrterm.{module}.default_path"
        monkeypatch.setattr(name, lambda: str(database))

    def told(*arguments: str) -> str:
        assert run(list(arguments), lambda *_: 0) == 0
        return capsys.readouterr().out

    def lines() -> list[str]:
        numbers = json.loads(told("emergency", "--in", "FR", "--json"))["numbers"]
        return [one["number"] for one in numbers if "[local" in one["label"]]

    assert lines() == []
    told("data", "add", str(team))
    assert lines() == ["04"]
    services = team / "services.yaml"
    services.write_text(services.read_text().replace("'04'", "'05'"))
    told("data", "add", str(team))
    assert lines() == ["05"]
    told("data", "rollback")
    assert lines() == []


def test_add_prints_problems_and_installs_nothing(
    shell: Shell, team: Path, tmp_path: Path
) -> None:
    (team / "names.yaml").write_text("- {text: heroin, subject: caffeine}\n")
    target = tmp_path / "with.db"
    result = shell("data", "add", str(team), "-o", str(target))
    assert result.code == 1 and "list it in ambiguous.yaml" in result.out
    assert not target.exists()
    assert shell("data", "add", str(tmp_path / "nope")).code == 3
    assert shell("data", "add", str(team), "-o", str(team / "x" / "y.db")).code == 1
    unwritable = tmp_path / "file"
    unwritable.write_text("x")
    (team / "names.yaml").unlink()
    assert shell("data", "add", str(team), "-o", str(unwritable / "x.db")).code == 3


@pytest.mark.parametrize("tool", TOOLS)
def test_every_tool_has_help(shell: Shell, tool: str) -> None:
    result = shell("data", tool, "--help")
    assert result.code == 0 and f"hrterm data {tool}" in result.out
