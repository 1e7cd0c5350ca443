"""What is in a set, for the rules that count: for certain, or in doubt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from hrterm.domain.knowledge import Knowledge, RuleSide

Doubt = Literal["", "class", "product", "name"]
"""Why it is not certain that something is there: it is one of a class, it may be in a
product, or an ambiguous name may mean it. Empty where it is certain."""


class OpenName(NamedTuple):
    """A name as it was typed, and the ids of all that it may mean."""

    typed: str
    candidates: tuple[str, ...]


class Unit(NamedTuple):
    """One thing in the set; for each side of a rule, the ids that count as it."""

    doubt: Doubt
    asked: tuple[str, ...]
    """What was asked about that it is, or is in; one only where there is a doubt."""
    sides: Mapping[RuleSide, tuple[str, ...]]
    within: tuple[str, ...] = ()
    """The products that it is in, or may be in: what is said of them holds for it."""


def variants(
    ids: Sequence[str], open_names: Sequence[OpenName], knowledge: Knowledge
) -> Iterator[list[Unit]]:
    """All that may be there together.

    First with everything in doubt as one thing, whichever it is; then, in place of each
    in turn, what may be several things at once: a name that may mean a product.
    """
    # Sorted: what is told must not rest on the order of the names.
    certain: list[str] = []
    doubtful: list[tuple[str, Doubt, tuple[str, ...]]] = []
    for id_ in sorted(ids):
        if knowledge.subjects[id_].is_class:
            doubtful.append((id_, "class", (id_,)))
        else:
            certain.append(id_)
    doubtful += ((name.typed, "name", name.candidates) for name in sorted(open_names))
    there = list(_of_substances(certain, knowledge))
    single = [
        _unit(doubt, (asked,), _all_that_may_be(may_be, knowledge), knowledge)
        for asked, doubt, may_be in doubtful
    ]
    yield [*there, *single]
    for place, (asked, doubt, may_be) in enumerate(doubtful):
        others = [*single[:place], *single[place + 1 :]]
        for candidate in may_be:
            for id_ in knowledge.stand_ins(candidate):
                if _is_several(id_, knowledge) and id_ not in certain:
                    with_it = _of_substances([*certain, id_], knowledge)
                    yield [
                        *others,
                        *(_in_doubt(unit, id_, asked, doubt) for unit in with_it),
                    ]


def _is_several(id_: str, knowledge: Knowledge) -> bool:
    """Whether more than one of what it is and holds counts anywhere."""
    return sum(bool(part.roles.counts_on) for part in knowledge.parts(id_)) > 1


def _in_doubt(unit: Unit, id_: str, asked: str, doubt: Doubt) -> Unit:
    """The unit as it is where it is only supposed that ``id_`` is there."""
    rest = tuple(one for one in unit.asked if one != id_)
    if rest:
        return unit._replace(asked=rest)
    return unit._replace(doubt=doubt, asked=(asked,))


def _of_substances(ids: Iterable[str], knowledge: Knowledge) -> Iterator[Unit]:
    """What is there for certain, each once, then what products may hold."""
    certain: dict[str, Unit] = {}
    doubtful = []
    for id_ in ids:
        if len(knowledge.parts(id_)) == 1 and id_ not in certain:
            certain[id_] = Unit("", (id_,), knowledge.roles(id_).counts_on)
            continue
        counted: set[RuleSide] = set()
        possible = [part.subject.id for part in knowledge.held_members(id_)]
        for part in knowledge.parts(id_):
            if part.possible:
                possible.append(part.subject.id)
                continue
            # What a product is counted for, nothing that it holds is once more.
            own = knowledge.roles(id_).counts_on if part.depth else ()
            unit = _unit("", (id_,), (part.subject.id,), knowledge, own)
            counted.update(unit.sides)
            known = certain.get(part.subject.id, Unit("", (), {}))
            certain[part.subject.id] = Unit(
                "",
                known.asked + unit.asked,
                {**known.sides, **unit.sides},
                known.within + ((id_,) if part.depth else ()),
            )
        unit = _unit("product", (id_,), possible, knowledge, counted)
        if unit.sides:
            doubtful.append(unit._replace(within=(id_,)))
    yield from certain.values()
    yield from doubtful


def _all_that_may_be(ids: Iterable[str], knowledge: Knowledge) -> Iterator[str]:
    """The ids, members of classes among them, and all that any of these may hold."""
    for id_ in ids:
        for one in knowledge.stand_ins(id_):
            for part in (*knowledge.parts(one), *knowledge.held_members(one)):
                yield part.subject.id


def _unit(
    doubt: Doubt,
    asked: tuple[str, ...],
    ids: Iterable[str],
    knowledge: Knowledge,
    left_out: Iterable[RuleSide] = (),
) -> Unit:
    """What these ids count for; a class itself before its members."""
    sides: dict[RuleSide, dict[str, None]] = {}
    for id_ in ids:
        for side in knowledge.roles(id_).counts_on:
            sides.setdefault(side, {})[id_] = None
    for side in left_out:
        sides.pop(side, None)
    return Unit(doubt, asked, {side: tuple(found) for side, found in sides.items()})
