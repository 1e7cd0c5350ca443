"""Each task with keys alone, in both languages, at 80x24."""

import gc
from pathlib import Path

import pytest
from textual._styles_cache import StylesCache
from textual.widgets import Input

from hrterm import settings
from hrterm.i18n import activate
from hrterm.pages import sheet
from hrterm.store.library import Library
from hrterm.tui.app import HrTerm
from hrterm.tui.dialogs.dialog import Dialog
from hrterm.tui.screens import browse
from hrterm.tui.screens.base import ModeScreen
from hrterm.tui.status import line
from hrterm.tui.widgets.page import PageView
from hrterm.tui.widgets.rows import RowList
from tests.tui.opening import opened, screen_of, text_of


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_find_a_street_name(library: Library, language: str) -> None:
    async with opened(library, language) as (app, pilot):
        await pilot.press(*"special k")
        await pilot.pause()
        assert screen_of(app).chosen == "ketamine"
        assert text_of(app, "#detail")


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Dangerous"), ("fr", "Dangereux")]
)
async def test_check_three_things(library: Library, language: str, word: str) -> None:
    async with opened(library, language) as (app, pilot):
        await pilot.press("f4")
        for name in ("ketamine", "xanax", "alcool" if language == "fr" else "alcohol"):
            await pilot.press(*name, "enter")
        await pilot.pause()
        assert len(app.session.basket) == 3
        assert word in text_of(app, "#detail")
        assert len(app.screen.query_one("#list", RowList).rows) == 3


async def test_find_the_law_here(library: Library) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press("alt+3", *"mdma")
        await pilot.pause()
        page = text_of(app, "#detail")
        assert page.index("Canada") < page.index("Australia")


async def test_answer_a_claim(library: Library) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press("alt+5", *"rosenberg")
        await pilot.pause()
        assert "trial" in text_of(app, "#detail")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_start_an_emergency_with_one_key(library: Library, language: str) -> None:
    async with opened(library, language) as (app, pilot):
        await pilot.press(*"hero", "f2")
        await pilot.pause()
        assert app.current_mode == "emergency"
        assert "911" in text_of(app, "#detail")
        assert screen_of(app).chosen == "opioid-overdose"


@pytest.mark.parametrize(
    ("language", "typed", "card"),
    [
        ("en", "not breathing", "opioid-overdose"),
        ("en", "overdose ghb", "deep-sedation"),
        ("fr", "lèvres bleues", "opioid-overdose"),
        ("fr", "trop chaud", "overheating-serotonin"),
    ],
)
async def test_say_what_is_happening(
    library: Library, language: str, typed: str, card: str
) -> None:
    async with opened(library, language) as (app, pilot):
        await pilot.press("f2", *typed)
        await pilot.pause()
        assert screen_of(app).chosen == card
        assert "911" in text_of(app, "#detail")


async def test_what_nobody_recognises_shows_what_kills_soonest(
    library: Library,
) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press("f2", *"zzzzz")
        await pilot.pause()
        rows = app.screen.query_one("#list", RowList).rows
        assert [id_ for id_, _ in rows[:2]] == ["opioid-overdose", "deep-sedation"]
        assert len(rows) == len(library.cards())
        assert "Nothing was recognised in “zzzzz”" in text_of(app, "#detail")
        await pilot.press("down")
        await pilot.pause()
        assert "Nothing was recognised" in text_of(app, "#detail")
        await pilot.press("escape")
        await pilot.pause()
        assert "Nothing was recognised" not in text_of(app, "#detail")


async def test_the_language_changes_live_and_keeps_everything(library: Library) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press(*"keta")
        await pilot.pause()
        chosen = screen_of(app).chosen
        await pilot.press("f8")
        await pilot.pause()
        assert library.language == "fr-CA"  # as it is spoken in the place that is set
        assert screen_of(app).chosen == chosen
        assert app.screen.query_one("#query", Input).value == "keta"
        assert app.focused is app.screen.query_one("#query", Input)
        assert "Consulter" in text_of(app, "#modes")
        await pilot.press("f4")
        await pilot.pause()
        assert "Combiner" in text_of(app, "#modes")
        await pilot.press("f8")
        assert library.language == "en"


