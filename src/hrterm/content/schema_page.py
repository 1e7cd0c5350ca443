"""The public schema described: docs/schema.md, and what Datasette shows beside it.

Both are made from ``store/schema.sql``: its comments say what each table, view and
column holds. ``python -m hrterm.content.schema_page`` writes them.
"""

import json
import re
import sqlite3
from pathlib import Path
from typing import Any, NamedTuple

from hrterm.store.opening import schema_sql

QUESTIONS = {
    "what_is_known_of_a_pair": (
        "What is stated of two things",
        "SELECT name_a, name_b, risk, hazards, summary FROM v_pairs\n"
        "WHERE language = :language AND :a IN (a, b) AND :b IN (a, b)",
        {"language": "en", "a": "mdma", "b": "ssri"},
    ),
    "dangerous_with": (
        "What is stated as dangerous with one thing",
        "SELECT name_a, name_b, hazards, summary, sources FROM v_pairs\n"
        "WHERE language = :language AND risk = 'dangerous' AND :id IN (a, b)\n"
        "ORDER BY name_a, name_b",
        {"language": "en", "id": "opioid"},
    ),
    "what_a_name_means": (
        "What a folded spelling means",
        "SELECT DISTINCT text, subject, alias_type FROM v_names\n"
        "WHERE folded = :folded",
        {"folded": "g"},
    ),
    "law_in_a_place": (
        "The law of a place today",
        "SELECT name, status, schedule, instrument, as_of, verification FROM v_law\n"
        "WHERE language = :language AND jurisdiction = :place\n"
        "  AND effective_to IS NULL ORDER BY name",
        {"language": "fr", "place": "FR"},
    ),
    "claims_by_verdict": (
        "Claims with a verdict",
        "SELECT statement, answer, evidence FROM v_claims\n"
        "WHERE language = :language AND verdict = :verdict ORDER BY id",
        {"language": "en", "verdict": "contradicted"},
    ),
    "unread_sources": (
        "Sources that nobody has read, the most cited first",
        "SELECT id, title, cited FROM v_sources\n"
        "WHERE accessed IS NULL ORDER BY cited DESC, id",
        {},
    ),
    "members_of_a_class": (
        "Everything that belongs to a class, at any distance",
        "SELECT v_substances.id, name, distance FROM lineage\n"
        "JOIN v_substances ON v_substances.id = lineage.subject\n"
        "WHERE ancestor = :class AND type = 'substance' AND language = :language\n"
        "ORDER BY name",
        {"class": "opioid", "language": "en"},
    ),
}
"""Id: what is asked, in SQL, and values to try it with."""

FACETS = {
    "v_pairs": ["language", "risk", "verification"],
    "v_law": ["language", "jurisdiction", "status"],
    "v_claims": ["language", "verdict"],
    "v_facts": ["language", "section", "verification"],
    "v_substances": ["language", "type", "kind"],
    "v_sources": ["type", "status"],
}

HIDDEN = ("text_key", "search_entry", "search_index")
"""What nobody reads row by row."""

LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"

_OBJECT = re.compile(r"CREATE (?:VIRTUAL )?(TABLE|VIEW) (\w+)")
_COLUMN = re.compile(r'\s+"?(\w+)"? [A-Z]')


class Column(NamedTuple):
    """A column of a table or view."""

    name: str
    type: str
    required: bool
    key: bool
    references: str
    """``table.column``, or empty."""
    text: str


class Table(NamedTuple):
    """A table or view."""

    name: str
    is_view: bool
    text: str
    columns: tuple[Column, ...]


def tables() -> list[Table]:
    """Every table and view, in the order of the schema."""
    sql = schema_sql()
    told = _comments(sql)
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(sql)
        return [
            Table(
                name, kind == "VIEW", told[name, ""], _columns(name, connection, told)
            )
            for kind, name in _OBJECT.findall(sql)
        ]
    finally:
        connection.close()


def _comments(sql: str) -> dict[tuple[str, str], str]:
    """Comments by table and column; those right above it count."""
    told: dict[tuple[str, str], str] = {}
    table = ""
    above: list[str] = []
    for line in sql.splitlines():
        opened, column = _OBJECT.match(line), _COLUMN.match(line)
        if line.lstrip().startswith("--"):
            above.append(line.lstrip().removeprefix("--").strip())
            continue
        if opened:
            table = opened[2]
            told[table, ""] = " ".join(above)
        elif column and above:
            told[table, column[1]] = " ".join(above)
        above = []
    return told


