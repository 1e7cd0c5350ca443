"""Knowledge of every shape, for what must hold whatever the data says."""

from typing import NamedTuple

from hypothesis import strategies as st

from hrterm.domain.interaction import MechanismRule, Side, StackingRule, Statement
from hrterm.domain.knowledge import Knowledge
from hrterm.domain.mechanism import Action
from hrterm.domain.taxonomy import Node
from hrterm.domain.vocabulary import ORDERS, RISKS, Risk
from tests.domain.knowing import know

SUBSTANCES = ("a", "b", "c", "d")
CLASSES = ("k", "l", "m")
EVERYTHING = SUBSTANCES + CLASSES
TARGETS = ("t", "u")
HAZARDS = ("breathing", "rhythm", "exposure")
RATED: tuple[Risk, ...] = ("dangerous", "unsafe", "caution")

actions = st.builds(
    Action,
    st.sampled_from(TARGETS),
    st.sampled_from(("agonist", "antagonist", "inhibitor")),
    st.sampled_from((None, "weak")),
)


class Parts(NamedTuple):
    """What knowledge is made of."""

    nodes: tuple[Node, ...]
    statements: tuple[Statement, ...]
    rules: tuple[MechanismRule, ...]
    stacking: tuple[StackingRule, ...]

    def known(self) -> Knowledge:
        return know(*self)


@st.composite
def classes(draw: st.DrawFn) -> list[Node]:
    return [
        Node(
            id_,
            tuple(draw(st.sets(st.sampled_from(CLASSES[:position]), max_size=2)))
            if position
            else (),
            actions=tuple(draw(st.lists(actions, max_size=1))),
            atypical=frozenset(draw(st.sets(st.sampled_from(CLASSES), max_size=1))),
            is_class=True,
            stacks=draw(st.booleans()),
            defined_by=draw(st.none() | actions),
        )
        for position, id_ in enumerate(CLASSES)
    ]


@st.composite
def substances(draw: st.DrawFn) -> list[Node]:
    return [
        Node(
            id_,
            tuple(draw(st.lists(st.sampled_from(CLASSES), max_size=2, unique=True))),
            draw(st.sampled_from((None, *SUBSTANCES[:position]))),
            frozenset(draw(st.sets(st.sampled_from(CLASSES), max_size=1))),
            tuple(draw(st.lists(actions, max_size=2))),
            tuple(draw(st.sets(st.sampled_from(SUBSTANCES[:position]), max_size=1)))
            if position
            else (),
            tuple(draw(st.sets(st.sampled_from(EVERYTHING), max_size=1))),
        )
        for position, id_ in enumerate(SUBSTANCES)
    ]


@st.composite
def statements(draw: st.DrawFn, overriding: bool) -> list[Statement]:
    made = []
    for number in range(draw(st.integers(0, 6))):
        pair = sorted(
            (draw(st.sampled_from(EVERYTHING)), draw(st.sampled_from(EVERYTHING)))
        )
        named = st.sampled_from(("s0", "s1", "r", "x", "y"))
        made.append(
            Statement(
                f"s{number}",
                pair[0],
                pair[1],
                tuple(
                    draw(
                        st.lists(
                            st.sampled_from(HAZARDS), min_size=1, max_size=2,
                            unique=True,
                        )
                    )
                ),
                draw(st.sampled_from(RISKS)),
                order=draw(st.sampled_from(ORDERS)),
                overrides=frozenset(draw(st.sets(named, max_size=2)))
                if overriding
                else frozenset(),
                holds_for=frozenset(
                    draw(st.sets(st.sampled_from(SUBSTANCES), max_size=1))
                ),
            )
        )  # fmt: skip
    return made


@st.composite
def parts(draw: st.DrawFn, overriding: bool = False) -> Parts:
    rule = MechanismRule(
        "r",
        Side("t", frozenset({"agonist"})),
        Side("u", frozenset({"inhibitor"})),
        draw(st.sampled_from(("breathing", "exposure"))),
        draw(st.sampled_from(RATED)),
    )
    group = st.sets(st.sampled_from(EVERYTHING), max_size=3)
    two = st.sampled_from((None, *RATED))
    members = StackingRule(
        "x", "rhythm", draw(two), "unsafe", frozenset(draw(group))
    )  # fmt: skip
    sides = StackingRule(
        "y", "breathing", draw(two), "dangerous",
        first=frozenset(draw(group)), second=frozenset(draw(group)),
    )  # fmt: skip
    chain = StackingRule(
        "z", "exposure", None, "dangerous", first=frozenset(draw(group)), chain=True
    )
    return Parts(
        (*draw(classes()), *draw(substances())),
        tuple(draw(statements(overriding))),
        (rule,),
        (members, sides, chain),
    )
