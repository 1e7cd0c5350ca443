"""What the audit points at, and the figures that the README carries."""

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrterm.cli.commands.data_tools.audit import figures
from hrterm.content.auditing import Audit, audit, counted
from hrterm.content.auditing.assertions import assertions
from hrterm.content.auditing.dates import months_old
from hrterm.content.auditing.readme import BEGIN, END, NoMarksError, with_figures
from hrterm.content.auditing.translations import translations, write_record
from hrterm.content.build import checked
from hrterm.content.corpus import Corpus
from tests.building import DataFolder, fact, support, text
from tests.conftest import ROOT

TODAY = "2026-11-25"


def read(folder: DataFolder) -> Corpus:
    found, problems = checked(folder.path)
    assert problems == []
    return found


def audited(folder: DataFolder, today: str = TODAY) -> Audit:
    return audit(read(folder), folder.path, today)


def record(**more: Any) -> dict[str, Any]:
    return {
        "substance": "mdma",
        "status": "prohibited",
        "instrument": "An act",
        "verification": "unverified",
        "sources": ["book"],
        **more,
    }


def place(folder: DataFolder, *records: dict[str, Any], **more: Any) -> None:
    names = text("Canada", "Canada")
    content = {"code": "CA", "names": names, "records": list(records), **more}
    folder.write("law/ca", content)


@pytest.mark.parametrize(
    ("date", "months"),
    [
        ("2026-11-25", 0),
        ("2026-10-26", 0),
        ("2026-10-25", 1),
        ("2025-11-25", 12),
        ("2025-11", 11),
        ("2025", 10),
        ("2027-01-01", 0),
    ],
)
def test_an_age_counts_from_the_last_day_a_date_can_mean(
    date: str, months: int
) -> None:
    assert months_old(date, TODAY) == months


@given(st.dates(), st.dates())
def test_nothing_gets_younger(one: Any, other: Any) -> None:
    earlier, later = sorted((one, other))
    day = "9999-12-28"
    assert months_old(str(earlier), day) >= months_old(str(later), day)


def test_old_and_undated_law_is_due_and_past_law_is_not(folder: DataFolder) -> None:
    folder.substance("mdma")
    place(
        folder,
        record(as_of="2025-11-26"),
        record(as_of="2025-10-24"),
        record(),
        record(to="2020-01-01"),
    )
    found = audited(folder).due
    assert [(one.kind, one.date, one.months) for one in found] == [
        ("law", "", 0),
        ("law", "2025-10-24", 13),
    ]
    assert found[1].place.path == "data/law/ca.yaml"


def test_sheets_are_due_later_than_law(folder: DataFolder) -> None:
    folder.substance("old", reviewed_on="2024-10-01")
    folder.family("group", reviewed_on="2024-10-01")
    assert [one.id for one in audited(folder).due] == ["old"]


def test_what_nobody_read_is_listed_with_its_place(folder: DataFolder) -> None:
    read_fact = fact("It can kill", **support("limited", "read", "paper"))
    folder.substance("mdma", risks=[fact("It may kill"), read_fact])
    (found,) = audited(folder).unverified
    assert (found.kind, found.owner) == ("substance", "mdma")
    assert found.place.path == "data/substances/mdma.yaml"
    assert found.place.line > 1


def test_sources_without_locator_and_retracted_ones(folder: DataFolder) -> None:
    folder.substance("mdma", risks=[fact("It may kill")])
    found = {one.id: one for one in audited(folder).sources}
    assert next(iter(found)) == "gone"
    assert found["book"].cited == 1 and not found["book"].locatable
    assert "paper" not in found


def test_a_sheet_is_thin_unless_it_or_its_classes_say_enough(
    folder: DataFolder,
) -> None:
    folder.write("emergencies/card", {
        "title": text("Card"), "rank": 1,
        "heard": {"en": ["not breathing"], "fr": ["respire pas"]},
        "signs": [fact("a")], "steps": [fact("b")],
        "reviewed_on": TODAY,
    })  # fmt: skip
    span = {"low": 1, "high": 2}
    own = {
        "effects": [fact("e")],
        "duration": [{"route": "oral", "total": span, **support()}],
        "mechanisms": [folder.mechanism("sert", "releaser")],
    }
    passed_on = {
        "risks": [fact("r")], "reduce_harm": [fact("h")], "danger_signs": [fact("d")],
        "emergency": ["card"],
    }  # fmt: skip
    folder.family("group", **passed_on)
    folder.substance("full", classes=["group"], **own)
    folder.substance("thin", **own)
    (found,) = audited(folder).thin
    assert found.id == "thin"
    assert found.needed == ("risks", "reduce_harm", "danger_signs", "emergency")


def test_unknown_pairs_come_by_how_often_people_would_ask(
    folder: DataFolder,
) -> None:
    names = [{"text": f"name {n}", "type": "street"} for n in range(4)]
    folder.substance("talked-about", aliases=names)
    folder.substance("heard-of", aliases=names[:0])
    folder.substance("rare", kind="food")
    folder.pairs("rare", folder.statement("rare", "talked-about", "other", "caution"))
    found = audited(folder).unknown
    assert [(one.a, one.b) for one in found] == [
        ("heard-of", "talked-about"),
        ("heard-of", "rare"),
    ]
    assert found[0].weight > found[1].weight and not found[0].looked_into