@pytest.mark.parametrize(
    ("place", "begun", "spoken"),
    [("FR", "en", "fr"), ("BE", "en", "fr"), ("FR", "fr-CA", "fr-CA")],
)
async def test_french_is_that_of_the_person_or_the_place(
    library: Library, place: str, begun: str, spoken: str
) -> None:
    async with opened(library, begun) as (app, pilot):
        app.settings["place"] = place
        for _ in range(2):
            await pilot.press("f8")
            if library.language.startswith("fr"):
                assert library.language == spoken
        assert library.language == begun


async def test_every_mode_keeps_its_state(library: Library) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press(*"keta", "f4", "f4", *"mdma")
        await pilot.pause()
        await pilot.press("alt+1")
        await pilot.pause()
        assert app.screen.query_one("#query", Input).value == "keta"
        await pilot.press("alt+3")
        await pilot.pause()
        assert app.screen.query_one("#query", Input).value == "mdma"


async def test_search_everything_opens_what_it_finds(library: Library) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press("f3", *"rosenberg", "enter")
        await pilot.pause()
        await pilot.pause()
        assert app.current_mode == "claims"
        await pilot.press("f3", *"naltrexone", "enter")
        await pilot.pause()
        await pilot.pause()
        assert app.current_mode == "browse"
        assert screen_of(app).chosen == "naltrexone"


async def test_escape_always_goes_back(library: Library) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press("f1")
        await pilot.pause()
        assert not isinstance(app.screen, ModeScreen)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("f2", "escape")
        await pilot.pause()
        assert app.current_mode == "browse"


async def test_tabs_of_the_sheet(library: Library) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press(*"mdma")
        seen = {text_of(app, "#detail")}
        for _ in range(5):
            await pilot.press("alt+right")
            await pilot.pause()
            seen.add(text_of(app, "#detail"))
        assert len(seen) == 6


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (160, 45)])
async def test_any_size_and_resizing(library: Library, size: tuple[int, int]) -> None:
    async with opened(library, size=size) as (app, pilot):
        await pilot.press(*"keta")
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert screen_of(app).chosen == "ketamine"
        for _ in range(6):
            await pilot.press("f4")
            await pilot.pause()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", [44, 60, 80])
async def test_all_modes_stand_on_the_first_line(
    library: Library, language: str, width: int
) -> None:
    names = {
        "en": ["Browse", "Combine", "Law", "Mechanisms", "Claims", "Emergency"],
        "fr": ["Consulter", "Combiner", "Droit", "Mécan", "On-dit", "Urgence"],
    }[language]
    async with opened(library, language, (width, 20)) as (app, pilot):
        for mode in range(6):
            line = text_of(app, "#modes").rstrip()
            assert len(line) <= width
            for number, name in enumerate(names):
                assert f"{number + 1}" in line
                is_named = width >= 60 or number in {mode, 5}
                assert (f"{number + 1} {name}" in line) == is_named
            await pilot.press("f4")
            await pilot.pause()


@pytest.mark.parametrize("width", [44, 60, 80])
async def test_a_click_on_a_mode_goes_there(library: Library, width: int) -> None:
    async with opened(library, size=(width, 20)) as (app, pilot):
        at = text_of(app, "#modes").index("4")
        await pilot.click("#modes", offset=(at, 0))
        await pilot.pause()
        assert app.current_mode == "mechanisms"


async def test_mistakes_break_nothing(library: Library) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press("f4")
        for typed in (
            "[/b]",
            "x=3y",
            "-nothing",
            "=",
            "[@click=app.quit]x",
            "G",
            '"*"',
        ):
            for character in typed:
                await pilot.press(character)
            await pilot.press("enter")
            await pilot.pause()
        assert app.is_running
        await pilot.press(
            "f6", "f6", "f7", "ctrl+n", "backspace", "up", "down", "pagedown"
        )
        await pilot.press("f3", "[", "/", "enter", "escape", "f1", "f1")
        await pilot.pause()
        assert app.is_running


async def test_a_name_with_its_time(library: Library) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press("f4", *"phenelzine=3d", "enter", *"mdma", "enter")
        await pilot.pause()
        assert "risk is not over" in text_of(app, "#detail")


async def test_the_welcome_gives_way_to_what_is_asked(library: Library) -> None:
    async with opened(library) as (app, pilot):
        assert "Unknown is never the same as safe" in text_of(app, "#detail")
        await pilot.press(*"mdma")
        await pilot.pause()
        assert "Unknown is never" not in text_of(app, "#detail")


