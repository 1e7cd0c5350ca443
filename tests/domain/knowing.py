"""Knowledge made by hand, for tests that need no file."""

from collections.abc import Iterable

from hrterm.domain.interaction import MechanismRule, Side, StackingRule, Statement
from hrterm.domain.knowledge import Knowledge
from hrterm.domain.mechanism import Action
from hrterm.domain.taxonomy import Node, subject

OPIOID_ACTION = Action("mu-opioid", "agonist")


def know(
    nodes: Iterable[Node],
    statements: Iterable[Statement] = (),
    rules: Iterable[MechanismRule] = (),
    stacking: Iterable[StackingRule] = (),
) -> Knowledge:
    table = {node.id: node for node in nodes}
    return Knowledge(
        {id_: subject(id_, table) for id_ in table},
        tuple(statements),
        tuple(rules),
        tuple(stacking),
    )


def opioid(**more: object) -> Node:
    return Node(
        "opioid",
        is_class=True,
        stacks=True,
        defined_by=OPIOID_ACTION,
        **more,  # type: ignore[arg-type]
    )


SEROTONIN = MechanismRule(
    "serotonin-release-with-mao-inhibition",
    Side("sert", frozenset({"releaser"})),
    Side("mao-a", frozenset({"inhibitor"})),
    "serotonin",
    "dangerous",
    "stronger",
)
