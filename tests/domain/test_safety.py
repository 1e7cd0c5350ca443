"""What must hold for the edition itself: every pair of it, and sets of it."""

from itertools import combinations_with_replacement

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrterm.domain.combination import combine
from hrterm.domain.interaction import Statement, Verdict
from hrterm.domain.knowledge import Knowledge
from hrterm.domain.resolve import resolve
from hrterm.domain.risk import badness
from hrterm.domain.route import reaches
from hrterm.domain.vocabulary import Route
from hrterm.store.knowing import everything
from hrterm.store.library import Library
from hrterm.store.opening import open_database

Pair = tuple[str, str]
RELAXED = [HealthCheck.function_scoped_fixture]
ROUTES: tuple[Route, ...] = ("oral", "snorted", "smoked", "injected", "sublingual")


class Edition:
    """The edition, resolved once: every pair of substances."""

    def __init__(self, path: str) -> None:
        self.connection = open_database(path)
        self.known: Knowledge = everything(self.connection)
        subjects = self.known.subjects.values()
        self.substances = sorted(one.id for one in subjects if not one.is_class)
        self.classes = sorted(one.id for one in subjects if one.is_class)
        self.verdicts: dict[Pair, Verdict] = {
            pair: resolve(*pair, self.known)
            for pair in combinations_with_replacement(self.substances, 2)
        }
        self.statements: dict[str, Statement] = {
            statement.id: statement
            for id_ in self.known.subjects
            for group in self.known.stated(id_).values()
            for statement in group
        }
        self.dangerous = sorted(
            pair for pair, one in self.verdicts.items() if one.risk == "dangerous"
        )
        self.spellings: dict[str, list[str]] = {}
        for text, subject in self.connection.execute(
            "SELECT text, subject FROM name GROUP BY folded HAVING count(*) = 1 "
            "ORDER BY text"
        ):
            self.spellings.setdefault(subject, []).append(text)


@pytest.fixture(scope="module")
def edition(database: object) -> Edition:
    return Edition(str(database))


def test_every_rating_has_a_reason_with_a_source(edition: Edition) -> None:
    """A statement or rule that exists, that speaks, and that cites something."""
    cited = {
        owner
        for (owner,) in edition.connection.execute(
            "SELECT owner FROM citation WHERE owner_kind IN ('statement', 'rule')"
        )
    }
    recorded = {
        id_
        for table in ("statement", "rule")
        for (id_,) in edition.connection.execute(f"SELECT id FROM {table}")
    }
    for pair, verdict in edition.verdicts.items():
        speaking = [finding for finding in verdict.findings if finding.speaks]
        for finding in verdict.findings:
            assert finding.id in recorded & cited, pair
        if verdict.is_known:
            assert speaking[0].risk == verdict.risk, pair
            assert badness(verdict.risk) == max(badness(f.risk) for f in speaking)
        else:
            assert all(finding.risk in {"unknown", "low"} for finding in speaking)


def test_only_an_override_hides_what_is_worse(edition: Edition) -> None:
    for pair, verdict in edition.verdicts.items():
        for finding in verdict.findings:
            if finding.speaks:
                continue
            named = finding.id in edition.statements[finding.overruled_by].overrides
            says_nothing = finding.weakened == "low-not-inherited"
            assert (
                named
                or says_nothing
                or any(
                    other.speaks
                    and other.hazard == finding.hazard
                    and badness(other.risk) >= badness(finding.risk)
                    for other in verdict.findings
                )
            ), (pair, finding.id)


def test_low_was_read_and_says_so_of_these_very_two(edition: Edition) -> None:
    lows = [verdict for verdict in edition.verdicts.values() if verdict.risk == "low"]
    assert len(lows) > 50
    for verdict in lows:
        assert verdict.verification == "read"
        assert verdict.evidence in {"limited", "moderate", "strong"}
        for finding in verdict.findings:
            if finding.speaks:
                statement = edition.statements[finding.id]
                for side, id_ in (
                    (finding.subject_a, verdict.a),
                    (finding.subject_b, verdict.b),
                ):
                    assert side == id_ or id_ in statement.holds_for, verdict


def test_nothing_says_not_to_give_naloxone(edition: Edition) -> None:
    for pair, verdict in edition.verdicts.items():
        if "naloxone" in pair:
            assert verdict.risk in {"unknown", "low", "caution"}, pair


@pytest.mark.parametrize("antagonist", ["naloxone", "naltrexone", "nalmefene"])
def test_an_antagonist_inherits_nothing_from_opioids(
    edition: Edition, antagonist: str
) -> None:
    assert edition.known.subjects[antagonist].step_to("opioid") is None
    for pair, verdict in edition.verdicts.items():
        if antagonist in pair:
            side = pair.index(antagonist)
            for finding in verdict.findings:
                assert (finding.subject_a, finding.subject_b)[side] != "opioid", pair


def test_a_class_takes_the_worst_of_its_members(edition: Edition) -> None:
    for family in edition.classes:
        members = [
            one
            for one in edition.known.members(family)
            if not edition.known.subjects[one].may_contain
        ]
        for other in edition.substances[::7]:
            verdict = resolve(family, other, edition.known)
            worst = max(
                (
                    badness(edition.verdicts[min(one, other), max(one, other)].risk)
                    for one in members
                    if one != other
                ),
                default=0,
            )
            assert badness(verdict.risk) >= worst, (family, other)
            named = verdict.member_a or verdict.member_b
            if named:
                assert named in edition.known.members(family)
                key = (min(named, other), max(named, other))
                assert edition.verdicts[key].risk == verdict.risk


