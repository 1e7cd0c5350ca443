"""Small data folders for tests, written by the same rules as the real one."""

from pathlib import Path
from typing import Any

import yaml

Node = dict[str, Any]


def text(en: str, fr: str = "") -> Node:
    return {"en": en, "fr": fr or f"{en} (fr)"}


def fact(en: str, **more: Any) -> Node:
    return {"text": text(en), **support(), **more}


def support(
    evidence: str = "theoretical",
    verification: str = "unverified",
    source: str = "book",
) -> Node:
    return {"evidence": evidence, "verification": verification, "sources": [source]}


class DataFolder:
    """Writes YAML files that pass the checker unless told otherwise."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.write("sources/shelf", {
            "book": {"type": "textbook", "title": "A textbook"},
            "paper": {"type": "paper", "title": "A paper", "doi": "10.1000/xyz"},
            "chart": {"type": "peer-chart", "title": "A chart"},
            "gone": {"type": "paper", "title": "Retracted", "status": "retracted"},
        })  # fmt: skip
        self.write("targets", {
            name: {"names": text(name.upper()), "kind": "receptor",
                   "summary": text(name)}
            for name in ("mu-opioid", "sert", "mao-a", "gaba-a")
        })  # fmt: skip
        self.write("topics", {
            "epilepsy": {"names": text("epilepsy", "épilepsie"), "kind": "condition"}
        })  # fmt: skip
        self.write("rules", {"mechanism_rules": [], "stacking_rules": []})

    def write(self, name: str, content: Any) -> Path:
        file = self.path / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False))
        return file

    def substance(self, id_: str, **more: Any) -> Path:
        return self.write(f"substances/{id_}", {
            "kind": "drug",
            "names": text(id_, id_),
            "summary": text(f"About {id_}"),
            "reviewed_on": "2026-11-24",
            **more,
        })  # fmt: skip

    def family(self, id_: str, **more: Any) -> Path:
        return self.write(f"classes/{id_}", {
            "names": text(id_, id_),
            "summary": text(f"About {id_}"),
            "reviewed_on": "2026-11-24",
            **more,
        })  # fmt: skip

    def mechanism(self, target: str, action: str, **more: Any) -> Node:
        return {
            "target": target,
            "action": action,
            "level": "animal",
            "text": text(f"{action} at {target}"),
            **support(),
            **more,
        }

    def pairs(self, a: str, *statements: Node) -> Path:
        return self.write(f"interactions/{a}", list(statements))

    @staticmethod
    def statement(a: str, b: str, hazard: str, risk: str, **more: Any) -> Node:
        graded = support("limited", "read", "paper") if risk == "low" else support()
        return {
            "id": f"{a}--{b}--{hazard}",
            "with": b,
            "hazards": [hazard],
            "risk": risk,
            "summary": text(f"{a} and {b}: {risk}"),
            "why": text(f"why {a} and {b}"),
            "reviewed_on": "2026-11-24",
            **graded,
            **more,
        }