async def test_the_matrix_and_the_times(library: Library) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press("f4", *"phenelzine=3d", "enter", *"mdma", "enter", "f6")
        await pilot.pause()
        assert "D✖" in text_of(app, "#detail")
        await pilot.press("f7")
        await pilot.pause()
        page = text_of(app, "#detail")
        assert "risk is not over" in page and "┃" in page
        await pilot.press("f7")
        await pilot.pause()
        assert "Why" in text_of(app, "#detail")


async def test_a_filter_narrows_the_list(library: Library) -> None:
    async with opened(library) as (app, pilot):
        everything = len(app.screen.query_one("#list", RowList).rows)
        await pilot.press("f6", *"class benzo", "enter")
        await pilot.pause()
        narrowed = len(app.screen.query_one("#list", RowList).rows)
        assert 0 < narrowed < everything
        box = app.screen.query_one("#query", Input)
        assert "benzodiazepine" in box.placeholder and "F6" in box.placeholder
        await pilot.press(*"zzz")
        await pilot.pause()
        assert "benzodiazepine" in text_of(app, "#detail")
        assert "without danger" in text_of(app, "#detail")
        await pilot.press("escape", "f6", "enter")
        await pilot.pause()
        assert len(app.screen.query_one("#list", RowList).rows) == everything
        assert "F6" not in box.placeholder


@pytest.mark.parametrize(
    ("wanted", "filtered"),
    [("class opioid", "members"), ("overdose", "dangerous_in_overdose")],
)
async def test_what_a_filter_lets_through(
    library: Library, wanted: str, filtered: str
) -> None:
    sheets = [library.sheet(id_) for id_, _name in library.listing("substance")]
    let_through = {
        "members": {one.id for one in sheets if one.id in library.members("opioid")},
        "dangerous_in_overdose": {one.id for one in sheets if one.overdose == "high"},
    }[filtered]
    async with opened(library) as (app, pilot):
        await pilot.press("f6", *wanted, "enter")
        await pilot.pause()
        rows = app.screen.query_one("#list", RowList).rows
        assert {id_ for id_, _line in rows} == let_through != set()


@pytest.mark.parametrize("mode", ["alt+3", "alt+4"])
async def test_tables_open_what_is_chosen(library: Library, mode: str) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press(mode, "f6")
        await pilot.pause()
        await pilot.press("down", "down", "right", "right")
        await pilot.pause()
        assert text_of(app, "#cell")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert screen_of(app).chosen
        assert app.current_mode in {"law", "browse"}


async def test_clocks_count_in_every_mode_and_survive_the_language(
    library: Library,
) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press("f2", "f6", "f6", "f7")
        await pilot.pause()
        assert "Naloxone, dose 2" in text_of(app, "#clocks")
        assert "Seizure" in text_of(app, "#clocks")
        await pilot.press("alt+1", "f8")
        await pilot.pause()
        assert "Naloxone" in text_of(app, "#status")
        assert app.session.naloxone.count == 2
        await pilot.press("f2", "f7")
        assert not app.session.seizure.is_running


def test_every_part_of_a_sheet_has_a_label() -> None:
    assert browse.TABS == sheet.TABS