def _columns(
    table: str, connection: sqlite3.Connection, told: dict[tuple[str, str], str]
) -> tuple[Column, ...]:
    references = {
        row[3]: f"{row[2]}.{row[4]}"
        for row in connection.execute(f"PRAGMA foreign_key_list({table})")
    }
    return tuple(
        Column(
            row[1],
            row[2],
            bool(row[3] or row[5]),
            bool(row[5]),
            references.get(row[1], ""),
            told.get((table, row[1]), ""),
        )
        for row in connection.execute(f"PRAGMA table_info({table})")
    )


def page() -> str:
    """docs/schema.md."""
    found = tables()
    lines = [_INTRODUCTION, "## Questions in SQL", ""]
    for title, sql, values in QUESTIONS.values():
        lines += [f"**{title}**", "", "```sql", _bound(sql, values), "```", ""]
    lines += ["## Views", ""]
    for table in found:
        if table.is_view:
            names = ", ".join(f"`{column.name}`" for column in table.columns)
            lines += [f"### {table.name}", "", table.text, "", f"{names}.", ""]
    lines += ["## Tables", ""]
    for table in found:
        if not table.is_view:
            lines += [f"### {table.name}", "", table.text, "", *_grid(table), ""]
    return "\n".join(lines).rstrip() + "\n"


def _bound(sql: str, values: dict[str, str]) -> str:
    """A question with its values written in, so that it can be pasted."""
    for name, value in values.items():
        sql = re.sub(rf":{name}\b", f"'{value}'", sql)
    return f"{sql};"


def _grid(table: Table) -> list[str]:
    lines = ["| column | type | |", "| --- | --- | --- |"]
    for column in table.columns:
        notes = ["key"] if column.key else []
        notes += [] if column.required or column.key else ["may be absent"]
        notes += [f"→ {column.references}"] if column.references else []
        notes += [column.text.rstrip(".")] if column.text else []
        kind = column.type.lower() or "text"
        lines.append(f"| {column.name} | {kind} | {'; '.join(notes)} |")
    return lines


_INTRODUCTION = """# The database

One SQLite file holds an edition: `hrterm data path` says where it is, `hrterm data
build` makes one. Open it read-only with `sqlite3`, Datasette, or anything that reads
SQLite 3.37 and newer; the checksum after the last page does not disturb them.

What reads the tables may rely on them while `schema` in `meta` stays the same. Words
such as `dangerous` or `prohibited` are those of the YAML files (`docs/data.md`). Texts
are rows of `text`, one a language; the views have them joined. **A pair without a row
in `v_pairs` is not harmless:** most verdicts are inherited or come from rules, so ask
`hrterm check --json` for them.

    sqlite3 -readonly "$(hrterm data path)" "SELECT * FROM v_claims LIMIT 3"
    hrterm data export -o open-data --format csv

**Datasette** shows an edition in a browser, to organisations that outgrow one laptop:

    pip install 'hrterm[datasette]'
    hrterm data schema datasette > metadata.json
    datasette serve -i "$(hrterm data path)" --metadata metadata.json

This page is made from `src/hrterm/store/schema.sql`: `python -m
hrterm.content.schema_page` writes it, a test compares the two.
"""


def datasette_metadata() -> str:
    """What Datasette shows: titles, descriptions, facets, the questions above."""
    described: dict[str, Any] = {}
    for table in tables():
        entry: dict[str, Any] = {"description": table.text}
        columns = {one.name: one.text for one in table.columns if one.text}
        if columns:
            entry["columns"] = columns
        if table.name in FACETS:
            entry["facets"] = FACETS[table.name]
        if table.name in HIDDEN:
            entry["hidden"] = True
        described[table.name] = entry
    document = {
        "title": "hrterm",
        "description": "Harm reduction: substances, combinations, law and claims, with "
        "their sources. A pair that is not listed is not harmless.",
        "license": LICENCE,
        "license_url": LICENCE_URL,
        "databases": {
            "hrterm": {
                "tables": described,
                "queries": {
                    name: {"title": title, "sql": sql}
                    for name, (title, sql, _) in QUESTIONS.items()
                },
            }
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def write(root: Path) -> None:
    """Write both below the repository's root."""
    for name, text in (
        ("docs/schema.md", page()),
        ("datasette/metadata.json", datasette_metadata()),
    ):
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(__file__).parents[3])
