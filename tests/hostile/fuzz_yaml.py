"""Fuzzes the YAML reader and the models: a document, or problems with a place."""

from pathlib import Path

import atheris

from tests.hostile.fuzzing import fuzz

with atheris.instrument_imports(include=["hrterm", "yaml"]):
    from hrterm.content.corpus import files
    from hrterm.content.models.interactions import Interaction, Rules
    from hrterm.content.models.records import (
        Claim,
        EmergencyCard,
        Jurisdiction,
        Source,
        Study,
    )
    from hrterm.content.models.sheets import Substance, SubstanceClass, Target
    from hrterm.content.problems import Problems
    from hrterm.content.reading import parse
    from hrterm.content.validating import validate, validate_list, validate_table
    from tests.hostile.asking import dangers
    from tests.hostile.test_data import is_placed, is_plain

WHOLE = (Substance, SubstanceClass, Claim, EmergencyCard, Jurisdiction, Rules)
TABLES = (Source, Study, Target)


def once(data: bytes) -> None:
    """Read a file, then take it for every kind of file."""
    text = data.decode("utf-8", "surrogateescape")
    problems = Problems()
    document = parse(text, "f.yaml", problems)
    if document is None:
        assert problems
        return
    assert problems or is_plain(document.root)
    is_placed(document)
    for model in WHOLE:
        validate(model, document, problems)
    for table in TABLES:
        validate_table(table, document, problems)
    validate_list(Interaction, document, problems)
    for problem in problems:
        assert problem.place.line >= 1 and "\n" not in problem.message
        assert dangers(str(problem)) == [], str(problem)


if __name__ == "__main__":
    small = sorted(files(Path("data")), key=lambda path: path.stat().st_size)
    fuzz(once, (path.read_bytes()[:3000] for path in small[:400:2]))
