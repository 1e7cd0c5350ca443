"""Each hard check has a bad case: the file, the line, and how to mend it."""

import pytest

from hrterm.content.build import checked
from tests.building import DataFolder, fact, support, text


def problems_of(folder: DataFolder) -> list[str]:
    return [str(problem) for problem in checked(folder.path)[1].in_order]


def only(folder: DataFolder) -> str:
    found = problems_of(folder)
    assert len(found) == 1, found
    return found[0]


@pytest.fixture(autouse=True)
def _two(folder: DataFolder) -> None:
    folder.substance("heroin")
    folder.substance("alcohol")


def test_a_folder_that_holds(folder: DataFolder) -> None:
    assert problems_of(folder) == []


def test_a_key_twice(folder: DataFolder) -> None:
    file = folder.substance("mdma")
    file.write_text(file.read_text() + "kind: drug\n")
    found = only(folder)
    assert found.startswith("data/substances/mdma.yaml:9:1: error: the key 'kind'")


def test_a_missing_french_text(folder: DataFolder) -> None:
    folder.substance("mdma", summary={"en": "About MDMA"})
    found = only(folder)
    assert found.startswith("data/substances/mdma.yaml:6:3: error: summary: ")
    assert "French" in found and "write it" in found


def test_a_dangling_id_with_a_suggestion(folder: DataFolder) -> None:
    folder.family("opioid")
    folder.substance("mdma", classes=["opiod"])
    found = only(folder)
    assert "data/substances/mdma.yaml:10:3: error: there is no class 'opiod'" in found
    assert "Did you mean 'opioid'?" in found


def test_no_source(folder: DataFolder) -> None:
    folder.substance("mdma", risks=[{**fact("It can kill"), "sources": []}])
    found = only(folder)
    assert "risks > 0 > sources: is empty: fill it." in found


def test_an_unverified_fact_is_at_most_theoretical(folder: DataFolder) -> None:
    folder.substance("mdma", risks=[fact("It can kill", evidence="strong")])
    assert "at most `theoretical`" in only(folder)


def test_charts_alone_are_at_most_limited(folder: DataFolder) -> None:
    graded = {"evidence": "moderate", "verification": "read", "sources": ["chart"]}
    folder.substance("mdma", risks=[{"text": text("It can kill"), **graded}])
    assert "at most `limited`" in only(folder)


def test_a_retracted_source_supports_nothing(folder: DataFolder) -> None:
    folder.substance("mdma", risks=[fact("It can kill", sources=["gone"])])
    assert "retracted" in only(folder)


@pytest.mark.parametrize(
    ("url", "is_refused"),
    [
        ("https://www.droracle.ai/articles/1/what-is", True),
        ("https://zamnesia.com./x", True),
        ("https://ZAMNESIA.com/x", True),
        ("https://notzamnesia.com/x", False),
        ("https://zamnesia.com.example.org/x", False),
        ("https://example.org/zamnesia.com", False),
    ],
)
def test_a_shop_or_a_machine_supports_nothing(
    folder: DataFolder, url: str, is_refused: bool
) -> None:
    page = {"type": "database", "title": "A page", "url": url}
    folder.write("sources/pages", {"page": page})
    folder.substance("mdma", risks=[fact("It can kill", sources=["page"])])
    found = problems_of(folder)
    assert ["cannot support anything" in one for one in found] == [True] * is_refused


def test_a_claim_may_be_heard_in_a_shop_but_not_rest_on_it(folder: DataFolder) -> None:
    page = {"type": "database", "title": "A shop", "url": "https://azarius.net/x"}
    folder.write("sources/pages", {"page": page})
    claim = {
        "statement": text("It lasts"), "subjects": ["heroin"], "verdict": "unproven",
        "evidence": "none", "verification": "read", "answer": text("Nobody knows"),
        "heard_in": ["page"], "reviewed_on": "2026-11-24",
    }  # fmt: skip
    folder.write("claims/c", claim)
    assert problems_of(folder) == []
    folder.write("claims/c", {**claim, "supported_by": ["page"]})
    assert "cannot support anything" in only(folder)


def test_a_low_needs_a_source_that_was_read(folder: DataFolder) -> None:
    one = folder.statement("alcohol", "heroin", "other", "low")
    folder.pairs("alcohol", {**one, **support()})
    assert "`low` needs a source that was read" in only(folder)


def test_a_milder_statement_without_override(folder: DataFolder) -> None:
    folder.family("opioid")
    folder.substance("heroin", classes=["opioid"])
    far = folder.statement("alcohol", "opioid", "breathing", "dangerous")
    near = folder.statement("alcohol", "heroin", "breathing", "caution")
    folder.pairs("alcohol", far, near)
    found = only(folder)
    assert "data/interactions/alcohol.yaml:" in found
    assert "caution for breathing is milder than dangerous" in found
    assert "name 'alcohol--opioid--breathing' in `overrides`" in found
    reason = [{"id": far["id"], "reason": text("a trial of this very pair")}]
    folder.pairs("alcohol", far, {**near, "overrides": reason})
    assert problems_of(folder) == []


def test_a_pair_in_the_wrong_file(folder: DataFolder) -> None:
    folder.pairs("heroin", folder.statement("heroin", "alcohol", "breathing", "unsafe"))
    assert "move this statement to alcohol.yaml" in only(folder)


def test_an_alias_of_two_things(folder: DataFolder) -> None:
    for id_ in ("ghb", "gbl"):
        folder.substance(id_, aliases=[{"text": "Liquid X", "type": "street"}])
    assert "also names" in only(folder)
    folder.write("ambiguous", [{"text": "liquid x", "candidates": ["ghb", "gbl"]}])
    assert problems_of(folder) == []


