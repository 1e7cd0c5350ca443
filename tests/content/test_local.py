"""An organisation's own additions: checked, marked, and never a lowered risk."""

import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrterm.content.build import build
from hrterm.content.comparing import compare, from_database
from hrterm.content.local import AdditionsError, add, has_additions
from hrterm.content.local.reading import FILES
from hrterm.content.problems import DataError
from hrterm.domain.risk import badness
from hrterm.store.library import Library
from hrterm.store.opening import open_database
from tests.building import DataFolder, text
from tests.conftest import ROOT

SUPPORT = {"evidence": "limited", "verification": "read", "sources": ["local-log"]}


class LocalFolder:
    """Writes an organisation's files; they hold unless told otherwise."""

    def __init__(self, path: Path, id_: str = "team") -> None:
        self.path = path
        path.mkdir()
        self.write("local", {"id": id_, "name": "The Team", "reviewed_on": "2026-11"})
        source = {"type": "database", "title": "Our log", "year": 2026}
        self.write("sources", {"local-log": source})

    def write(self, name: str, content: Any) -> None:
        made = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (self.path / f"{name}.yaml").write_text(made, "utf-8")

    def names(self, **subjects: str) -> None:
        listed = [{"text": name, "subject": id_} for name, id_ in subjects.items()]
        self.write("names", listed)

    def alert(self, **more: Any) -> None:
        said = text("It held a nitazene.", "Elle contenait un nitazène.")
        alert = {"subject": "heroin", "place": "Lyon", "date": "2026-11-18",
                 "text": said, **SUPPORT, **more}  # fmt: skip
        self.write("alerts", [alert])

    def service(self, **more: Any) -> None:
        service = {"place": "FR", "kind": "help-line", "number": "04",
                   "label": text("Drop-in", "Accueil"), "verification": "read",
                   "sources": ["local-log"], **more}  # fmt: skip
        self.write("services", [service])


@pytest.fixture
def team(tmp_path: Path) -> LocalFolder:
    return LocalFolder(tmp_path / "team")


@pytest.fixture
def base(folder: DataFolder, tmp_path: Path) -> Path:
    """A small edition."""
    folder.family("opioid", aliases=[{"text": "downer", "type": "street"}])
    folder.substance("heroin", classes=["opioid"],
                     aliases=[{"text": "brown sugar", "type": "street"}])  # fmt: skip
    folder.substance("fentanyl", classes=["opioid"])
    folder.substance("caffeine", kind="food")
    folder.substance("alcohol")
    folder.pairs(
        "alcohol",
        folder.statement("alcohol", "opioid", "breathing", "dangerous"),
        folder.statement("alcohol", "caffeine", "mind", "low"),
    )
    folder.write("law/fr", {"code": "FR", "names": text("France", "France")})
    path = tmp_path / "base.db"
    build(folder.path, path)
    return path


def added(team: LocalFolder, base: Path) -> Path:
    target = base.with_name("with.db")
    add([team.path], base, target)
    return target


