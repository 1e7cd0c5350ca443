"""How long resolving takes, on the edition and as knowledge grows.

    .venv/bin/python benchmarks/resolving.py [DATABASE]

Times are given in microseconds and as ratios to a floor, a thousand look-ups in a
dictionary, that runs beside each of them; the least disturbed of several rounds counts.
"""

import random
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import combinations, combinations_with_replacement

from hrterm.domain.combination import combine
from hrterm.domain.interaction import MechanismRule, Side, StackingRule, Statement
from hrterm.domain.knowledge import Knowledge
from hrterm.domain.mechanism import Action
from hrterm.domain.resolve import resolve
from hrterm.domain.taxonomy import Node, subject
from hrterm.domain.vocabulary import HAZARDS, RISKS, ActionKind
from hrterm.store.knowing import everything
from hrterm.store.opening import default_path, open_database

ROUNDS = 7
PAIRS = 1000
SIZES = (250, 500, 1000, 2000)
STATEMENTS_EACH = 50
"""So that 2,000 substances come with 100,000 statements."""


def floor() -> None:
    """The yardstick."""
    table = dict.fromkeys(range(1000), 0)
    for key in range(1000):
        table[key]


def measure(name: str, work: Callable[[], object], share: int = 1) -> float:
    """Microseconds for one of ``share`` equal parts of the work; printed."""
    times, floors = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        floor()
        middle = time.perf_counter()
        work()
        end = time.perf_counter()
        times.append((end - middle) / share * 1e6)
        floors.append((middle - start) * 1e6)
    found = min(times)
    print(f"  {name:<34} {found:12.1f} us {found / min(floors):12.2f} x floor")
    return found


def each(pairs: Iterable[Sequence[str]], known: Knowledge) -> None:
    """Resolve pair after pair."""
    for one, other in pairs:
        resolve(one, other, known)


def of_the_edition(path: str) -> None:
    """The tasks of the program, on its own data."""
    known = everything(open_database(path))
    substances = [s.id for s in known.subjects.values() if not s.is_class]
    classes = [s.id for s in known.subjects.values() if s.is_class]
    chance = random.Random(1)
    pairs = [chance.sample(substances, 2) for _ in range(PAIRS)]
    mixed = [(chance.choice(classes), chance.choice(substances)) for _ in range(PAIRS)]
    families = list(combinations(classes[:20], 2))
    audit = list(combinations_with_replacement(substances, 2))
    twelve = tuple(chance.sample(substances, 12))
    print(f"{len(substances)} substances, {len(classes)} classes")
    measure("a pair", partial(each, pairs, known), PAIRS)
    measure("a class with a substance", partial(each, mixed, known), PAIRS)
    measure("two classes", partial(each, families, known), len(families))
    measure("a grid of 12", partial(combine, twelve, known))
    measure(f"all {len(audit)} pairs of the edition", partial(each, audit, known))


def growing(size: int) -> Knowledge:
    """Knowledge of some size, with classes four deep and rules as in the edition."""
    chance = random.Random(size)
    families = [f"class-{number}" for number in range(size // 10)]
    nodes = [
        Node(
            id_,
            (families[number // 4],) if number else (),
            is_class=True,
            stacks=number % 3 == 0,
        )
        for number, id_ in enumerate(families)
    ]
    targets = [f"target-{number}" for number in range(40)]
    kinds: tuple[ActionKind, ...] = ("agonist", "inhibitor", "substrate")
    nodes += [
        Node(
            f"substance-{number}",
            tuple(chance.sample(families, chance.choice((1, 1, 2)))),
            actions=tuple(
                Action(target, chance.choice(kinds))
                for target in chance.sample(targets, 3)
            ),
        )
        for number in range(size)
    ]
    table = {node.id: node for node in nodes}
    ids = list(table)
    statements = [
        Statement(
            f"s{number}",
            chance.choice(ids),
            chance.choice(ids),
            (chance.choice(HAZARDS),),
            chance.choice(RISKS),
        )
        for number in range(size * STATEMENTS_EACH)
    ]
    rules = [
        MechanismRule(
            f"m{number}",
            Side(chance.choice(targets), frozenset({"inhibitor"})),
            Side(chance.choice(targets), frozenset({"substrate"})),
            chance.choice(HAZARDS),
            "caution",
        )
        for number in range(15)
    ]
    stacking = [
        StackingRule(
            f"x{number}",
            chance.choice(HAZARDS),
            "caution",
            "unsafe",
            frozenset(chance.sample(families, 10)),
        )
        for number in range(17)
    ]
    return Knowledge(
        {id_: subject(id_, table) for id_ in table},
        statements,
        tuple(rules),
        tuple(stacking),
    )


def of_growth() -> None:
    """How a pair, a class and a grid cost more as there is more to know."""
    for size in SIZES:
        known = growing(size)
        chance = random.Random(2)
        ids = [f"substance-{number}" for number in range(size)]
        families = [f"class-{number}" for number in range(size // 10)]
        pairs = [chance.sample(ids, 2) for _ in range(PAIRS)]
        mixed = [(chance.choice(families), chance.choice(ids)) for _ in range(100)]
        twelve = tuple(chance.sample(ids, 12))
        print(f"{size} substances, {size * STATEMENTS_EACH} statements")
        measure("a pair", partial(each, pairs, known), PAIRS)
        measure("a class with a substance", partial(each, mixed, known), 100)
        measure("a grid of 12", partial(combine, twelve, known))


if __name__ == "__main__":
    of_the_edition(sys.argv[1] if len(sys.argv) > 1 else default_path())
    of_growth()
