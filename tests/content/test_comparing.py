"""How answers differ between two editions, and what is refused."""

from itertools import combinations_with_replacement
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from hrterm.content.build import build, checked
from hrterm.content.comparing import (
    Answers,
    Difference,
    compare,
    from_corpus,
    from_database,
)
from hrterm.content.comparing.touching import statements, touched_pairs
from hrterm.content.corpus import Corpus
from hrterm.domain.knowledge import Knowledge
from hrterm.domain.resolve import resolve
from tests.building import DataFolder, fact, text
from tests.domain.generating import Parts, parts

NOTHING = Difference([], [], [], [], {}, ())


def answers(folder: DataFolder) -> Answers:
    found, problems = checked(folder.path)
    assert problems == []
    return from_corpus(found, "en")


def overriding(id_: str) -> list[dict[str, Any]]:
    return [{"id": id_, "reason": text("a trial of this very pair")}]


@pytest.fixture
def before(folder: DataFolder) -> Answers:
    """Alcohol with any opioid is dangerous."""
    folder.family("opioid")
    folder.substance("heroin", classes=["opioid"])
    folder.substance("alcohol", aliases=[{"text": "booze", "type": "street"}])
    folder.pairs("alcohol", dangerous(folder))
    return answers(folder)


def dangerous(folder: DataFolder, **more: Any) -> dict[str, Any]:
    said = folder.statement("alcohol", "opioid", "breathing", "dangerous")
    return {**said, **more}


def milder(folder: DataFolder, **more: Any) -> dict[str, Any]:
    return folder.statement("alcohol", "heroin", "breathing", "caution", **more)


def test_an_edition_does_not_differ_from_itself(corpus: Corpus, database: Path) -> None:
    assert compare(from_corpus(corpus, "en"), from_database(str(database), "en")) == (
        NOTHING
    )


def test_a_dangerous_pair_that_falls_silent_is_refused(
    folder: DataFolder, before: Answers
) -> None:
    folder.pairs("alcohol", folder.statement("alcohol", "heroin", "mind", "unknown"))
    difference = compare(before, answers(folder))
    changes = {(one.a, one.b): one for one in difference.pairs}
    assert set(changes) == {("alcohol", "heroin"), ("alcohol", "opioid")}
    heroin = changes["alcohol", "heroin"]
    assert (heroin.change, heroin.before, heroin.after) == (
        "silent", "dangerous", "unknown",
    )  # fmt: skip
    assert heroin.unexplained == ("alcohol--opioid--breathing",)
    assert difference.is_refused


def test_a_milder_statement_that_overrides_by_name_needs_review_only(
    folder: DataFolder, before: Answers
) -> None:
    by_name = overriding("alcohol--opioid--breathing")
    folder.pairs("alcohol", dangerous(folder), milder(folder, overrides=by_name))
    (change,) = compare(before, answers(folder)).pairs
    assert (change.change, change.after) == ("lowered", "caution")
    assert change.by == change.unreviewed == ("alcohol--heroin--breathing",)
    assert not change.is_refused
    assert compare(before, answers(folder)).lacks_review
    for names, enough in ((["A. One"], False), (["A. One", "B. Two"], True)):
        reviewed = milder(folder, overrides=by_name, reviewed_by=names)
        folder.pairs("alcohol", dangerous(folder), reviewed)
        difference = compare(before, answers(folder))
        assert difference.lacks_review is not enough
        assert not difference.is_refused


def test_an_override_to_unknown_of_a_dangerous_pair_is_refused_all_the_same(
    folder: DataFolder, before: Answers
) -> None:
    silencing = folder.statement(
        "alcohol", "heroin", "breathing", "unknown",
        overrides=overriding("alcohol--opioid--breathing"),
        reviewed_by=["A. One", "B. Two"],
    )  # fmt: skip
    folder.pairs("alcohol", dangerous(folder), silencing)
    difference = compare(before, answers(folder))
    assert difference.is_refused and not difference.lacks_review


def test_a_statement_rated_down_needs_two_reviewers(
    folder: DataFolder, before: Answers
) -> None:
    folder.pairs("alcohol", dangerous(folder, risk="unsafe"))
    assert compare(before, answers(folder)).is_refused
    folder.pairs("alcohol", dangerous(folder, risk="unsafe", reviewed_by=["A. One"]))
    assert compare(before, answers(folder)).is_refused
    two = ["A. One", "B. Two"]
    folder.pairs("alcohol", dangerous(folder, risk="unsafe", reviewed_by=two))
    difference = compare(before, answers(folder))
    assert [one.change for one in difference.pairs] == ["lowered", "lowered"]
    assert not difference.is_refused and not difference.lacks_review


def test_leaving_a_class_silences_what_it_passed_on(
    folder: DataFolder, before: Answers
) -> None:
    folder.substance("heroin")
    difference = compare(before, answers(folder))
    assert [(one.b, one.change) for one in difference.pairs] == [("heroin", "silent")]
    assert difference.is_refused


def test_what_is_raised_or_answered_now_is_welcome(
    folder: DataFolder, before: Answers
) -> None:
    folder.substance("cannabis")
    known = answers(folder)
    folder.pairs(
        "alcohol",
        dangerous(folder),
        folder.statement("alcohol", "cannabis", "sedation", "caution"),
    )
    difference = compare(known, answers(folder))
    assert [(one.change, one.after) for one in difference.pairs] == [
        ("answered", "caution")
    ]
    assert not difference.is_refused
    assert compare(before, known).added == ("cannabis",)


