"""How a thing is taken, typed as a word of its own."""

import io

import pytest

from tests.cli.running import Shell


def names(shell: Shell, *typed: str) -> list[tuple[str, str]]:
    """What was read, and how it is taken."""
    answer = shell("check", *typed, "--json").document
    return [(one.get("id", ""), one.get("route", "")) for one in answer["names"]]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("kéta sniffée alcool", [("ketamine", "snorted"), ("alcohol", "")]),
        # near Fusée, a name for pregabalin
        ("kéta fumée alcool", [("ketamine", "smoked"), ("alcohol", "")]),
        ("kéta par le nez alcool", [("ketamine", "snorted"), ("alcohol", "")]),
        ("alcohol ketamine iv", [("alcohol", ""), ("ketamine", "intravenous")]),
        ("kéta sniffée=3h alcool", [("ketamine", "snorted"), ("alcohol", "")]),
        (
            "olanzapine injection alcohol",
            [("olanzapine-injection", ""), ("alcohol", "")],
        ),
    ],
)
def test_a_route_belongs_to_the_name_before(
    shell: Shell, typed: str, read: list[tuple[str, str]]
) -> None:
    assert names(shell, *typed.split()) == read


def test_what_is_read_as_a_route_is_reported(shell: Shell) -> None:
    answer = shell("check", "kéta", "sniffée", "alcool", "--json")
    assert answer.code == 0 and answer.document["combined"]["complete"]
    (ketamine, _alcohol) = answer.document["names"]
    assert ketamine["query"] == "kéta sniffée" and ketamine["ignored"] == ["sniffée"]
    told = shell("check", "kéta", "sniffée", "alcool", "--lang", "fr").out
    assert "par le nez" in told.partition("\n")[0]


def test_no_risk_falls_by_a_route_that_may_be_the_next_ones(shell: Shell) -> None:
    def risk(*typed: str) -> str:
        return str(shell("check", *typed, "--json").document["combined"]["risk"])

    assert risk("ritonavir", "midazolam", "iv") == "unsafe"
    assert risk("midazolam", "iv", "ritonavir") == "dangerous"
    assert risk("ritonavir", "midazolam", "iv", "ketamine") == "dangerous"
    told = shell("check", "midazolam", "iv", "ritonavir").out
    assert told.startswith("Not taken into account: iv.")


def test_no_name_is_taken_for_a_route(shell: Shell) -> None:
    assert "cocaine" in shell("check", "alcohol", "nose", "candy").out
    read = names(shell, "heroin", "nasal", "naloxone")
    assert [id_ for id_, _route in read] == ["heroin", "", "naloxone"]
    assert names(shell, "oral", "ketamine", "alcohol")[0] == ("", "")


def test_a_name_and_its_route_are_one_name(shell: Shell) -> None:
    result = shell("check", "kéta", "sniffée")
    assert result.code == 2 and "two names" in result.err


def test_a_route_on_a_line_of_stdin(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("alcool kéta sniffée\n"))
    read = shell("check", "-").document["names"]
    assert [one["id"] for one in read] == ["alcohol", "ketamine"]