async def test_a_handout_is_saved(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    async with opened(library) as (app, pilot):
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(app.screen, ModeScreen)
        await pilot.press(*"mdma", "f9")
        await pilot.pause()
        app.screen.query_one("#answer", Input).value = str(target)
        await pilot.press("enter")
        await pilot.pause()
    text = target.read_text("utf-8")
    assert text.startswith("<!DOCTYPE html>") and "MDMA" in text and "911" in text


@pytest.mark.parametrize("mode", ["alt+4", "alt+5", "f2"])
async def test_a_handout_of_what_is_shown(
    library: Library, tmp_path: Path, mode: str
) -> None:
    target = tmp_path / "page.md"
    async with opened(library) as (_app, pilot):
        await pilot.press(mode, "f9")
        await pilot.pause()
        pilot.app.screen.query_one("#answer", Input).value = str(target)
        await pilot.press("enter")
        await pilot.pause()
    text = target.read_text("utf-8")
    assert "edition" in text and len(text) > 400


async def test_a_page_is_copied_saved_and_read_line_by_line(
    library: Library, tmp_path: Path
) -> None:
    target = tmp_path / "page.txt"
    async with opened(library) as (app, pilot):
        await pilot.press(*"mdma", "ctrl+y")
        await pilot.pause()
        assert "serotonin" in app.clipboard
        await pilot.press("ctrl+s")
        await pilot.pause()
        app.screen.query_one("#answer", Input).value = str(target)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert not isinstance(app.screen, ModeScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ModeScreen)
    assert "serotonin" in target.read_text("utf-8")


async def test_a_file_that_cannot_be_written_is_a_sentence(library: Library) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press(*"mdma", "ctrl+s")
        await pilot.pause()
        app.screen.query_one("#answer", Input).value = "/no/such/folder/x.txt"
        await pilot.press("enter")
        await pilot.pause()
        assert app.is_running and isinstance(app.screen, ModeScreen)


async def test_a_home_that_nobody_has_is_a_sentence(
    library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(library) as (app, pilot):
        await pilot.press(*"mdma", "ctrl+s")
        await pilot.pause()
        app.screen.query_one("#answer", Input).value = "~nosuchuser/x.txt"
        await pilot.press("enter")
        await pilot.pause()
        assert app.is_running and isinstance(app.screen, ModeScreen)
    assert list(tmp_path.glob("~*")) == []


async def test_an_edition_of_a_day_that_no_calendar_has_is_shown(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = library.edition()._replace(newest_review="2026-02-30")
    monkeypatch.setattr(library, "edition", lambda: edition)
    async with opened(library, size=(160, 24)) as (app, _pilot):
        assert "no calendar" in str(line(app))


async def test_settings_are_set_and_kept(library: Library) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press("ctrl+o", *"place", "enter")
        await pilot.pause()
        await pilot.press(*"france", "enter")
        await pilot.pause()
        assert app.place == "FR"
        assert settings.load()["place"] == "FR"
        await pilot.press("ctrl+o", *"theme", "enter", *"contrast", "enter")
        await pilot.pause()
        assert app.theme == "hrterm-contrast"


async def test_the_palette_runs_an_action(library: Library) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press("ctrl+p", *"emergency", "enter")
        await pilot.pause()
        await pilot.pause()
        assert app.current_mode == "emergency"


@pytest.mark.parametrize(
    ("language", "typed", "word", "mentions"),
    [
        ("en", "Antagonist", "antagonist", "naltrexone"),
        ("fr", "recepteur", "récepteur", "agoniste"),
    ],
)
async def test_the_glossary_narrows_to_what_is_typed(
    library: Library, language: str, typed: str, word: str, mentions: str
) -> None:
    async with opened(library, language) as (app, pilot):
        await pilot.press("ctrl+g")
        await pilot.pause()
        box = app.screen.query_one("#dialog-query", Input)
        everything = text_of(app, "#words")
        await pilot.press(*typed)
        await pilot.pause()
        narrowed = text_of(app, "#words")
        assert len(narrowed) < len(everything) / 4 and mentions in narrowed
        assert narrowed.splitlines()[2].startswith(word)
        await pilot.press("escape")
        await pilot.pause()
        assert box.value == "" and text_of(app, "#words") == everything
        await pilot.press(*"zzzz")
        await pilot.pause()
        assert "zzzz" in text_of(app, "#words")
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert isinstance(app.screen, ModeScreen)


async def test_the_glossary_is_read_on_from_its_box(library: Library) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press("ctrl+g")
        await pilot.pause()
        words = app.screen.query_one("#words", PageView)
        await pilot.press("down", "down", "pagedown")
        await pilot.pause()
        read = words.scroll_offset.y
        await pilot.press("up", "pageup")
        await pilot.pause()
        assert read > words.scroll_offset.y == 1
        assert app.focused is app.screen.query_one("#dialog-query", Input)


async def test_keys_can_be_remapped(library: Library) -> None:
    activate("en")
    app = HrTerm(library, {"keymap.emergency": "f11"})
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f11")
        await pilot.pause()
        assert app.current_mode == "emergency"
        assert "F11" in text_of(app, "#keys")


async def test_leaving_quickly_asks_for_a_clear_terminal(library: Library) -> None:
    async with opened(library) as (app, pilot):
        await pilot.press("f12")
        await pilot.pause()
    assert app.leaves_quickly


async def test_dialogs_that_are_closed_leave_nothing_drawn_behind(
    library: Library,
) -> None:
    async with opened(library) as (app, pilot):
        held = []
        for _ in range(4):
            await pilot.press("f1")
            await pilot.pause()
            assert isinstance(app.screen, Dialog)
            await pilot.press("escape")
            await pilot.pause()
            gc.collect()
            held.append(sum(type(one) is StylesCache for one in gc.get_objects()))
        assert held[-1] <= held[0]  # what other tests left may go meanwhile