def test_a_grave_hazard_that_goes_unnamed_is_told(folder: DataFolder) -> None:
    folder.substance("cocaine")
    folder.substance("methadone")
    pair = ("cocaine", "methadone")
    breathing = folder.statement(*pair, "breathing", "dangerous")
    rhythm = folder.statement(*pair, "rhythm", "dangerous")
    folder.pairs("cocaine", breathing, rhythm)
    known = answers(folder)
    folder.pairs("cocaine", rhythm)
    (change,) = compare(known, answers(folder)).pairs
    assert (change.change, change.hazards) == ("reason-lost", ("breathing",))


def test_a_lost_name_is_refused_unless_it_is_found_as_a_slip(
    folder: DataFolder,
) -> None:
    def named(*texts: str) -> Answers:
        listed = [{"text": one, "type": "street"} for one in texts]
        folder.substance("mephedrone", aliases=listed)
        return answers(folder)

    known = named("meow meow", "mephedron")
    difference = compare(known, named("meow meow"))
    assert difference.names == [] and not difference.is_refused
    difference = compare(known, named("mephedron"))
    assert [(one.text, one.after) for one in difference.names] == [("meow meow", ())]
    assert difference.is_refused


def test_a_renamed_substance_loses_nothing_while_its_names_lead_on(
    folder: DataFolder, before: Answers
) -> None:
    (folder.path / "substances/heroin.yaml").unlink()
    folder.substance(
        "diamorphine",
        classes=["opioid"],
        aliases=[{"text": "heroin", "type": "street"}],
    )
    difference = compare(before, answers(folder))
    assert difference.gone == {"heroin": "diamorphine"}
    assert difference.names == [] and not difference.is_refused


def test_a_name_that_means_something_else_is_told(
    folder: DataFolder, before: Answers
) -> None:
    folder.substance("alcohol")
    folder.substance("heroin", classes=["opioid"],
                     aliases=[{"text": "booze", "type": "street"}])  # fmt: skip
    (change,) = compare(before, answers(folder)).names
    assert (change.text, change.before, change.after) == (
        "booze", ("alcohol",), ("heroin",),
    )  # fmt: skip


def test_law_and_claims(folder: DataFolder, before: Answers) -> None:
    record = {
        "substance": "heroin", "status": "prohibited", "instrument": "Act",
        "as_of": "2025-01-01", "verification": "unverified", "sources": ["book"],
    }  # fmt: skip
    claim = {
        "statement": text("It is so"), "subjects": ["heroin"], "verdict": "unproven",
        "evidence": "none", "verification": "unverified", "answer": text("Perhaps"),
        "reviewed_on": "2026-11-24",
    }  # fmt: skip

    def law(*records: dict[str, Any]) -> None:
        names = text("Canada", "Canada")
        folder.write("law/ca", {"code": "CA", "names": names, "records": list(records)})

    law(record)
    folder.write("claims/c", claim)
    known = answers(folder)
    law({**record, "as_of": "2026-01-01", "verification": "read"})
    assert compare(known, answers(folder)).law == []
    law({**record, "status": "controlled"})
    folder.write("claims/c", {**claim, "verdict": "contradicted"})
    difference = compare(known, answers(folder))
    (changed,) = difference.law
    assert (changed.substance, changed.jurisdiction) == ("heroin", "CA")
    assert [line.status for line in changed.before + changed.after] == [
        "prohibited", "controlled",
    ]  # fmt: skip
    assert difference.claims == [("c", "unproven", "contradicted")]
    assert not difference.is_refused


def test_wording_alone_changes_no_answer(folder: DataFolder, before: Answers) -> None:
    folder.substance("heroin", classes=["opioid"], risks=[fact("Said otherwise")])
    assert compare(before, answers(folder)) == NOTHING


def test_a_database_says_the_same_as_its_folder(
    folder: DataFolder, before: Answers, tmp_path: Path
) -> None:
    build(folder.path, tmp_path / "old.db")
    stored = from_database(str(tmp_path / "old.db"), "en")
    assert compare(before, stored) == NOTHING
    folder.pairs("alcohol", dangerous(folder, risk="caution"))
    assert compare(stored, answers(folder)).pairs == (
        compare(before, answers(folder)).pairs
    )


@given(parts(overriding=True), parts(overriding=True))
@settings(max_examples=100, deadline=None)
def test_every_pair_that_answers_differently_is_touched(
    one: Parts, other: Parts
) -> None:
    old, new = plain(one.known()), plain(other.known())
    touched = set(touched_pairs(old, new))
    for pair in combinations_with_replacement(sorted(old.subjects), 2):
        if resolve(*pair, old) != resolve(*pair, new):
            assert pair in touched


def plain(known: Knowledge) -> Knowledge:
    """The same with classes that are asked about themselves only."""
    subjects = {
        id_: one._replace(is_class=False) for id_, one in known.subjects.items()
    }
    rules = (known.mechanism_rules, known.stacking_rules)
    return Knowledge(subjects, statements(known), *rules)