def test_the_coverage_of_a_small_folder(folder: DataFolder) -> None:
    folder.family("opioid")
    read_fact = fact("It can kill", **support("limited", "read", "paper"))
    for id_ in ("codeine", "heroin"):
        folder.substance(id_, classes=["opioid"], kind="medicine", risks=[read_fact])
    folder.substance(
        "alcohol",
        aliases=[{"text": "booze", "type": "street", "regions": ["CA", "US"]}],
    )
    folder.pairs(
        "alcohol",
        folder.statement("alcohol", "opioid", "breathing", "unsafe"),
        folder.statement("alcohol", "heroin", "breathing", "dangerous"),
    )
    place(
        folder, record(substance="alcohol", as_of="2026-06"), record(substance="heroin")
    )
    found = counted(read(folder), TODAY)
    assert found.substances == {"medicine": 2, "drug": 1}
    assert found.names.total == 9
    assert found.names.by_language == {"en": 4, "fr": 4, "-": 1}
    assert found.names.by_region == {"CA": 1, "US": 1}
    assert (found.pairs.total, found.pairs.rated) == (3, 2)
    assert found.pairs.by_basis == {"class": 1, "direct": 1, "none": 1}
    assert found.statements.by_verification == {"unverified": 4, "read": 2}
    assert found.statements.without_locator == 4
    (canada,) = found.law
    assert (canada.records, canada.fresh, canada.undated) == (2, 1, 1)
    assert (canada.newest, canada.oldest) == ("2026-06", "2026-06")


def test_every_assertion_of_the_real_data_is_counted_once(corpus: Corpus) -> None:
    found = list(assertions(corpus))
    assert len({(one.kind, one.place, one.owner) for one in found}) == len(found)
    assert {one.kind for one in found} == {
        "substance", "class", "interaction", "rule", "claim", "law", "service",
        "protection", "emergency",
    }  # fmt: skip
    pairs = counted(corpus, TODAY).pairs
    assert pairs.total == len(list(combinations(corpus.substances, 2)))
    assert sum(pairs.by_basis.values()) == sum(pairs.by_risk.values()) == pairs.total


# --- translations ------------------------------------------------------------


def lagging(folder: DataFolder) -> list[tuple[str, str]]:
    state = translations(read(folder), folder.path)
    assert state.recorded
    return [(one.language, one.changed) for one in state.lagging]


def summary(folder: DataFolder, en: str, fr: str, id_: str = "mdma") -> None:
    folder.substance(id_, summary={"en": en, "fr": fr})


def test_a_text_that_changed_in_one_language_lags_in_the_other(
    folder: DataFolder,
) -> None:
    summary(folder, "One.", "Un.")
    assert not translations(read(folder), folder.path).recorded
    write_record(read(folder), folder.path)
    assert lagging(folder) == []
    summary(folder, "Two.", "Un.")
    assert lagging(folder) == [("fr", "en")]
    summary(folder, "One.", "Deux.")
    assert lagging(folder) == [("en", "fr")]
    summary(folder, "Two.", "Deux.")
    assert lagging(folder) == []
    write_record(read(folder), folder.path)
    assert lagging(folder) == []


def test_a_text_that_moved_or_is_used_again_does_not_lag(folder: DataFolder) -> None:
    summary(folder, "One.", "Un.")
    write_record(read(folder), folder.path)
    (folder.path / "substances/mdma.yaml").unlink()
    summary(folder, "One.", "Un.", "lsd")
    assert lagging(folder) == []
    summary(folder, "A single one.", "Un.", "mda")
    assert lagging(folder) == []


def test_a_third_language_is_told_what_it_lacks(folder: DataFolder) -> None:
    told = {"en": "One.", "fr": "Un.", "fr-CA": "Une.", "es": "Uno."}
    file = folder.substance("mdma", summary=told)
    state = translations(read(folder), folder.path)
    assert state.languages == ("en", "es", "fr")
    lacking = {one.language for one in state.lacking}
    assert lacking == {"es"} and len(state.lacking) == state.texts - 1
    write_record(read(folder), folder.path)
    file.write_text(file.read_text().replace("One.", "Two.").replace("Un.", "Deux."))
    assert sorted(lagging(folder)) == [("es", "en"), ("fr-CA", "en")]


def test_the_record_is_no_part_of_the_data_and_may_be_damaged(
    folder: DataFolder,
) -> None:
    from hrterm.content.build import data_hash

    summary(folder, "One.", "Un.")
    before = data_hash(folder.path)
    write_record(read(folder), folder.path)
    assert data_hash(folder.path) == before
    (folder.path / "TRANSLATED").write_bytes(b"\xff\x00 nonsense\n\n a b c d")
    assert not translations(read(folder), folder.path).recorded


# --- the README --------------------------------------------------------------


def test_figures_go_between_the_two_marks_and_nowhere_else() -> None:
    before = f"# Title\n\n{BEGIN}\nold\n{END}\nrest\n"
    after = with_figures(before, "- new\n")
    assert after == f"# Title\n\n{BEGIN}\n\n- new\n\n{END}\nrest\n"
    assert with_figures(after, "- new\n") == after
    for wrong in ("no marks", f"{END} {BEGIN}", BEGIN, f"{BEGIN}{BEGIN}{END}{END}"):
        with pytest.raises(NoMarksError):
            with_figures(wrong, "x")


def test_the_readme_carries_the_figures_of_the_data(corpus: Corpus) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert with_figures(readme, figures(corpus)) == readme, (
        "run: hrterm data audit --readme README.md"
    )


def test_the_figures_do_not_depend_on_the_day_or_language(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hrterm.i18n import activate, language

    folder.substance("mdma")
    place(folder, record(as_of="2026-06-14"))
    found = read(folder)
    english = figures(found)
    activate("fr")
    assert figures(found) == english
    assert language() == "fr"


def test_an_audit_reads_and_never_writes(folder: DataFolder) -> None:
    folder.substance("mdma")
    audited(folder)
    assert not (folder.path / "TRANSLATED").exists()
    assert Path("TRANSLATED").exists() is False
