"""Each of the 251 founding rows stands once on the page, and what it names exists."""

import re
from typing import NamedTuple

import pytest

from tests.conftest import ROOT
from tests.content.raw import DATA, document, folder

PAGE = ROOT / "docs" / "founding-documents.md"
ROWS = {"000": 31, "001": 95, "002": 21, "003": 61, "004": 43}
IDS = [
    f"{source}-{number:02}"
    for source, count in ROWS.items()
    for number in range(1, count + 1)
]
HEARD_IN = {
    "000": {"article-ecstasy-ptsd"},
    "001": {"clinic-page-mdma-microdosing"},
    "002": {"digest-mdma-bdnf-review"},
    "003": {"article-naltrexone-self-esteem"},
    "004": {"forum-post-ketamine-benzodiazepines"},
}
COMMENTS = "comments-naltrexone-self-esteem"
WITHOUT_ROW = {"calling-911-brings-charges", "mdma-approved-in-us"}


class Row(NamedTuple):
    id: str
    targets: list[tuple[str, str]]
    """Kind and id; the id of a mechanism is `sheet/target`."""
    note: str


def _targets(where: str) -> list[tuple[str, str]]:
    found = []
    for part in where.split("; "):
        kind, names = part.split(" ", 1)
        ids = re.findall("`([^`]+)`", names)
        if kind == "mechanism":
            sheet, *on = ids
            assert f"`{sheet}` on `" in names, part
            found += [(kind, f"{sheet}/{target}") for target in on]
        else:
            found += [(kind, id_) for id_ in ids]
    return found


def _rows() -> list[Row]:
    found = []
    for line in PAGE.read_text("utf-8").splitlines():
        match = re.fullmatch(r"\| (\d{3}-\d{2}) \| (.+?) \| (.+) \|", line)
        if match:
            found.append(Row(match[1], _targets(match[2]), match[3]))
    return found


PAGE_ROWS = _rows()


@pytest.fixture(scope="module")
def known() -> dict[str, set[str]]:
    """Every id that the page may name, by kind."""
    sheets = {**folder("substances"), **folder("classes")}
    return {
        "claim": set(folder("claims")),
        "study": set(document(DATA / "studies" / "studies.yaml")),
        "sheet": set(sheets),
        "mechanism": {
            f"{id_}/{mechanism['target']}"
            for id_, sheet in sheets.items()
            for mechanism in sheet.get("mechanisms", [])
        },
        "pair": {
            statement["id"]
            for statements in folder("interactions").values()
            for statement in statements
        },
        "law": set(folder("law")),
        "card": set(folder("emergencies")),
        "topic": set(document(DATA / "topics.yaml")),
        "target": set(document(DATA / "targets.yaml")),
    }


def test_each_row_stands_once_and_in_order() -> None:
    assert [row.id for row in PAGE_ROWS] == IDS
    assert len(IDS) == 251


@pytest.mark.parametrize("row", PAGE_ROWS, ids=[row.id for row in PAGE_ROWS])
def test_what_a_row_names_exists(row: Row, known: dict[str, set[str]]) -> None:
    assert row.targets
    for kind, id_ in row.targets:
        assert id_ in known[kind], f"{row.id}: there is no {kind} {id_}"


def test_the_claims_name_the_same_rows_as_the_page() -> None:
    said = {
        row.id: {id_ for kind, id_ in row.targets if kind == "claim"}
        for row in PAGE_ROWS
    }
    assert all(len(claims) == 1 for claims in said.values())
    claims = folder("claims")
    named: dict[str, set[str]] = {id_: set() for id_ in IDS}
    for id_, claim in claims.items():
        for row in claim.get("rows", []):
            named[row].add(id_)
    assert named == said
    assert {id_ for id_ in claims if not claims[id_].get("rows")} == WITHOUT_ROW


def test_the_note_begins_with_verdict_and_grade() -> None:
    claims = folder("claims")
    for row in PAGE_ROWS:
        claim = claims[next(id_ for kind, id_ in row.targets if kind == "claim")]
        begin = f"{claim['verdict']}, {claim['evidence']}"
        assert row.note == begin or row.note.startswith(f"{begin}; "), row.id


def test_a_claim_was_heard_where_its_rows_come_from() -> None:
    for id_, claim in folder("claims").items():
        rows = claim.get("rows", [])
        expected = set().union(*(HEARD_IN[row[:3]] for row in rows))
        assert set(claim.get("heard_in", [])) - {COMMENTS} == expected, id_
        if COMMENTS in claim.get("heard_in", []):
            assert any("003-54" <= row <= "003-61" for row in rows), id_


def test_the_page_names_every_founding_document() -> None:
    page = PAGE.read_text("utf-8")
    for source in {COMMENTS}.union(*HEARD_IN.values()):
        assert f"`{source}`" in page
