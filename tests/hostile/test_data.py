"""Broken data folders: problems with a place, or an edition that answers."""

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hrterm.content.build import build, checked
from hrterm.content.corpus import files
from hrterm.content.problems import Problems
from hrterm.content.reading import Document, Node, parse, read
from tests.building import DataFolder, text
from tests.conftest import ROOT
from tests.hostile.asking import ask, dangers, everything
from tests.hostile.effort import tries
from tests.hostile.folders import fill
from tests.hostile.mutating import mutated_text, mutated_tree, written

CHANCE = st.randoms(use_true_random=False)
REAL = files(ROOT / "data")


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A folder with one of everything, which holds."""
    folder = DataFolder(tmp_path / "data")
    fill(folder)
    return folder.path


def test_the_folder_holds_before_it_is_broken(whole: Path) -> None:
    _corpus, problems = checked(whole)
    assert list(problems) == []


@tries(60)
@given(chance=CHANCE)
def test_a_folder_with_broken_trees(whole: Path, chance: random.Random) -> None:
    with broken(whole, chance, by_tree=True) as folder:
        holds_or_tells(folder)


@tries(60)
@given(chance=CHANCE)
def test_a_folder_with_broken_text(whole: Path, chance: random.Random) -> None:
    with broken(whole, chance, by_tree=False) as folder:
        holds_or_tells(folder)


@tries(100)
@given(chance=CHANCE)
def test_real_files_with_broken_text(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random
) -> None:
    source = chance.choice(REAL)
    file = tmp_path_factory.mktemp("real") / source.name
    file.write_bytes(mutated_text(source.read_text("utf-8"), chance))
    problems = Problems()
    document = read(file, source.name, problems)
    assert document is not None or problems
    if document is not None:
        assert is_plain(document.root) or problems
        is_placed(document)
    assert all(problem.place.path == source.name for problem in problems)


@tries(200)
@given(text=st.text() | st.text(alphabet="[]{}:-?&*!|>'\"%@`#,\n \tax0"))
def test_any_text(text: str) -> None:
    problems = Problems()
    document = parse(text, "f.yaml", problems)
    assert document is not None or problems
    if document is not None and not problems:
        assert is_plain(document.root)


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 100_000,
        "a: " + "{a: " * 50_000,
        "- " * 50_000,
        "? " * 50_000,
        "a: '" + "x" * 900_000 + "'",
        "\n".join(f"k{n}: v" for n in range(50_000)),
        "a: |\n" + " x\n" * 200_000,
        "%YAML 1.2\n---\na: b",
        "%TAG ! tag:evil,2000:\n---\n!x a",
        "--- &a\na: *a",
        "&a [*a]",
        "a: &b [&c [&d [*b]]]",
        "<<: {a: b}",
        "a: !!binary aGVsbG8=",
        "!!set {a, b}",
        "a: \"\\ud83d\"",
        "a: \"\\U0010ffff\"",
        "\ufeffa: b",
        "a: b\x00c",
        "a: b\x85c",
        "a: b\u2028c",
        "\t- a",
    ],
)  # fmt: skip
def test_bombs_and_oddities(text: str) -> None:
    problems = Problems()
    document = parse(text, "f.yaml", problems)
    assert problems or (document is not None and is_plain(document.root))


FOUND: list[tuple[str, tuple[str | int, ...], str | list[str]]] = [
    ("law/ca", ("records", 0, "as_of"), "2026-02-31"),
    ("law/ca", ("records", 0, "as_of"), "0000-01-01"),
    ("law/ca", ("services", 0, "as_of"), "2026-02-31"),
    ("claims/cure", ("reviewed_on",), "2026-02-31"),
    ("substances/mdma", ("reviewed_on",), "\u0662\u0660\u0662\u0666"),
    ("studies/shelf", ("trial", "arms", 0, "randomised"), "9" * 26),
    ("studies/shelf", ("trial", "arms", 0, "analysed"), "-1"),
    ("substances/heroin", ("duration", 0, "total", "high"), "9" * 26),
    ("substances/mixture", ("may_contain", 0), "heroin"),
    ("rules", ("mechanism_rules", 0, "a", "actions"), ["releaser", "releaser"]),
]
"""What once came through the checker and broke the build or an answer."""


@pytest.mark.parametrize(("name", "key", "value"), FOUND)
def test_what_was_found_is_refused(
    whole: Path, name: str, key: tuple[str | int, ...], value: str | list[str]
) -> None:
    file = whole / f"{name}.yaml"
    tree = yaml.safe_load(file.read_text("utf-8"))
    parent = tree
    for step in key[:-1]:
        parent = parent[step]
    parent[key[-1]] = value
    file.write_bytes(written(tree))
    _corpus, problems = checked(whole)
    assert [problem.place.path for problem in problems] == [f"data/{name}.yaml"]


def test_an_override_that_stands_twice_is_refused(whole: Path) -> None:
    file = whole / "interactions" / "mdma.yaml"
    tree = yaml.safe_load(file.read_text("utf-8"))
    tree[0]["overrides"] = [
        {"id": "serotonin-rule", "reason": text(reason)} for reason in ("one", "two")
    ]
    file.write_bytes(written(tree))
    _corpus, problems = checked(whole)
    assert any("twice" in problem.message for problem in problems)


def test_a_value_over_several_lines_is_told_on_one(whole: Path) -> None:
    file = whole / "substances" / "heroin.yaml"
    tree = yaml.safe_load(file.read_text("utf-8"))
    tree["naloxone"]["verification"] = "un\nf.yaml:1:1: error: forged"
    file.write_bytes(written(tree))
    _corpus, problems = checked(whole)
    assert len(problems) == 1 and "\n" not in str(problems[0])


def test_names_of_five_thousand_characters_are_refused(whole: Path) -> None:
    file = whole / "substances" / "mdma.yaml"
    tree = yaml.safe_load(file.read_text("utf-8"))
    tree["names"] = {"en": "x" * 5_000, "fr": "x" * 5_000}
    file.write_bytes(written(tree))
    _corpus, problems = checked(whole)
    assert any("too long" in problem.message for problem in problems)


@contextmanager
def broken(whole: Path, chance: random.Random, by_tree: bool) -> Iterator[Path]:
    """A copy of a folder with one file broken; gone at the end."""
    with TemporaryDirectory() as temporary:
        copy = Path(temporary) / "data"
        shutil.copytree(whole, copy)
        file = chance.choice(files(copy))
        text = file.read_text("utf-8")
        if by_tree:
            file.write_bytes(written(mutated_tree(yaml.safe_load(text), chance)))
        else:
            file.write_bytes(mutated_text(text, chance))
        yield copy


def holds_or_tells(folder: Path) -> None:
    """Problems that stand in the folder, or an edition that answers everything."""
    _corpus, problems = checked(folder)
    if problems:
        for problem in problems:
            assert problem.place.path.split("/")[0] == folder.name
            assert problem.place.line >= 1 and "\n" not in problem.message
            assert dangers(str(problem)) == [], str(problem)
        return
    path = folder.parent / "broken.db"
    build(folder, path)
    for line in everything(str(path)):
        said = ask(*line)
        assert said.code in {0, 1}, (line, said.err)
        assert dangers(said.out + said.err) == [], line


def is_plain(node: Node) -> bool:
    """Nothing but mappings, lists and text without what is invisible."""
    if isinstance(node, dict):
        return all(is_plain(key) and is_plain(inner) for key, inner in node.items())
    if isinstance(node, list):
        return all(is_plain(inner) for inner in node)
    return isinstance(node, str) and dangers(node.replace("\t", "\x00")) == []


def is_placed(document: Document) -> None:
    """Every place lies in the file."""
    assert all(document.place(*key).line >= 1 for key in document.marks)
