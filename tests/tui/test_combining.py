"""Filling a combination, taking out of it, and telling its rows apart."""

import re

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from hrterm.store.library import Library
from hrterm.tui.app import HrTerm
from hrterm.tui.text import text_of as plain_of
from hrterm.tui.widgets.rows import RowList
from tests.tui.opening import opened, screen_of, text_of

KEYS = {" ": "space", "-": "minus", "=": "equals_sign", ",": "comma", "+": "plus"}


def rows_of(app: HrTerm) -> list[str]:
    """The rows of the list, as plain text."""
    rows = app.screen.query_one("#list", RowList).rows
    return [line if isinstance(line, str) else plain_of(line) for _id, line in rows]


async def typed(pilot: Pilot[None], *lines: str) -> None:
    """Type each and press Enter."""
    for line in lines:
        await pilot.press(*(KEYS.get(letter, letter) for letter in line), "enter")
    await pilot.pause()


async def test_what_is_typed_after_adding_replaces_the_name(library: Library) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press(*"poppers", "f5", *"viagra", "f5")
        await pilot.pause()
        assert app.screen.query_one("#query", Input).value == "viagra"
        assert len(app.session.basket) == 2
        await pilot.press("f4")
        await pilot.pause()
        (row,) = rows_of(app)
        assert "Dangerous" in row


@pytest.mark.parametrize(
    ("basket", "taken_out"),
    [
        (["methadonne 40mg"], "methadonne"),
        (["methadonne 40mg"], "methadone"),
        (["methadonne 40mg", "vin"], "methadonne 40mg"),
        (["vin", "diazepam"], "Valium"),
        (["vin", "2 comprimés de Valium"], "valum"),
        (["inventine"], "inventin"),
        (["G"], "g"),
        (["GHB", "vin"], "G"),
        (["ketamine=3h"], "ketamine=3h"),
        (["coke", "vin"], "coke, vin"),
    ],
)
async def test_a_name_is_taken_out(
    library: Library, basket: list[str], taken_out: str
) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press("f4")
        await typed(pilot, *basket)
        assert len(app.session.basket) == len(basket)
        await typed(pilot, f"-{taken_out}")
        kept = [] if len(basket) == 1 or "," in taken_out else ["vin"]
        assert list(app.session.basket) == kept
        assert "out" not in text_of(app, "#whole")


@pytest.mark.parametrize(
    ("basket", "asked", "told"),
    [
        (["ketamine"], "cocaine", "Nothing in the combination fits “cocaine”"),
        ([], "cocaine", "Nothing in the combination fits “cocaine”"),
        (["GHB", "GBL"], "G", "“G” may be GHB or GBL"),
        (["MDA"], "MDMA", "Nothing in the combination fits “MDMA”"),
    ],
)
async def test_what_fits_nothing_is_said(
    library: Library, basket: list[str], asked: str, told: str
) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press("f4")
        await typed(pilot, *basket, f"-{asked}")
        assert list(app.session.basket) == basket
        assert told in text_of(app, "#whole")
        await typed(pilot, "vin")
        assert told not in text_of(app, "#whole")


@pytest.mark.parametrize("key", ["f6", "f7"])
async def test_adding_a_name_returns_to_the_details(library: Library, key: str) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press("f4")
        await typed(pilot, "mdma", "ketamine")
        await pilot.press(key)
        await pilot.pause()
        assert "Why" not in text_of(app, "#detail")
        await typed(pilot, "phenelzine")
        assert "Why" in text_of(app, "#detail")
        assert "phenelzine" in text_of(app, "#detail")


async def test_several_names_are_added_at_once(library: Library) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press("f4")
        await typed(pilot, "coke=2h, alcool et G", "buprenorphine and naloxone")
        assert list(app.session.basket) == [
            "coke",
            "alcool",
            "G",
            "buprenorphine and naloxone",
        ]
        assert app.session.basket.minutes("coke") == 120


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_rows_that_depend_on_a_meaning_differ_where_they_are_cut(
    library: Library, language: str
) -> None:
    async with opened(library, language) as (app, pilot):
        await pilot.press("f4")
        await typed(pilot, "G", "methadonne 40mg", "vin")
        listed = app.screen.query_one("#list", RowList)
        width = listed.scrollable_content_region.width
        assert width < 40
        cut = [row[: width - 1] for row in rows_of(app)]
        assert len(cut) > 6 and len(set(cut)) == len(cut)
        assert any("G + " in line for line in cut)
        # Whatever stands in the row, the details say on what it depends.
        assert re.search(r"\bG\b", text_of(app, "#detail")[:400])


async def test_a_row_tells_the_meaning_on_which_it_depends(library: Library) -> None:
    async with opened(library, size=(160, 45)) as (app, pilot):
        await pilot.press("f4")
        await typed(pilot, "methadonne 40mg", "vin")
        told = "methadone + alcohol (if methadonne 40mg is methadone)"
        assert any(row.endswith(told) for row in rows_of(app))
        assert screen_of(app).chosen


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_every_function_key_is_told(
    library: Library, language: str, size: tuple[int, int]
) -> None:
    async with opened(library, language, size) as (app, pilot):
        for _mode in range(6):
            told = text_of(app, "#keys")
            keys = [f"F{number}" for number in range(1, 10)]
            assert all(key in told for key in keys if key not in {"F6", "F7"})
            lines = told.splitlines()
            assert all(len(line.rstrip()) <= size[0] for line in lines)
            assert len(lines) == app.screen.query_one("#keys").size.height
            assert size[0] <= 80 or len(lines) == 1
            await pilot.press("f4")
            await pilot.pause()
        assert "F7" in told


async def test_a_click_on_the_second_line_of_keys(library: Library) -> None:
    async with opened(library, size=(60, 20)) as (app, pilot):
        second = text_of(app, "#keys").splitlines()[1]
        await pilot.click("#keys", offset=(second.index("F8"), 1))
        await pilot.pause()
        assert library.language.startswith("fr")