def test_a_dangerous_statement_reaches_every_typical_member(edition: Edition) -> None:
    """No form, member or brand of a dangerous pair falls through to unknown."""
    heirs: dict[str, list[str]] = {}
    for id_ in edition.substances:
        for step in edition.known.subjects[id_].lineage:
            heirs.setdefault(step.subject, []).append(id_)
    for statement in edition.statements.values():
        if statement.risk != "dangerous" or statement.a == statement.b:
            continue
        for a in heirs.get(statement.a, ()):
            for b in heirs.get(statement.b, ()):
                if a == b:
                    continue
                verdict = edition.verdicts[min(a, b), max(a, b)]
                named = [f for f in verdict.findings if f.id == statement.id]
                assert named, (statement.id, a, b)
                if all(finding.speaks for finding in named):
                    assert verdict.risk == "dangerous", (statement.id, a, b)


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=RELAXED)
def test_a_dangerous_pair_stays_so_under_any_name_and_in_any_company(
    edition: Edition, library: Library, data: st.DataObject
) -> None:
    a, b = data.draw(st.sampled_from(edition.dangerous))
    company = data.draw(
        st.lists(st.sampled_from(edition.substances), max_size=3, unique=True)
    )
    typed = [
        data.draw(st.sampled_from(edition.spellings.get(id_, [id_])))
        for id_ in (a, b, *company)
    ]
    typed[0] = data.draw(st.sampled_from((typed[0], f"2 comprimés de {typed[0]}")))
    typed[1] = data.draw(st.sampled_from((typed[1], f"{typed[1]} 20 mg")))
    order = data.draw(st.permutations(range(len(typed))))
    library.language = data.draw(st.sampled_from(("en", "fr")))
    answer = library.check(tuple(typed[place] for place in order))
    assert {a, b} <= {name.id for name in answer.names}, typed
    found = {(p.verdict.a, p.verdict.b): p.verdict.risk for p in answer.pairs}
    assert found[a, b] == "dangerous"
    assert answer.combination is not None and answer.combination.risk == "dangerous"


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=RELAXED)
def test_time_lowers_nothing(
    edition: Edition, library: Library, data: st.DataObject
) -> None:
    ids = data.draw(
        st.lists(st.sampled_from(edition.substances), min_size=2, max_size=4)
    )
    since = {
        id_: (data.draw(st.integers(0, 60 * 24 * 400)),)
        for id_ in data.draw(st.sets(st.sampled_from(ids)))
    }
    now, later = library.check(tuple(ids)), library.check(tuple(ids), since)
    assert later.combination == now.combination
    assert [p.verdict for p in later.pairs] == [p.verdict for p in now.pairs]
    for pair in later.pairs:
        for timing in pair.timing:
            passed = (
                timing.wait is not None
                and timing.elapsed is not None
                and (timing.elapsed >= timing.wait.high)
            )
            assert (timing.window == "passed") is passed


@given(st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=RELAXED)
def test_company_never_hides_a_risk(edition: Edition, data: st.DataObject) -> None:
    everything = [*edition.substances, *edition.classes]
    ids = data.draw(st.lists(st.sampled_from(everything), min_size=2, max_size=5))
    further = data.draw(st.sampled_from(everything))
    before = combine(tuple(ids), edition.known)
    after = combine((further, *reversed(ids)), edition.known)
    kept = {(v.a, v.b): v for v in after.pairs}
    assert all(kept[v.a, v.b] == v for v in before.pairs)
    if before.risk not in {"low", "unknown"}:
        assert badness(after.risk) >= badness(before.risk)
    assert badness(after.risk) >= max(badness(v.risk) for v in after.pairs)
    for stack in after.stacks:
        assert len(set(stack.members)) == len(stack.members) >= 2


@given(st.data())
@settings(max_examples=200, deadline=None, suppress_health_check=RELAXED)
def test_a_route_silences_only_what_is_limited_to_others(
    edition: Edition, data: st.DataObject
) -> None:
    limited = [s for s in edition.statements.values() if s.routes]
    assert limited
    if data.draw(st.sampled_from((True, False))):
        chosen = data.draw(st.sampled_from(limited))
        a, b = chosen.a, chosen.b
    else:
        a = data.draw(st.sampled_from(edition.substances))
        b = data.draw(st.sampled_from(edition.substances))
    told = {id_: data.draw(st.sampled_from(ROUTES)) for id_ in (a, b)}
    before = resolve(a, b, edition.known)
    after = resolve(a, b, edition.known, told)
    silent = {f.id for f in after.findings if f.weakened == "other-route"}
    for id_ in silent:
        statement = edition.statements[id_]
        assert statement.routes
        assert not all(reaches(statement.routes, route) for route in told.values())
    others = [f for f in before.findings if f.speaks and f.id not in silent]
    if others:
        assert badness(after.risk) >= max(badness(f.risk) for f in others)
    assert badness(after.risk) <= badness(before.risk)


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=RELAXED)
def test_taking_a_statement_away_never_raises_a_rating(
    edition: Edition, data: st.DataObject
) -> None:
    """Seen the other way: what is added lowers nothing, unless it overrides."""
    plain = sorted(s.id for s in edition.statements.values() if not s.overrides)
    gone = edition.statements[data.draw(st.sampled_from(plain))]
    fewer = Knowledge(
        edition.known.subjects,
        [s for s in edition.statements.values() if s.id != gone.id],
        edition.known.mechanism_rules,
        edition.known.stacking_rules,
    )
    a = data.draw(st.sampled_from([gone.a, *edition.known.members(gone.a)]))
    b = data.draw(st.sampled_from([gone.b, *edition.known.members(gone.b)]))
    without = resolve(a, b, fewer)
    if without.risk not in {"unknown", "low"}:
        assert badness(resolve(a, b, edition.known).risk) >= badness(without.risk)