def test_a_circle_of_classes(folder: DataFolder) -> None:
    folder.family("one", parents=["two"])
    folder.family("two", parents=["one"])
    found = problems_of(folder)
    assert len(found) == 2 and all("leads back to itself" in line for line in found)


def test_two_of_a_class_that_does_not_stack(folder: DataFolder) -> None:
    folder.family("opioid")
    folder.pairs("opioid", folder.statement("opioid", "opioid", "breathing", "unsafe"))
    assert "does not stack" in only(folder)


def test_an_unknown_key_and_an_unknown_word(folder: DataFolder) -> None:
    folder.substance("mdma", colour="blue", kind="drugg")
    found = problems_of(folder)
    assert any("colour: is not a key" in line for line in found)
    assert any("Did you mean 'drug'?" in line for line in found)


def test_a_claim_that_rests_on_nothing(folder: DataFolder) -> None:
    folder.write("claims/c", {
        "statement": text("It is so"), "subjects": ["heroin"], "verdict": "supported",
        "evidence": "none", "verification": "unverified", "answer": text("Yes"),
        "reviewed_on": "2026-11-24",
    })  # fmt: skip
    assert "no source supports it" in only(folder)


def test_a_claim_may_name_a_retracted_source_only_when_it_says_so(
    folder: DataFolder,
) -> None:
    claim = {
        "statement": text("It lasts"), "subjects": ["heroin"], "verdict": "outdated",
        "evidence": "limited", "verification": "read", "answer": text("No"),
        "supported_by": ["gone"], "reviewed_on": "2026-11-24",
    }  # fmt: skip
    folder.write("claims/c", claim)
    assert "retracted" in only(folder)
    said = {"en": "The paper was retracted.", "fr": "L’article a été rétracté."}
    folder.write("claims/c", {**claim, "answer": said})
    assert problems_of(folder) == []


def test_law_that_ends_before_it_begins(folder: DataFolder) -> None:
    folder.write("law/ca", {
        "code": "CA", "names": text("Canada"),
        "records": [{"substance": "heroin", "status": "prohibited", "instrument": "Act",
                     "from": "2020", "to": "2019", "verification": "unverified",
                     "sources": ["book"]}],
    })  # fmt: skip
    assert "ends before it begins" in only(folder)


def test_all_problems_come_in_one_run(folder: DataFolder) -> None:
    folder.substance("mdma", summary={"en": "x"}, classes=["nope"])
    folder.substance("lsd", kind="what", reviewed_on="yesterday")
    folder.pairs("alcohol", {"id": "x"})
    found = problems_of(folder)
    assert len({line.split(":")[0] for line in found}) == 3
    assert len(found) > 5


def test_one_mistake_is_one_problem_whatever_names_the_file(
    folder: DataFolder,
) -> None:
    folder.family("opioid")
    for id_ in ("mdma", "codeine"):
        folder.substance(id_, classes=["opioid"], risks=[fact("It can kill")])
    folder.substance("tea", may_contain=["mdma"])
    folder.write("confusables", [["mdma", "codeine"]])
    far = folder.statement("codeine", "mdma", "mind", "caution")
    folder.pairs("codeine", far)
    assert problems_of(folder) == []
    for file, right, wrong in (
        ("substances/mdma", "kind: drug", "kind: drugg"),
        ("substances/mdma", "kind: drug", "kind drug"),
        ("classes/opioid", "'2026-11-24'", "soon"),
        ("sources/shelf", "type: textbook", "type: textbok"),
        ("sources/shelf", "type: textbook", "type textbook"),
    ):
        path = folder.path / f"{file}.yaml"
        held = path.read_text()
        assert right in held
        path.write_text(held.replace(right, wrong, 1))
        assert only(folder).startswith(f"data/{file}.yaml:")
        path.write_text(held)


def emergency(folder: DataFolder, **heard: list[str]) -> None:
    folder.write("emergencies/overdose", {
        "title": text("Overdose"), "rank": 1, "heard": heard,
        "signs": [fact("No breath.")], "steps": [fact("Call.")],
        "reviewed_on": "2026-11-24",
    })  # fmt: skip


def test_an_emergency_card_needs_what_people_say_in_both_languages(
    folder: DataFolder,
) -> None:
    emergency(folder, en=["not breathing"])
    assert "heard: the French text (fr) is missing" in only(folder)
    emergency(folder, en=["not breathing"], fr=[])
    assert "heard > fr: is empty: fill it." in only(folder)


@pytest.mark.parametrize(
    ("phrases", "told"),
    [
        (["not breathing", "is it", "no"], "'is it' holds only small words"),
        (["not breathing", "isn't breathing"], "is read as 'not breathing' is"),
    ],
)
def test_what_people_say_tells_something_and_stands_once(
    folder: DataFolder, phrases: list[str], told: str
) -> None:
    emergency(folder, en=phrases, fr=["respire pas"])
    found = problems_of(folder)
    assert any(told in problem for problem in found)
    assert all("data/emergencies/overdose.yaml:" in problem for problem in found)


def test_a_phrase_may_lead_to_several_cards(folder: DataFolder) -> None:
    emergency(folder, en=["overdose"], fr=["surdose"])
    folder.write("emergencies/sleep", {
        "title": text("Sleep"), "rank": 2,
        "heard": {"en": ["overdose"], "fr": ["surdose", "overdose"]},
        "signs": [fact("Sleeps.")], "steps": [fact("Call.")],
        "reviewed_on": "2026-11-24",
    })  # fmt: skip
    assert problems_of(folder) == []
