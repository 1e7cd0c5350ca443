"""Data folders of any size, by the rules of the real one: for growth, not for reading.

python benchmarks/generated.py FOLDER SUBSTANCES STATEMENTS
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

START = ("ab", "be", "ci", "da", "eu", "flu", "gra", "ha", "io", "ke", "lo", "me", "na",
         "oxy", "pra", "que", "ri", "sul", "ta", "ul", "va", "xa", "ye", "zo")  # fmt: skip
MIDDLE = ("la", "me", "ti", "ro", "ni", "pha", "ze", "do", "cy", "va", "lo", "ri", "tra",
          "be", "xo", "mi", "thy", "go")  # fmt: skip
END = (
    "pam",
    "ine",
    "ol",
    "ide",
    "one",
    "ate",
    "ium",
    "an",
    "il",
    "ex",
    "oxin",
    "azole",
)
RISKS = {
    "breathing": "dangerous", "sedation": "unsafe", "serotonin": "dangerous",
    "pressure-up": "unsafe", "rhythm": "dangerous", "seizure": "unsafe",
    "exposure": "caution", "mind": "caution",
}  # fmt: skip
"""Each hazard has one risk, so that no statement hides a worse one."""
SUPPORT = "evidence: theoretical, verification: unverified, sources: [book]"
PER_FILE = 800
"""Statements in one file at most: a file may hold a megabyte."""


def generate(folder: Path, substances: int, statements: int, seed: int = 1) -> None:
    """Write a data folder of so many substances and statements."""
    chance = random.Random(seed)
    names = _names(chance)
    classes = [f"class-{number}" for number in range(max(2, substances // 40))]
    ids = [next(names) for _ in range(substances)]
    _shelves(folder)
    for number, id_ in enumerate(classes):
        parent = (
            f"\nparents: [{classes[chance.randrange(number)]}]" if number > 9 else ""
        )
        _write(folder, f"classes/{id_}", _sheet(id_, chance) + parent)
    for id_ in ids:
        members = ", ".join(sorted(set(chance.choices(classes, k=2))))
        aliases = "".join(
            f"\n- {{text: {next(names)}, type: brand}}"
            for _ in range(chance.randint(2, 6))
        )
        sheet = _sheet(id_, chance)
        _write(
            folder, f"substances/{id_}",
            f"kind: drug\n{sheet}\nclasses: [{members}]\naliases:{aliases}",
        )  # fmt: skip
    for name, lines in _pairs(ids, classes, statements, chance):
        _write(folder, f"interactions/{name}", "\n".join(lines))


def _names(chance: random.Random) -> Iterator[str]:
    """Names as medicines have them, none twice."""
    seen = set()
    while True:
        middle = "".join(chance.choices(MIDDLE, k=chance.randint(1, 4)))
        name = chance.choice(START) + middle + chance.choice(END)
        if name not in seen:
            seen.add(name)
            yield name


def _sheet(id_: str, chance: random.Random) -> str:
    facts = "".join(
        f"\n- {{text: {{en: Fact {number} of {id_} on the heart and the breath., "
        f"fr: Fait {number} de {id_} sur le cœur et le souffle.}}, {SUPPORT}}}"
        for number in range(chance.randint(2, 5))
    )
    return (
        f"names: {{en: {id_}, fr: {id_}}}\nreviewed_on: 2026-11-24\n"
        f"summary: {{en: About {id_}., fr: Sur {id_}.}}\nrisks:{facts}"
    )


def _pairs(
    ids: list[str], classes: list[str], count: int, chance: random.Random
) -> Iterator[tuple[str, list[str]]]:
    """Statements by file: one in fifty on a class, the rest on two substances."""
    files: dict[str, list[str]] = {}
    seen: set[tuple[str, str, str]] = set()
    while len(seen) < count:
        one = chance.choice(classes if chance.random() < 0.02 else ids)
        a, b = sorted((one, chance.choice(ids)))
        hazard = chance.choice(list(RISKS))
        if a == b or (a, b, hazard) in seen or len(files.get(a, ())) >= PER_FILE:
            continue
        seen.add((a, b, hazard))
        files.setdefault(a, []).append(
            f"- {{id: {a}--{b}--{hazard}, with: {b}, hazards: [{hazard}], "
            f"risk: {RISKS[hazard]}, reviewed_on: 2026-11-24,\n"
            f"  summary: {{en: Both act on {hazard}., fr: Les deux agissent sur {hazard}.}},\n"
            f"  why: {{en: Their effects add up., fr: Leurs effets s'ajoutent.}}, {SUPPORT}}}"
        )
    yield from files.items()


def _shelves(folder: Path) -> None:
    _write(folder, "sources/shelf", "book: {type: textbook, title: A textbook}")
    _write(
        folder, "targets",
        "target:\n  names: {en: target, fr: cible}\n  kind: receptor\n"
        "  summary: {en: A target., fr: Une cible.}",
    )  # fmt: skip
    _write(
        folder, "topics",
        "topic:\n  names: {en: topic, fr: sujet}\n  kind: condition",
    )  # fmt: skip
    _write(folder, "rules", "mechanism_rules: []\nstacking_rules: []")


def _write(folder: Path, name: str, text: str) -> None:
    file = folder / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
