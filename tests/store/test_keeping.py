"""What a library keeps from one question to the next changes no answer."""

import random
from pathlib import Path

import pytest

from hrterm.domain.answer import CheckAnswer
from hrterm.store import knowing, pairs
from hrterm.store.library import Library
from hrterm.wording.pairs import stack

SETS = 40


def sets(library: Library) -> list[tuple[str, ...]]:
    """Names of substances and classes, two to ten at once, some of them ambiguous."""
    chance = random.Random(7)
    listed = [
        name for kind in ("substance", "class") for _, name in library.listing(kind)
    ]
    typed = ["purple", "benzo", "heroin iv", "tranq dope", "ayahuasca", "no such thing"]
    return [
        tuple(
            chance.choice(typed if chance.random() < 0.15 else listed)
            for _ in range(chance.randint(2, 10))
        )
        for _ in range(SETS)
    ]


def alone(database: Path, language: str, names: tuple[str, ...]) -> CheckAnswer:
    with Library(str(database), language) as library:
        return library.check(names)


@pytest.mark.parametrize(("many", "kept"), [(300, 1_000), (100_000, 1), (2, 60)])
def test_what_was_asked_before_changes_no_answer(
    database: Path, monkeypatch: pytest.MonkeyPatch, many: int, kept: int
) -> None:
    """Read piece by piece or at once, kept or read again, in either language."""
    monkeypatch.setattr(knowing, "_MANY", many)
    monkeypatch.setattr(pairs, "_KEPT", kept)
    with Library(str(database)) as library:
        for number, names in enumerate(sets(library)):
            library.language = language = ("en", "fr", "fr", "en")[number % 4]
            assert library.check(names) == alone(database, language, names)


def test_all_pairs_of_one_are_those_of_a_check(library: Library) -> None:
    for id_ in ("ketamine", "benzodiazepine", "tranq-dope"):
        (name,) = library.names("subject", [id_]).values()
        rated = library.pairs_of(id_)
        for pair in rated[::25]:
            other = pair.verdict.b if pair.verdict.a == id_ else pair.verdict.a
            (other_name,) = library.names("subject", [other]).values()
            (checked,) = library.check((name, other_name)).pairs
            assert checked == pair


def test_what_was_asked_before_the_edition_is_held_can_be_asked_after(
    database: Path,
) -> None:
    with Library(str(database)) as library:
        library.check(("MDMA", "alcohol"))
        library.hold()
        for names in (("MDMA", "alcohol"), ("heroin", "alprazolam")):
            assert library.check(names) == alone(database, "en", names)
        assert library.pairs_of("ketamine")


def test_what_a_product_holds_is_named_when_it_adds_up(library: Library) -> None:
    answer = library.check(("darunavir-cobicistat", "tranq dope"))
    (chain,) = answer.stacks
    assert {"fentanyl", "xylazine"} < {one.id for one in chain.members}
    assert "xylazine" in stack(chain, answer.labels)
