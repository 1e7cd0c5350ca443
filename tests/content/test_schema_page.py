"""The public schema: described, in step, and answering in SQL and over HTTP."""

import importlib.util
import json
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hrterm.content.schema_page import (
    FACETS,
    HIDDEN,
    QUESTIONS,
    datasette_metadata,
    page,
    tables,
)
from hrterm.store.opening import open_database
from tests.conftest import ROOT

RUN = "run: python -m hrterm.content.schema_page"


def test_the_pages_in_the_repository_are_these() -> None:
    assert (ROOT / "docs/schema.md").read_text("utf-8") == page(), RUN
    kept = (ROOT / "datasette/metadata.json").read_text("utf-8")
    assert kept == datasette_metadata(), RUN


def test_every_table_and_view_is_described_and_none_is_left_out(
    database: Path,
) -> None:
    found = tables()
    assert [table.name for table in found if not table.text] == []
    connection = open_database(str(database))
    stored = connection.execute(
        "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') "
        "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index_%'"
    ).fetchall()
    connection.close()
    assert {table.name for table in found} == {row[0] for row in stored}
    assert all(table.columns for table in found)
    assert {*FACETS, *HIDDEN} <= {table.name for table in found}


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_is_answered_by_the_real_edition(
    database: Path, name: str
) -> None:
    _title, sql, values = QUESTIONS[name]
    connection = open_database(str(database))
    assert connection.execute(sql, values).fetchall()
    connection.close()


def test_views_have_a_row_for_every_language_and_lose_nothing(database: Path) -> None:
    connection = open_database(str(database))
    for view, table in (
        ("v_substances", "subject"),
        ("v_pairs", "statement"),
        ("v_law", "law"),
        ("v_claims", "claim"),
        ("v_facts", "fact"),
        ("v_mechanisms", "mechanism"),
        ("v_services", "service"),
    ):
        (wanted,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        for language in ("en", "fr"):
            (held,) = connection.execute(
                f"SELECT count(*) FROM {view} WHERE language = ?", (language,)
            ).fetchone()
            assert held == wanted, (view, language)
    (names,) = connection.execute("SELECT count(*) FROM name").fetchone()
    (shown,) = connection.execute(
        "SELECT count(*) FROM (SELECT DISTINCT folded, subject FROM v_names)"
    ).fetchone()
    assert names == shown
    connection.close()


def test_the_questions_on_the_page_can_be_pasted(database: Path) -> None:
    blocks = page().split("```sql\n")[1:]
    assert len(blocks) == len(QUESTIONS)
    connection = open_database(str(database))
    for block in blocks:
        sql = block.split("```")[0]
        assert ":" not in sql
        try:
            connection.execute(sql)
        except sqlite3.Error as error:
            pytest.fail(f"{error}: {sql}")
    connection.close()


# --- Datasette ---------------------------------------------------------------


@pytest.fixture(scope="module")
def served(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real edition, served on loopback as docs/schema.md says."""
    if importlib.util.find_spec("datasette.app") is None:
        pytest.skip("datasette is not installed: pip install 'hrterm[datasette]'")
    folder = tmp_path_factory.mktemp("served")
    shutil.copy(database, folder / "hrterm.db")
    (folder / "metadata.json").write_text(datasette_metadata(), "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "datasette", "serve", "-i", str(folder / "hrterm.db"),
        "--metadata", str(folder / "metadata.json"),
        "--host", "127.0.0.1", "--port", str(port),
    ]  # fmt: skip
    server = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}/hrterm"
    try:
        _wait_for(server, address)
        yield address
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(server: subprocess.Popen[bytes], address: str) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        assert server.poll() is None, "datasette ended"
        try:
            urllib.request.urlopen(f"{address}.json", timeout=5).close()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    pytest.fail("datasette did not answer")


def ask(address: str, **values: str) -> Any:
    query = urllib.parse.urlencode({"_shape": "array", **values})
    with urllib.request.urlopen(f"{address}?{query}", timeout=20) as answer:
        return json.load(answer)


def test_datasette_serves_an_edition_as_it_is(served: str, database: Path) -> None:
    (row,) = ask(f"{served}/v_claims.json", language="fr", _size="1")
    assert row["language"] == "fr" and row["answer"]
    pairs = ask(f"{served}/dangerous_with.json", language="en", id="opioid")
    assert pairs and all(pair["sources"] for pair in pairs)
    with urllib.request.urlopen(f"{served}/v_pairs", timeout=20) as answer:
        html = answer.read().decode()
    assert "Statements on pairs with the names of both sides" in html
    assert "CC BY 4.0" in html
    assert [path.name for path in database.parent.glob("hrterm.db-*")] == []