def problems(team: LocalFolder, base: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        added(team, base)
    assert not base.with_name("with.db").exists()
    assert list(base.parent.glob(".hrterm-*")) == []
    return [str(problem) for problem in caught.value.problems]


def test_everything_is_found_and_marked_as_local(team: LocalFolder, base: Path) -> None:
    team.service(address="rue X")
    team.alert()
    note = {"text": text("It means heroin here.", "Cela désigne l’héroïne."), **SUPPORT}
    name = {"text": "bidulette", "subject": "heroin", "language": "fr",
            "regions": ["FR"], "note": note}  # fmt: skip
    team.write("names", [name])
    path = added(team, base)
    with Library(str(path), "fr") as library:
        match = library.match("Bidulette")
        assert (match.status, match.id) == ("found", "heroin")
        sheet = library.sheet("heroin")
        (alias,) = (a for a in sheet.aliases if "bidulette" in a.text)
        assert alias.text == "bidulette [local\u00a0: The Team]"
        first, *_, last = [fact.text for fact in sheet.section("adulterants")]
        assert first == (
            "[local\u00a0: The Team] Lyon, 2026-11-18\u00a0: "
            "Elle contenait un nitazène."
        )
        assert last == "[local\u00a0: The Team] Cela désigne l’héroïne."
        (service,) = library.services("FR")
        assert service.label == "[local\u00a0: The Team] Accueil, rue X"
        assert [hit.id for hit in library.search("nitazène")] == ["heroin"]
        assert [hit.id for hit in library.search("bidul")] == ["heroin"]
        (source,) = library.sources(["local-log"])
        assert source.title == "[local: The Team] Our log"
    connection = open_database(str(path))
    row = connection.execute("SELECT value FROM meta WHERE key = 'local'").fetchone()
    assert row == ("team\tThe Team\t2026-11",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_every_row_that_it_brings_carries_the_mark(
    team: LocalFolder, base: Path
) -> None:
    team.service()
    team.alert()
    team.names(bidulette="heroin")
    path = added(team, base)
    before, after = (sqlite3.connect(one) for one in (base, path))
    for sql in (
        "SELECT text FROM text",
        "SELECT text FROM alias",
        "SELECT title FROM source",
    ):
        new = set(after.execute(sql)) - set(before.execute(sql))
        assert new and all("[local" in row[0] for row in new), sql
    new = set(after.execute("SELECT source FROM citation")) - set(
        before.execute("SELECT source FROM citation")
    )
    assert new == {("local-log",)}
    before.close()
    after.close()


def test_the_same_additions_give_the_same_bytes(team: LocalFolder, base: Path) -> None:
    team.alert()
    first = added(team, base).read_bytes()
    assert added(team, base).read_bytes() == first
    hashes = [
        dict(open_database(str(path)).execute("SELECT * FROM meta"))["data_hash"]
        for path in (base, base.with_name("with.db"))
    ]
    assert hashes[0] != hashes[1]


spellings = st.text("abcdefghinorstuwx -é", min_size=1, max_size=14)
subjects = st.sampled_from(["heroin", "fentanyl", "caffeine", "alcohol", "opioid"])
typed = ["heroin", "herion", "fentanyl", "fentanil", "fent", "caffeine", "brown sugar",
         "opioids", "downer", "alcohol", "alcohl"]  # fmt: skip


@given(st.dictionaries(spellings | st.sampled_from(typed), subjects, max_size=4))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_names_whatever_lower_what_anyone_is_told(
    team: LocalFolder, base: Path, names: dict[str, str]
) -> None:
    """Whatever was found before is found after, so the worst risk does not fall."""
    team.names(**names)
    try:
        path = added(team, base)
    except DataError:
        return
    with Library(str(base)) as old, Library(str(path)) as new:
        for query in (*typed, *names):
            was, now = old.match(query), new.match(query)
            before = {one.id for one in was.candidates} | {was.id} - {""}
            after = {one.id for one in now.candidates} | {now.id} - {""}
            assert before <= after, query
            if before:
                assert worst(new, after) >= worst(old, before)


def worst(library: Library, ids: set[str]) -> int:
    return max(badness(library.resolve(id_, "alcohol").risk) for id_ in ids)


def test_a_file_beside_the_new_edition_is_not_touched(
    team: LocalFolder, base: Path
) -> None:
    beside = base.with_name("with.db.part")
    beside.write_text("mine")
    path = added(team, base)
    assert beside.read_text() == "mine"
    plain = base.with_name("plain")
    plain.touch()
    assert path.stat().st_mode == plain.stat().st_mode


def test_every_answer_stays(team: LocalFolder, base: Path) -> None:
    team.service()
    team.alert()
    team.names(bidulette="heroin")
    before, after = (from_database(str(p), "en") for p in (base, added(team, base)))
    difference = compare(before, after)
    assert not any((difference.pairs, difference.law, difference.claims))
    assert difference.names == []


def test_an_edition_that_would_answer_otherwise_is_thrown_away(
    team: LocalFolder, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even if a mistake in the merging let a milder statement through."""
    from hrterm.content.local.merging import merge

    def careless(additions: Any, source: Path, target: Path) -> None:
        merge(additions, source, target)
        from hrterm.content.writing import seal
        from hrterm.store.opening import SEAL_BYTES

        target.write_bytes(target.read_bytes()[:-SEAL_BYTES])
        connection = sqlite3.connect(target)
        connection.execute("UPDATE statement SET risk = 'caution'")
        connection.commit()
        connection.close()
        seal(target)

    monkeypatch.setattr("hrterm.content.local.merge", careless)
    target = base.with_name("with.db")
    target.write_bytes(b"what was there")
    with pytest.raises(AdditionsError) as caught:
        add([team.path], base, target)
    assert caught.value.code == "changes-answers"
    assert target.read_bytes() == b"what was there"
    assert list(base.parent.glob(".hrterm-*")) == []


@pytest.mark.parametrize(
    ("name", "subject", "leads"),
    [
        ("heroin", "caffeine", "caffeine, heroin"),
        ("Brown-Sugar", "caffeine", "caffeine, heroin"),
        ("fentanil", "caffeine", "caffeine, fentanyl"),
        ("fen", "caffeine", "caffeine, fentanyl"),
        ("downers", "caffeine", "caffeine, opioid"),
    ],
)
def test_a_name_that_leads_elsewhere_must_keep_leading_there(
    team: LocalFolder, base: Path, name: str, subject: str, leads: str
) -> None:
    team.names(**{name: subject})
    (found,) = problems(team, base)
    assert found.startswith("team/names.yaml:1:9: error:")
    assert f"leads to {leads}: list it in ambiguous.yaml" in found
    team.write("ambiguous", [{"text": name, "candidates": leads.split(", ")}])
    with Library(str(added(team, base))) as library:
        match = library.match(name)
        assert match.status == "ambiguous"
        assert {one.id for one in match.candidates} >= set(leads.split(", "))


def test_the_same_rules_as_for_the_data(team: LocalFolder, base: Path) -> None:
    team.alert(subject="heroine", evidence="strong")
    team.service(place="FRA", kind="emergency", number=None)
    team.names(okay="nobody")
    found = problems(team, base)
    told = "\n".join(found)
    assert "team/alerts.yaml:1:12: error: there is no substance or class 'heroine'. "
    assert "Did you mean 'heroin'?" in told
    assert "'emergency' is not one of" in told and "is not a region" in told
    assert "there is no substance or class 'nobody'" in told
    assert "evidence is at most `limited`" in told


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("sources", {"log": {"type": "database", "title": "x"}}, "call it 'local-log'"),
        ("sources", {"local-log": {"type": "paper", "title": "x",
                                   "status": "retracted"}}, "was retracted"),
        ("services", [{"place": "FR", "kind": "help-line", "label": text("x"),
                       "verification": "read", "sources": ["local-log"]}],
         "needs a `number` to call or an `address`"),
        ("services", [{"place": "DE", "kind": "help-line", "label": text("x"),
                       "number": "1", "verification": "read",
                       "sources": ["local-log"]}], "there is no place 'DE'"),
        ("interactions", [], "is no file of an organisation's own additions"),
        ("local", {"id": "x", "name": "x"}, "reviewed_on: is missing"),
        ("names", [{"text": "¿?", "subject": "heroin"}], "holds no letter"),
        ("alerts", [{"subject": "heroin", "place": "x", "date": "2026",
                     "text": text("x"), "evidence": "limited",
                     "verification": "unverified", "sources": ["local-log"]}],
         "at most `theoretical`"),
        ("alerts", [{"subject": "heroin", "place": "x", "date": "2026",
                     "text": text("x"), "evidence": "limited",
                     "verification": "read", "sources": ["gone"]}],
         "'gone' was retracted"),
    ],
)  # fmt: skip
def test_what_is_refused(
    team: LocalFolder, base: Path, file: str, content: Any, says: str
) -> None:
    team.write(file, content)
    assert any(says in line for line in problems(team, base))


def test_there_is_no_place_for_a_rating(team: LocalFolder, base: Path) -> None:
    for key in ("risk", "overrides", "hazards", "status", "records"):
        team.alert(**{key: "low"})
        assert f"{key}: is not a key" in problems(team, base)[0]


def test_a_folder_without_local_yaml(team: LocalFolder, base: Path) -> None:
    (team.path / "local.yaml").unlink()
    assert "hrterm data new local" in problems(team, base)[0]


def test_two_organisations_at_once_and_none_twice(
    team: LocalFolder, base: Path, tmp_path: Path
) -> None:
    other = LocalFolder(tmp_path / "other")
    target = base.with_name("with.db")
    with pytest.raises(DataError, match="is also the id of team"):
        add([team.path, other.path], base, target)
    other.write("local", {"id": "other", "name": "Others", "reviewed_on": "2026"})
    source = {"type": "press", "title": "Theirs"}
    other.write("sources", {"local-theirs": source})
    add([team.path, other.path], base, target)
    assert has_additions(str(target))
    with pytest.raises(AdditionsError) as caught:
        add([team.path], target, base.with_name("more.db"))
    assert caught.value.code == "over-additions"


def test_the_examples_in_the_documentation_hold(
    team: LocalFolder, database: Path, tmp_path: Path
) -> None:
    """Every file that docs/local.md shows, over the real edition."""
    page = (ROOT / "docs/local.md").read_text("utf-8")
    shown = dict(re.findall(r"## ([a-z]+\.yaml)\n.*?```yaml\n(.*?)```", page, re.S))
    assert set(shown) == set(FILES)
    for name, content in shown.items():
        (team.path / name).write_text(content, "utf-8")
    target = tmp_path / "with.db"
    add([team.path], database, target)
    with Library(str(target)) as library:
        assert library.match("bidulette").id == "3-mmc"
