"""What ``hrterm data new`` writes: strict YAML that says what is missing."""

from pathlib import Path

import pytest

from hrterm.content.build import checked
from hrterm.content.problems import Problems
from hrterm.content.reading import parse
from hrterm.content.skeletons import KINDS, SkeletonError, skeleton
from tests.building import DataFolder

IDS = {
    "substance": "zopirone",
    "class": "zopirones",
    "claim": "it-is-so",
    "interaction": "zopirone--alcohol",
    "law": "FR-ARA",
    "local": "my-team",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_skeleton_is_strict_yaml_with_both_languages_in_its_comments(
    kind: str,
) -> None:
    made = skeleton(kind, IDS[kind], "2026-11-25")
    problems = Problems()
    assert parse(made.text, made.path, problems) is not None
    assert problems == []
    first, *comments = made.text.splitlines()
    assert first.startswith("# yaml-language-server: $schema=")
    assert first.endswith(f"/schemas/{kind}.json")
    told = "\n".join(line for line in comments if line.lstrip().startswith("#"))
    assert "hrterm data" in told and ("Remplissez" in told or "Puis" in told)
    assert "@" not in made.text and max(map(len, made.text.splitlines())) < 180


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "local"])
def test_the_checker_says_what_is_left_to_write(folder: DataFolder, kind: str) -> None:
    folder.substance("alcohol")
    if kind == "interaction":
        folder.substance("zopirone")
    made = skeleton(kind, IDS[kind], "2026-11-25")
    path = folder.path / made.path
    path.parent.mkdir(exist_ok=True)
    path.write_text(made.text)
    found = checked(folder.path)[1].in_order
    assert found and all("is empty: fill it" in problem.message for problem in found)
    assert {problem.place.path for problem in found} == {f"data/{made.path}"}


def test_a_filled_skeleton_holds(folder: DataFolder) -> None:
    folder.substance("alcohol")
    made = skeleton("substance", "zopirone", "2026-11-25")
    (folder.path / made.path).write_text(
        made.text.replace('en: ""', 'en: "A sedative."').replace(
            'fr: ""', 'fr: "Un sédatif."'
        )
    )
    assert checked(folder.path)[1] == []


def test_a_pair_goes_into_the_file_of_the_id_that_sorts_first(
    folder: DataFolder,
) -> None:
    made = skeleton("interaction", "zopirone--alcohol--stopping", "2026-11-25")
    assert made.path == "interactions/alcohol.yaml"
    assert "- id: alcohol--zopirone--stopping\n" in made.entry
    assert "  with: zopirone\n" in made.entry
    for id_ in ("alcohol", "zopirone"):
        folder.substance(id_)
    held = folder.statement("alcohol", "zopirone", "sedation", "unsafe")
    path = folder.pairs("alcohol", held)
    path.write_text(path.read_text() + made.entry)
    found = checked(folder.path)[1]
    assert {problem.message.split(" ")[0] for problem in found} == {"1"}


@pytest.mark.parametrize(
    ("kind", "id_", "code"),
    [
        ("substance", "Zopirone", "no-id"),
        ("substance", "../../etc/passwd", "no-id"),
        ("class", "", "no-id"),
        ("claim", "a b", "no-id"),
        ("local", "a/b", "no-id"),
        ("interaction", "alcohol", "no-pair"),
        ("interaction", "alcohol--", "no-pair"),
        ("interaction", "../a--b", "no-pair"),
        ("law", "France", "no-place"),
        ("law", "../fr", "no-place"),
    ],
)
def test_ids_that_are_none(kind: str, id_: str, code: str) -> None:
    with pytest.raises(SkeletonError) as caught:
        skeleton(kind, id_, "2026-11-25")
    assert caught.value.code == code


def test_templates_lie_in_the_package() -> None:
    import hrterm.content.skeletons as module

    folder = Path(module.__file__).parent / "templates"
    assert {path.stem for path in folder.glob("*.yaml")} == set(KINDS)
