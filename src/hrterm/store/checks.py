"""Names checked together: pairs for what was found, and for each candidate."""

import sqlite3
from itertools import product

from hrterm.domain.answer import CheckAnswer, NameMatch, PairAnswer
from hrterm.domain.combination import combine
from hrterm.domain.interaction import Verdict
from hrterm.domain.resolve import Knowledge, resolve
from hrterm.domain.risk import badness
from hrterm.store.knowing import knowledge
from hrterm.store.names import match
from hrterm.store.pairs import PairWording
from hrterm.store.texts import Texts

MAX_NAMES = 24


def check(
    queries: tuple[str, ...],
    since: dict[str, int],
    connection: sqlite3.Connection,
    texts: Texts,
) -> CheckAnswer:
    """What happens when the things that these names mean are combined.

    Args:
        queries: names as typed; a repeated one is asked about with itself.
        since: minutes since each was taken, by id.
        connection: the database.
        texts: words in the reader's language.
    """
    names = tuple(match(query, connection, texts) for query in queries)
    found = tuple(name.id for name in names if name.status == "found")
    candidates = [candidate.id for name in names for candidate in name.candidates]
    known = knowledge(connection, [*found, *candidates])
    unresolved = any(name.status != "found" for name in names)
    combination = combine(found, known, unresolved) if len(found) > 1 else None
    conditional = _conditional(names, found, known)
    verdicts = [
        *(combination.pairs if combination else ()),
        *(v for _, v in conditional),
    ]
    wording = PairWording(connection, texts, verdicts)
    pairs: list[PairAnswer] = [
        wording.answer(verdict, since)
        for verdict in (combination.pairs if combination else ())
    ]
    pairs += [wording.answer(v, since, condition) for condition, v in conditional]
    pairs.sort(key=lambda pair: -badness(pair.verdict.risk))
    labels = {
        **wording.labels,
        **texts.names("subject", [*found, *candidates]),
    }
    stacks = tuple(
        wording.stack(stack) for stack in (combination.stacks if combination else ())
    )
    return CheckAnswer(names, tuple(pairs), combination, stacks, labels)


def _conditional(
    names: tuple[NameMatch, ...], found: tuple[str, ...], known: Knowledge
) -> list[tuple[str, Verdict]]:
    """Pairs of each candidate with what was found, and with other candidates."""
    open_names = [name for name in names if name.status == "ambiguous"]
    made: dict[tuple[str, str, str], Verdict] = {}
    for name in open_names:
        for candidate in name.candidates:
            for other in dict.fromkeys(found):
                verdict = resolve(candidate.id, other, known)
                made[candidate.id, verdict.a, verdict.b] = verdict
    for position, name in enumerate(open_names):
        for later in open_names[position + 1 :]:
            for one, two in product(name.candidates, later.candidates):
                verdict = resolve(one.id, two.id, known)
                made.setdefault((one.id, verdict.a, verdict.b), verdict)
    return [(key[0], verdict) for key, verdict in made.items()]
