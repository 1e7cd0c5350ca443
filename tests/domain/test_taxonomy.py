"""Lineage: several parents, distance, forms, atypical, opposite."""

from hrterm.domain.lineage import members
from hrterm.domain.mechanism import Action, opposes
from hrterm.domain.taxonomy import Node, subject


def lineage(id_: str, *nodes: Node) -> list[tuple[str, int, bool]]:
    table = {node.id: node for node in nodes}
    return [tuple(step) for step in subject(id_, table).lineage]  # type: ignore[misc]


def test_all_parents_at_their_shortest_distance() -> None:
    found = lineage(
        "x",
        Node("x", ("a", "b")),
        Node("a", ("top",), is_class=True),
        Node("b", ("a",), is_class=True),
        Node("top", is_class=True),
    )
    assert found == [
        ("x", 0, False),
        ("a", 1, False),
        ("b", 1, False),
        ("top", 2, False),
    ]


def test_atypical_reaches_everything_above_unless_another_way_leads_there() -> None:
    nodes = (
        Node("x", ("a",), atypical=frozenset({"a"})),
        Node("a", ("top",), is_class=True),
        Node("top", is_class=True),
    )
    assert lineage("x", *nodes) == [("x", 0, False), ("a", 1, True), ("top", 2, True)]
    other = (nodes[0]._replace(parents=("a", "b")), *nodes[1:],
             Node("b", ("top",), is_class=True))  # fmt: skip
    assert ("top", 2, False) in lineage("x", *other)


def test_what_a_class_is_atypical_of_its_members_are_too() -> None:
    nodes = (
        Node("x", ("a",), atypical=frozenset({"other"})),
        Node("a", ("mid",), atypical=frozenset({"top"}), is_class=True),
        Node("mid", ("top",), is_class=True),
        Node("top", is_class=True),
    )
    assert lineage("x", *nodes) == [
        ("x", 0, False), ("a", 1, False), ("mid", 2, False), ("top", 3, True),
    ]  # fmt: skip


def test_a_class_that_is_reached_twice_does_not_end_the_search() -> None:
    nodes = (
        Node("x", ("a", "b")),
        Node("a", ("top",), is_class=True),
        Node("b", ("top", "c"), is_class=True),
        Node("top", is_class=True),
        Node("c", is_class=True),
    )
    assert [step[0] for step in lineage("x", *nodes)] == ["x", "a", "b", "c", "top"]


def test_a_parent_that_is_opposed_leaves_the_others_open() -> None:
    nodes = (
        Node("x", ("a", "b"), actions=(Action("t", "antagonist"),)),
        Node("a", is_class=True, defined_by=Action("t", "agonist")),
        Node("b", is_class=True),
    )
    assert lineage("x", *nodes) == [("x", 0, False), ("b", 1, False)]


def test_opposite_actions_close_the_way_up() -> None:
    nodes = (
        Node("x", ("a",), actions=(Action("t", "antagonist"),)),
        Node("a", ("top",), is_class=True, defined_by=Action("t", "agonist")),
        Node("top", is_class=True),
    )
    assert lineage("x", *nodes) == [("x", 0, False)]


def test_a_form_inherits_its_parent_and_the_parents_classes() -> None:
    nodes = (
        Node("low", form_of="whole"),
        Node("whole", ("a",), actions=(Action("t", "antagonist"),)),
        Node("a", is_class=True, defined_by=Action("t", "agonist")),
    )
    assert lineage("low", *nodes) == [("low", 0, False), ("whole", 1, False)]


def test_actions_of_classes_are_shared_but_never_opposed() -> None:
    table = {
        node.id: node
        for node in (
            Node("x", ("a",), actions=(Action("t", "antagonist"),)),
            Node("a", is_class=True,
                 actions=(Action("t", "agonist"), Action("u", "blocker"))),
        )
    }  # fmt: skip
    assert subject("x", table).actions == (
        Action("t", "antagonist"),
        Action("u", "blocker"),
    )


def test_members_are_substances_only() -> None:
    table = {
        node.id: node
        for node in (
            Node("x", ("b",)),
            Node("b", ("a",), is_class=True),
            Node("a", is_class=True),
        )
    }
    subjects = {id_: subject(id_, table) for id_ in table}
    assert members("a", subjects) == ("x",)


def test_which_actions_are_opposite() -> None:
    assert opposes(Action("t", "agonist"), Action("t", "antagonist"))
    assert opposes(Action("t", "inverse-agonist"), Action("t", "partial-agonist"))
    assert opposes(Action("t", "inhibitor"), Action("t", "inducer"))
    assert not opposes(Action("t", "agonist"), Action("u", "antagonist"))
    assert not opposes(Action("t", "agonist"), Action("t", "partial-agonist"))
    assert not opposes(Action("t", "releaser"), Action("t", "reuptake-inhibitor"))
