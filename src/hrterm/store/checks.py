"""Names checked together: pairs for what was found, and for each candidate."""

import sqlite3
from itertools import product

from hrterm.domain.answer import CheckAnswer, PairAnswer
from hrterm.domain.combination import combine
from hrterm.domain.found import NameMatch
from hrterm.domain.interaction import Verdict
from hrterm.domain.knowledge import Knowledge
from hrterm.domain.naming import sort_key
from hrterm.domain.resolve import resolve
from hrterm.domain.risk import badness
from hrterm.domain.timing import Times
from hrterm.domain.units import OpenName
from hrterm.domain.vocabulary import Route
from hrterm.store.knowing import Knowing
from hrterm.store.names import match
from hrterm.store.pairs import PairWording
from hrterm.store.texts import Texts

MAX_NAMES = 24


def check(
    queries: tuple[str, ...],
    since: Times,
    unrouted: frozenset[str],
    connection: sqlite3.Connection,
    texts: Texts,
    knowing: Knowing,
    wording: PairWording,
) -> CheckAnswer:
    """What happens when the things that these names mean are combined.

    Args:
        queries: names as typed; a repeated one is asked about with itself.
        since: minutes since each was taken, by id.
        unrouted: queries whose route is not counted, as it may be another's.
        connection: the database.
        texts: words in the reader's language.
        knowing: what is known of subjects, and read when it is not.
        wording: puts verdicts into words.
    """
    matched = (match(query, connection, texts) for query in queries)
    names = tuple(
        one._replace(route=None) if one.query in unrouted else one for one in matched
    )
    found = tuple(name.id for name in names if name.status == "found")
    ids = [id_ for name in names for id_ in name.ids]
    known = knowing.about(ids)
    routes = _routes(names)
    conditional = _conditional(names, found, known, routes)
    combination = combine(
        found,
        known,
        len(names) - len(found),
        routes,
        [OpenName(name.query, name.ids) for name in names if name.candidates],
    ).at_least(verdict.risk for _, verdict in conditional)
    verdicts = [*combination.pairs, *(verdict for _, verdict in conditional)]
    labels = wording.read(verdicts, combination.stacks)
    pairs: list[PairAnswer] = [
        wording.answer(verdict, since) for verdict in combination.pairs
    ]
    pairs += [wording.answer(v, since, condition) for condition, v in conditional]
    pairs.sort(key=lambda pair: -badness(pair.verdict.risk))
    labels = {**labels, **texts.names("subject", ids)}
    stacks = tuple(wording.stack(stack) for stack in combination.stacks)
    whole = combination if len(names) > 1 else None
    return CheckAnswer(names, tuple(pairs), whole, stacks, labels)


def pairs_of(id_: str, known: Knowledge, wording: PairWording) -> list[PairAnswer]:
    """Every rated pair of one substance or class with a substance, worst first."""
    verdicts = [
        verdict
        for other, subject in known.subjects.items()
        if not subject.is_class and (verdict := resolve(id_, other, known)).is_known
    ]
    labels = wording.read(verdicts)
    verdicts.sort(
        key=lambda v: (-badness(v.risk), sort_key(labels[v.b if v.a == id_ else v.a]))
    )
    return [wording.answer(verdict, {}) for verdict in verdicts]


def _routes(names: tuple[NameMatch, ...]) -> dict[str, Route]:
    """How each id is taken, where every name for it tells the same."""
    told: dict[str, set[Route | None]] = {}
    for name in names:
        for id_ in name.ids:
            told.setdefault(id_, set()).add(name.route)
    return {
        id_: route
        for id_, routes in told.items()
        if len(routes) == 1 and (route := next(iter(routes))) is not None
    }


def _conditional(
    names: tuple[NameMatch, ...],
    found: tuple[str, ...],
    known: Knowledge,
    routes: dict[str, Route],
) -> list[tuple[str, Verdict]]:
    """Pairs of each candidate with what was found, and with other candidates."""
    open_names = [name for name in names if name.status == "ambiguous"]
    made: dict[tuple[str, str, str], Verdict] = {}
    for name in open_names:
        for candidate in name.candidates:
            for other in dict.fromkeys(found):
                verdict = resolve(candidate.id, other, known, routes)
                made[candidate.id, verdict.a, verdict.b] = verdict
    for position, name in enumerate(open_names):
        for later in open_names[position + 1 :]:
            for one, two in product(name.candidates, later.candidates):
                verdict = resolve(one.id, two.id, known, routes)
                made.setdefault((one.id, verdict.a, verdict.b), verdict)
    return [(key[0], verdict) for key, verdict in made.items()]
