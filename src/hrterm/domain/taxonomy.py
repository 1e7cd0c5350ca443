"""Who inherits from whom: classes, forms, atypical members, opposite actions.

Worked out when an edition is made; what came of it is in ``lineage``.
"""

from collections.abc import Mapping
from typing import NamedTuple

from hrterm.domain.lineage import Step, Subject
from hrterm.domain.mechanism import Action, opposes


class Node(NamedTuple):
    """A substance or class as the taxonomy sees it."""

    id: str
    parents: tuple[str, ...] = ()
    """Classes of a substance, or parents of a class."""
    form_of: str | None = None
    atypical: frozenset[str] = frozenset()
    """Classes from which only `unsafe` and `dangerous` carry over."""
    actions: tuple[Action, ...] = ()
    contains: tuple[str, ...] = ()
    may_contain: tuple[str, ...] = ()
    is_class: bool = False
    defined_by: Action | None = None
    stacks: bool = False


def subject(id_: str, nodes: Mapping[str, Node]) -> Subject:
    """Follow forms and classes upwards from one node.

    Raises:
        KeyError: when the id, or one it leads to, is not among the nodes.
    """
    start = nodes[id_]
    own = _own_actions(start, nodes)
    lineage = _lineage(start, nodes, own)
    return Subject(
        id_,
        lineage,
        _all_actions(lineage, nodes, own),
        start.contains,
        start.may_contain,
        start.is_class,
        frozenset(
            step.subject
            for step in lineage
            if nodes[step.subject].stacks or not nodes[step.subject].is_class
        ),
    )


def _lineage(
    start: Node, nodes: Mapping[str, Node], own: tuple[Action, ...]
) -> tuple[Step, ...]:
    """Itself and all that it inherits from, the nearest first.

    A class whose defining action the substance opposes passes nothing on (an
    opioid antagonist is no opioid). Of several ways to one class the typical
    one counts before the atypical, then the shortest.
    """
    best: dict[str, Step] = {}
    queue = [(start, 0, False, start.atypical)]
    while queue:
        node, distance, atypical, marks = queue.pop(0)
        step = Step(node.id, distance, atypical)
        known = best.get(node.id)
        if known is not None and _rank(known) <= _rank(step):
            continue
        best[node.id] = step
        onward = (*((node.form_of,) if node.form_of else ()), *node.parents)
        for parent_id in onward:
            parent = nodes[parent_id]
            defining = parent.defined_by
            if defining and any(opposes(action, defining) for action in own):
                continue
            is_atypical = atypical or parent_id in marks
            queue.append((parent, distance + 1, is_atypical, marks | parent.atypical))
    return tuple(sorted(best.values(), key=lambda step: (step.distance, step.subject)))


def _rank(step: Step) -> tuple[bool, int]:
    return (step.atypical, step.distance)


def _own_actions(node: Node, nodes: Mapping[str, Node]) -> tuple[Action, ...]:
    """Actions of the node, or of what it is a form of when it names none."""
    while not node.actions and node.form_of:
        node = nodes[node.form_of]
    return node.actions


def _all_actions(
    lineage: tuple[Step, ...], nodes: Mapping[str, Node], own: tuple[Action, ...]
) -> tuple[Action, ...]:
    """Its own actions, then what its forms and classes share, none opposed."""
    actions = list(own)
    for step in lineage:
        for action in nodes[step.subject].actions:
            if action not in actions and not any(opposes(action, o) for o in own):
                actions.append(action)
    return tuple(actions)
