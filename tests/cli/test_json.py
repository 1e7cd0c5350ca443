"""Every JSON answer has the contract's fields, each time, in both languages."""

import json
import sys

import pytest

from hrterm.cli import output
from hrterm.cli.commands import COMMANDS
from hrterm.store.library import Library
from tests.cli.answers import ANSWERS, CLASS, ERROR, HEAD, SUBSTANCE, faults
from tests.cli.running import Shell

QUESTIONS = [
    "search keta",
    "search a",
    "search zzzzz",
    "search 2c",
    "check MDMA phenelzine",
    "check MDMA sertraline alcohol",
    "check MDMA zorblaxine",
    "check G Valium",
    "check G heroine coke",
    "check opioid alcohol",
    "check MDMA MDMA",
    "check zorblaxine qqqq",
    "check tusi alcohol",
    "check MDMA sertraline --since sertraline=3d",
    "check MDMA phenelzine --since MDMA=90m --since phenelzine=2w",
    "check naltrexone methadone --since naltrexone=2h",
    "matrix MDMA alcohol ketamine GHB",
    "matrix MDMA zorblaxine",
    "matrix zorblaxine qqqq",
    "matrix opioid alcohol",
    "legal MDMA",
    "legal MDMA --in CA-BC",
    "legal --in UN",
    "legal zorblaxine",
    "legal G",
    "claims",
    "claims 71",
    "claims zzzzz",
    "mechanism",
    "mechanism MDMA",
    "mechanism NMDA",
    "mechanism opioid",
    "mechanism zorblaxine",
    "emergency",
    "emergency seizure",
    "emergency opioid-overdose --in CA",
    "emergency MDMA",
    "emergency zzzzz",
    "sources",
    "sources mithoefer-2019",
    "sources zzzzz",
    "show zorblaxine",
    "show G",
]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer(shell: Shell, question: str, language: str) -> None:
    result = shell(*question.split(), "--json", "--lang", language)
    kind = question.split()[0]
    assert list(faults(result.document, HEAD | ANSWERS[kind])) == []
    assert (result.document["kind"], result.document["language"]) == (kind, language)
    assert result.code in {0, 1} and result.err == ""
    assert shell(*question.split(), "--lang", language).code == result.code


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("kind", "form"), [("substance", SUBSTANCE), ("class", CLASS)])
def test_every_sheet(
    shell: Shell, library: Library, kind: str, form: dict[str, object], language: str
) -> None:
    for id_, _name in library.listing(kind):
        document = shell("show", id_, "--json", "--lang", language).document
        found = list(faults(document, HEAD | ANSWERS["show"] | form))
        assert found == [], id_


def test_names_that_were_found_have_their_fields(shell: Shell) -> None:
    names = shell("check", "ecstasy", "G", "zorblaxine", "--json").document["names"]
    found, ambiguous, unknown = names
    assert {"id", "name", "matched"} <= set(found) and found["candidates"] == []
    assert "id" not in ambiguous and len(ambiguous["candidates"]) > 1
    assert "id" not in unknown and unknown["candidates"] == []


def test_a_combination_from_two_names_on(shell: Shell) -> None:
    for names in (("MDMA", "alcohol"), ("MDMA", "zorblaxine", "alcohol")):
        assert "combined" in shell("check", *names, "--json").document
    three = shell("check", "MDMA", "alcohol", "ketamine", "--json").document
    assert three["combined"]["caveat"]
    two = shell("check", "MDMA", "alcohol", "--json").document
    assert "caveat" not in two["combined"]


def test_worst_first_and_unknown_before_low(shell: Shell) -> None:
    order = ["dangerous", "unsafe", "caution", "unknown", "low"]
    names = ("MDMA", "phenelzine", "sertraline", "naloxone", "caffeine", "ketamine")
    pairs = shell("check", *names, "--json").document["pairs"]
    risks = [order.index(pair["risk"]) for pair in pairs]
    assert risks == sorted(risks)
    listed = shell("show", "MDMA", "--json").document["interactions"]
    risks = [order.index(one["risk"]) for one in listed]
    assert risks == sorted(risks) and order.index("unknown") not in risks


@pytest.mark.parametrize("where", [0, 1, 2, 3])
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check", "MDMA", "--nope"), 2),
        (("nope", "MDMA"), 2),
        (("check", "MDMA"), 2),
        (("legal", "--in", "XX"), 2),
        (("check", "MDMA", "alcohol", "--fail-on", "boom"), 2),
        (("check", "MDMA", "alcohol", "--since", "MDMA=3"), 2),
        (("show", "MDMA", "--lang", "zz"), 2),
        (("show", "MDMA", "--db", "/no/such.db"), 3),
        (("data", "check", "/no/such/folder"), 3),
        (("config", "set", "colour", "red"), 2),
        (("config", "nope"), 2),
        (("completion", "csh"), 2),
        (("matrix", "MDMA"), 2),
    ],
)
def test_an_error_is_an_object_wherever_json_stands(
    shell: Shell, arguments: tuple[str, ...], code: int, where: int
) -> None:
    where = min(where, len(arguments))
    given = [*arguments[:where], "--json", *arguments[where:]]
    if "--json" in given and given[where - 1] in {"--in", "--lang", "--db", "--since"}:
        return  # there it would be the option's value
    result = shell(*given)
    assert list(faults(result.document, ERROR)) == []
    assert result.code == result.document["code"] == code
    assert result.err == f"hrterm: {result.document['message']}\n"


def test_json_behind_dashes_is_a_name(shell: Shell) -> None:
    result = shell("check", "MDMA", "--db", str(shell.database), "--", "--json")
    assert result.code == 1 and "--json" in result.out
    assert not result.out.startswith("{")


def test_no_character_in_json_hides_or_steers() -> None:
    every = " ".join(map(chr, range(sys.maxunicode + 1)))
    written = output.json_text({"text": every})
    is_the_same = json.loads(written)["text"] == every
    assert is_the_same
    shown = {one for one in written if not one.isprintable()}
    assert shown == {"\n", "\u00a0", "\u202f"}
    told = output.json_text({"text": "\U000e0041\u0600\u200b\xad\u00a0é"})
    assert told == '{"text": "\\udb40\\udc41\\u0600\\u200b\\u00ad\u00a0é"}\n'


def test_every_command_has_a_form() -> None:
    own = {"handout", "data", "config", "completion"}
    assert set(ANSWERS) | own == set(COMMANDS)


def test_other_commands_answer_with_objects(shell: Shell) -> None:
    for command in ("config show", "config path", "data path", "data info",
                    "completion bash", "--version", "handout MDMA"):  # fmt: skip
        document = shell(*command.split(), "--json").document
        assert document["kind"] and document["language"] == "en"
