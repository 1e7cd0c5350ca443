"""Cases in lay words: `tests/cases/*.yaml`, which anyone can read and extend.

Each case holds what people say (`say`), the names as typed (`check`), and what must
come of them: `risk` (one or several), `hazards` that must be named, `not_risk`, `effect`,
`names` (the status of each name), `complete`. `source` says where it was taken from.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from hrterm.domain.risk import worst
from hrterm.store.library import Library

FOLDER = Path(__file__).parent / "cases"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['say']}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]


def listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("case", CASES)
def test_case(library: Library, case: dict[str, Any]) -> None:
    assert case["source"]
    library.language = case.get("language", "en")
    answer = library.check(tuple(case["check"]))
    statuses = [name.status for name in answer.names]
    if "names" in case:
        assert statuses == case["names"]
    if "means" in case:
        found = [
            name.id if name.id else sorted(one.id for one in name.candidates)
            for name in answer.names
        ]
        for expected, got in zip(case["means"], found, strict=True):
            assert got == expected or (isinstance(got, list) and expected in got)
    risks = [pair.verdict.risk for pair in answer.pairs]
    overall = answer.combination.risk if answer.combination else worst(risks)
    if "risk" in case:
        assert overall in listed(case["risk"])
    if "not_risk" in case:
        assert overall not in listed(case["not_risk"])
    if "hazards" in case:
        speaking = {
            reason.finding.hazard
            for pair in answer.pairs
            for reason in pair.reasons
            if reason.finding.speaks
        }
        assert set(listed(case["hazards"])) <= speaking
    if "effect" in case:
        assert answer.pairs[0].verdict.effect == case["effect"]
    if "complete" in case:
        assert answer.combination is not None
        assert answer.combination.complete == case["complete"]
