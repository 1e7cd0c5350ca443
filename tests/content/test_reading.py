"""YAML is read as text, strictly, and nothing in it runs."""

from pathlib import Path

import pytest

from hrterm.content.problems import Problems
from hrterm.content.reading import parse, read


def problems_of(text: str) -> list[str]:
    problems = Problems()
    parse(text, "f.yaml", problems)
    return [str(problem) for problem in problems]


def test_scalars_stay_what_was_typed() -> None:
    document = parse("a: [no, on, 1:30, 012, 2020-01-01, ~]", "f.yaml", Problems())
    assert document is not None
    assert document.root == {"a": ["no", "on", "1:30", "012", "2020-01-01", "~"]}


def test_every_node_has_its_place() -> None:
    document = parse("a:\n  - b: c\n    d: e\n", "f.yaml", Problems())
    assert document is not None
    assert document.place("a", 0, "d")[1:] == (3, 8)
    assert document.place("a", 0, "missing")[1:] == (2, 5)


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("a: 1\na: 2", "2:1", "twice"),
        ("a: &x 1\nb: *x", "1:4", "anchor"),
        ("a: !!python/object/apply:os.system ['true']", "1:4", "tag"),
        ("a: !include x", "1:4", "tag"),
        ("a: 1\n---\nb: 2", "2:1", "second document"),
        ("? [a]\n: b", "1:3", "plain text"),
        ("a: 'x", "1:6", "YAML"),
        ("[" * 40, "1:25", "deeper"),
        ("", "1:1", "empty"),
        ('a: "x\\u200by"', "1:4", "U+200B"),
        ('a: "x\\u202ey"', "1:4", "U+202E"),
        ('a: "x\\x1b[31m"', "1:4", "U+001B"),
    ],
)
def test_what_is_refused(text: str, place: str, word: str) -> None:
    found = problems_of(text)
    assert found and found[0].startswith(f"f.yaml:{place}: error:")
    assert word in found[0]


def test_a_bomb_is_refused_at_once() -> None:
    lines = ["a: &a [x, x]"]
    lines += [
        f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    assert "anchor" in problems_of("\n".join(lines))[0]


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    file = tmp_path / "f.yaml"
    file.write_bytes(b"a: 1\nb: \xff\n")
    problems = Problems()
    assert read(file, "f.yaml", problems) is None
    assert str(problems[0]).startswith("f.yaml:2:1: error: is not UTF-8")


def test_a_file_beyond_measure(tmp_path: Path) -> None:
    file = tmp_path / "f.yaml"
    file.write_text("a: " + "x" * 1_000_001)
    problems = Problems()
    assert read(file, "f.yaml", problems) is None
    assert "larger" in str(problems[0])
