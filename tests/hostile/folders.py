"""A small data folder that holds one of everything, to be broken in tests."""

from typing import Any

from tests.building import DataFolder, fact, support, text


def fill(folder: DataFolder) -> None:
    """Two classes, five substances, pairs, rules, law, a claim, a study, a card."""
    _rules(folder)
    folder.family("opioid", stacks=True, mechanisms=[
        folder.mechanism("mu-opioid", "agonist"),
    ])  # fmt: skip
    folder.family("strong-opioid", parents=["opioid"])
    folder.substance("heroin", classes=["strong-opioid"], emergency=["overdose"],
                     naloxone=fact("Works."), overdose="high", **_full())  # fmt: skip
    folder.substance("mdma", mechanisms=[folder.mechanism("sert", "releaser")],
                     aliases=[{"text": "ecstasy", "type": "street"},
                              {"text": "XTC", "type": "street", "language": "en",
                               "regions": ["CA"]}])  # fmt: skip
    folder.substance("phenelzine", mechanisms=[folder.mechanism("mao-a", "inhibitor")])
    folder.substance("mdma-salt", form_of="mdma")
    folder.substance("mixture", contains=["heroin"], may_contain=["mdma"])
    statement = folder.statement
    folder.pairs("mdma", statement("mdma", "phenelzine", "serotonin", "dangerous",
        signs=[text("Fever")], advice=[text("Do not.")], timing=[
            {"first": "b", "then": "a", "text": text("Two weeks."),
             "wait": {"low": "14d", "high": "14d"}, "verification": "unverified"}],
    ))  # fmt: skip
    folder.pairs("heroin", statement("heroin", "mdma", "other", "caution"))
    folder.pairs("opioid", statement("opioid", "opioid", "breathing", "dangerous"))
    _records(folder)


def _full() -> dict[str, Any]:
    return {
        "effects": [fact("Warmth.")],
        "risks": [fact("Breathing stops.")],
        "reduce_harm": [fact("Not alone.")],
        "danger_signs": [fact("Blue lips.")],
        "contraindications": [fact("Seizures.", condition="epilepsy")],
        "adulterants": [fact("Fentanyl.")],
        "washout": fact("Days.", wait={"low": "1d", "high": "3d"}),
        "identifiers": {"cas": "561-27-3", "atc": ["N07BC06"]},
        "duration": [{"route": "oral", "onset": {"low": "20", "high": "60"},
                      "total": {"low": "180", "high": "300"}, **support()}],
    }  # fmt: skip


def _rules(folder: DataFolder) -> None:
    shared = {"summary": text("{a} with {b}."), "why": text("{a} and {b} add up.")}
    folder.write("rules", {
        "mechanism_rules": [{
            "id": "serotonin-rule", "hazard": "serotonin", "risk": "unsafe",
            "effect": "stronger",
            "a": {"target": "sert", "actions": ["releaser"]},
            "b": {"target": "mao-a", "actions": ["inhibitor"]},
            **shared, **support(),
        }],
        "stacking_rules": [{
            "id": "breathing-rule", "hazard": "breathing", "members": ["opioid"],
            "two": "dangerous", "three": "dangerous",
            "group": text("breathing"), "summary": text("Breathing."),
            "why": text("They add up."), **support(),
        }],
    })  # fmt: skip


def _records(folder: DataFolder) -> None:
    folder.write("law/ca", {
        "code": "CA", "names": text("Canada"),
        "services": [{"kind": "emergency", "label": text("Emergency"),
                      "number": "911", "as_of": "2026-11-01",
                      "verification": "read", "sources": ["paper"]}],
        "protection": [{"text": text("You may call."), "verification": "read",
                        "sources": ["paper"]}],
        "records": [{"substance": "mdma", "status": "prohibited",
                     "possession": "offence", "instrument": "An act",
                     "schedule": text("Schedule I"), "item": "3",
                     "url": "https://example.org/act", "from": "1990-01-01",
                     "as_of": "2026-11-01", "verification": "read",
                     "note": text("A note."), "sources": ["paper"]}],
    })  # fmt: skip
    folder.write("claims/cure", {
        "statement": text("It cures."), "subjects": ["mdma"], "verdict": "unproven",
        "evidence": "limited", "verification": "read", "answer": text("Not proven."),
        "figures": [{"value": "71 %", "comparator": "48 %", "denominator": "104",
                     "text": text("Of those who stayed.")}],
        "supported_by": ["paper"], "heard_in": ["chart"], "reviewed_on": "2026-11-24",
    })  # fmt: skip
    folder.write("studies/shelf", {
        "trial": {"title": text("A trial"), "design": text("Randomised"),
                  "arms": [{"name": text("MDMA"), "randomised": "53",
                            "analysed": "52", "result": text("Better")}],
                  "subjects": ["mdma"], "status": "active", "sources": ["paper"]},
    })  # fmt: skip
    folder.write("emergencies/overdose", {
        "title": text("Overdose"), "rank": 1,
        "heard": {"en": ["not breathing"], "fr": ["respire pas"]},
        "signs": [fact("No breath.")],
        "steps": [fact("Call.")], "do_not": [fact("Leave.")], "concerns": ["opioid"],
        "reviewed_on": "2026-11-24",
    })  # fmt: skip
    folder.write("ambiguous", [{"text": "G", "candidates": ["mdma", "heroin"]}])
    folder.write("confusables", [["mdma", "heroin"]])
    folder.write("glossary", {"term": {"names": text("term"), "text": text("A word.")}})
