"""Which pairs may answer differently, so that the others need not be resolved."""

from collections.abc import Iterator, Mapping
from itertools import combinations_with_replacement

from hrterm.domain.interaction import Statement
from hrterm.domain.knowledge import Knowledge
from hrterm.domain.lineage import Subject
from hrterm.domain.resolve import sorted_pair

Pair = tuple[str, str]


def touched_pairs(old: Knowledge, new: Knowledge) -> Iterator[Pair]:
    """Pairs of what both know whose verdict may have changed, in order.

    A verdict rests on the two subjects, on what they hold, on the statements between
    their lineages, and on the rules. Where all of these are the same, so is it.
    """
    common = sorted(set(old.subjects) & set(new.subjects))
    if _rules(old) != _rules(new):
        yield from combinations_with_replacement(common, 2)
        return
    pairs = set()
    for id_ in _changed(common, old, new):
        pairs |= {sorted_pair(id_, other) for other in common}
    reaching = _reaching(old.subjects), _reaching(new.subjects)
    for statement in statements(old) ^ statements(new):
        for side in reaching:
            pairs |= {
                sorted_pair(x, y)
                for x in side.get(statement.a, ())
                for y in side.get(statement.b, ())
            }
    known = set(common)
    yield from sorted(pair for pair in pairs if known.issuperset(pair))


def _rules(knowledge: Knowledge) -> frozenset[object]:
    return frozenset((*knowledge.mechanism_rules, *knowledge.stacking_rules))


def _changed(common: list[str], old: Knowledge, new: Knowledge) -> set[str]:
    """Subjects that changed, and those that hold one."""
    changed = {id_ for id_ in common if old.subjects[id_] != new.subjects[id_]}
    changed |= set(old.subjects) ^ set(new.subjects)
    holding = set(changed)
    for knowledge in (old, new):
        for id_ in knowledge.subjects:
            if not changed.isdisjoint(_held(id_, knowledge.subjects)):
                holding.add(id_)
    return holding & set(common)


def statements(knowledge: Knowledge) -> frozenset[Statement]:
    """Everything that is stated of a pair."""
    return frozenset(
        statement
        for id_ in knowledge.subjects
        for listed in knowledge.stated(id_).values()
        for statement in listed
    )


def _reaching(subjects: Mapping[str, Subject]) -> dict[str, set[str]]:
    """By id, the subjects that inherit from it, themselves or by what they hold."""
    reaching: dict[str, set[str]] = {}
    for id_ in subjects:
        for part in _held(id_, subjects):
            for step in subjects[part].lineage:
                reaching.setdefault(step.subject, set()).add(id_)
    return reaching


def _held(id_: str, subjects: Mapping[str, Subject]) -> set[str]:
    """A subject and all that it holds or may hold."""
    held: set[str] = set()
    queue = [id_]
    while queue:
        part = queue.pop()
        if part not in held and part in subjects:
            held.add(part)
            queue += (*subjects[part].contains, *subjects[part].may_contain)
    return held
