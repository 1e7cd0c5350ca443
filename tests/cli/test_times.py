"""How much was taken and how long ago, typed as words of their own."""

from typing import Any

import pytest

from tests.cli.running import Shell


def read(shell: Shell, *typed: str) -> Any:
    return shell("check", *typed, "--json").document


@pytest.mark.parametrize(
    ("typed", "ignored"),
    [
        ("mdma 120 mg ghb", ["120 mg"]),
        ("mdma 30 min ghb", ["30 min"]),
        ("mdma 3h ghb", ["3h"]),
        ("120 mg mdma ghb", ["120 mg"]),
        ("2 mdma ghb", ["2"]),
    ],
)
def test_what_stands_beside_a_name_belongs_to_it_and_is_told(
    shell: Shell, typed: str, ignored: list[str]
) -> None:
    answer = read(shell, *typed.split())
    mdma, ghb = answer["names"]
    assert (mdma["id"], ghb["id"]) == ("mdma", "ghb")
    assert mdma["ignored"] == ignored and not ghb["ignored"]
    told = shell("check", *typed.split()).out
    assert told.startswith(f"Not taken into account: {ignored[0]}.")


def test_what_may_be_a_time_is_not_counted_and_says_how_to_tell_it(
    shell: Shell,
) -> None:
    told = shell("check", "mdma", "30", "min", "ghb").out
    assert "write:\nMDMA=30 min." in told.partition("\n\n")[0]
    assert (
        "write" not in shell("check", "mdma", "120", "mg", "ghb").out.split("\n\n")[0]
    )
    (pair,) = read(shell, "mdma", "3h", "ghb")["pairs"]
    (now,) = read(shell, "mdma", "ghb")["pairs"]
    assert pair == now


@pytest.mark.parametrize(
    "typed",
    [
        ("mdma", "3", "hours", "ago", "ghb"),
        ("mdma", "il", "y", "a", "3h", "ghb"),
        ("mdma 3h ago", "ghb"),
        ("3h", "ago", "mdma", "ghb"),
        ("il", "y", "a", "3h", "mdma", "et", "ghb"),
        ("mdma", "3h", "before", "ghb"),
        ("mdma il y a 3 heures et ghb",),
    ],
)
def test_what_tells_how_long_ago_is_counted(
    shell: Shell, typed: tuple[str, ...]
) -> None:
    answer = read(shell, *typed)
    expected = read(shell, "mdma=3h", "ghb")
    assert answer["pairs"] == expected["pairs"]
    assert not any(name["ignored"] for name in answer["names"])


def test_with_a_route_as_well(shell: Shell) -> None:
    answer = read(shell, *"kéta sniffée il y a 3h alcool".split())
    ketamine, _alcohol = answer["names"]
    assert (ketamine["id"], ketamine["route"]) == ("ketamine", "snorted")
    assert answer["pairs"] == read(shell, "kéta sniffée=3h", "alcool")["pairs"]


@pytest.mark.parametrize("number", ["71", "222", "5"])
def test_a_number_alone_is_a_name_that_nobody_knows(shell: Shell, number: str) -> None:
    answer = shell("check", "mdma", number, "--json")
    assert answer.code == 1
    assert [name["status"] for name in answer.document["names"]][1] != "found"
    assert answer.document["combined"]["complete"] is False
