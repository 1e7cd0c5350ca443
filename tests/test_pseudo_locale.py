"""A third language is a catalogue and texts: nothing on any screen escapes it."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale
from textual.widgets import Input, Static

from hrterm.cli import parsing
from hrterm.cli.commands import COMMANDS as COMMANDS_OF_THE_PROGRAM
from hrterm.cli.commands.data import TOOLS
from hrterm.cli.main import run
from hrterm.cli.manual import manual
from hrterm.content.formats import compile_formats, formats
from hrterm.i18n import activate, catalogue, negotiation
from hrterm.i18n.catalogue import locale_folder
from hrterm.pages.handout import FORMATS
from hrterm.store.library import Library
from hrterm.tui.actions import ACTIONS, MODE_ACTIONS, MODES
from hrterm.tui.app import HrTerm
from hrterm.tui.text import text_of
from hrterm.tui.themes import OFFERED
from hrterm.tui.widgets.lines import WordLine
from hrterm.tui.widgets.page import PageView
from hrterm.tui.widgets.rows import RowList
from tests.building import DataFolder
from tests.conftest import ROOT
from tests.pseudo import CODE, MARK, compile_catalogue, pseudo, translate_database

WORD = re.compile(r"[A-Za-z]{3,}")

NAMES_THAT_STAY = """
    hrterm json lang help version check search show matrix legal mechanism claims
    emergency sources handout data config completion since fail config set place esc
    enter ctrl alt left right pageup pagedown escape down tab html txt usr bin
    language theme ascii keymap doi https http www
    zzzzzz zorblaxine format path snorted
    bash zsh fish csv markdown readme reviewers translations
"""
"""Commands, options, keys and forms of files: the same in every language."""


@pytest.fixture(scope="module")
def edition(
    database: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """An edition and a folder of catalogues in the made-up language."""
    folder = tmp_path_factory.mktemp("pseudo")
    compile_catalogue(ROOT / "locales" / "hrterm.pot", folder / "locales")
    compile_formats([CODE], folder / "locales")
    translate_database(database, folder / "hrterm.db")
    return folder / "hrterm.db", folder / "locales"


@pytest.fixture
def translated(
    edition: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """The made-up language, active; gives the edition's path."""
    monkeypatch.setattr(catalogue, "locale_folder", lambda: str(edition[1]))
    monkeypatch.setattr(parsing, "locale_folder", lambda: str(edition[1]))
    monkeypatch.setattr(negotiation, "locale_folder", lambda: str(edition[1]))
    yield edition[0]
    activate("en")


@pytest.fixture(scope="module")
def untranslatable(edition: tuple[Path, Path]) -> str:
    """Words that stay as they are: ids, other names, titles, numbers of laws."""
    connection = sqlite3.connect(f"file:{edition[0]}?mode=ro&immutable=1", uri=True)
    texts: list[str] = []
    for query in (
        "SELECT id FROM subject", "SELECT text FROM alias", "SELECT id FROM statement",
        "SELECT id || ' ' || title || ' ' || coalesce(authors, '') || ' ' || "
        "coalesce(url, '') || ' ' || coalesce(doi, '') FROM source",
        "SELECT id FROM rule", "SELECT id FROM claim", "SELECT id FROM emergency",
        "SELECT id FROM target",
        "SELECT coalesce(registry, '') FROM study", "SELECT number FROM service",
        "SELECT code FROM jurisdiction", "SELECT value FROM meta",
        "SELECT coalesce(matched, '') FROM search_entry",
        "SELECT id FROM glossary", "SELECT id FROM topic",
    ):  # fmt: skip
        texts += [str(row[0]) for row in connection.execute(query)]
    connection.close()
    texts += [*formats(Locale.parse(CODE)).values(), NAMES_THAT_STAY]
    texts += [*TOOLS, *FORMATS, *OFFERED]
    return " ".join(texts).lower()


def leaks(text: str, untranslatable: str) -> set[str]:
    """Plain words that no table of names explains, not even as a part of one."""
    return {w for w in WORD.findall(text) if w.lower() not in untranslatable}


COMMANDS = [
    ["--help"],
    ["search", "ketamine"],
    ["search", "zzzzzz"],
    ["show", "ketamine"],
    ["show", "opioid"],
    ["show", "G"],
    ["check", "MDMA", "phenelzine", "--since", "phenelzine=3d"],
    ["check", "ketamine", "Xanax", "alcohol"],
    ["check", "G", "Valium", "zorblaxine"],
    ["check", "tusi", "heroin"],
    ["matrix", "MDMA", "alcohol", "ketamine"],
    ["legal", "MDMA", "--in", "CA"],
    ["legal", "naltrexone", "--in", "AU"],
    ["mechanism", "MDMA"],
    ["mechanism", "sert"],
    ["claims", "71"],
    ["claims", "zzzzzz"],
    ["emergency"],
    ["emergency", "opioid-overdose", "--in", "CA"],
    ["sources", "mitchell-2023"],
    ["handout", "MDMA", "--format", "txt", "--in", "CA"],
    ["handout", "MDMA", "alcohol", "--format", "md"],
    ["handout", "MDMA", "alcohol", "--format", "html"],
    ["show", "alcohol"],
    ["check", "snorted ketamine 50 mg", "2 pills of Xanax"],
    ["legal", "MDMA", "--in", "CA-BC"],
    ["emergency", "--in", "FR"],
    ["--version"],
    ["data", "info"],
    ["data", "trust"],
    ["config", "show"],
    ["config", "set", "--help"],
    *([name, "--help"] for name in COMMANDS_OF_THE_PROGRAM),
    *(["data", name, "--help"] for name in TOOLS),
]


def without_markup(text: str) -> str:
    """What a reader sees of an HTML page, and any other text as it is."""
    return re.sub(r"(?s)<style>.*?</style>|<!?/?[a-zA-Z][^<>\n]*>", " ", text)


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_command_speaks_the_language(
    translated: Path,
    untranslatable: str,
    arguments: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = [*arguments, "--lang", CODE, "--db", str(translated)]
    run(asked, lambda *_: 0)
    out = without_markup(capsys.readouterr().out)
    assert out.strip()
    assert not leaks(out, untranslatable)
    if "--format" not in arguments:
        lines = [line for line in out.splitlines() if " " in line.strip()]
        assert all(len(line) <= 100 for line in lines)


@pytest.mark.parametrize(
    "arguments",
    [["check", "MDMA"], ["legal", "--in", "XX"], ["check", "a", "b", "--since", "x"],
     ["nonsense"], ["check", "--nonsense"], ["show"], ["check", "MDMA", "alcohol",
     "--fail-on", "nonsense"], ["check", "MDMA", "alcohol", "--since", "MDMA=nonsense"],
     ["matrix", "MDMA"], ["handout", "MDMA", "-o", "name.nonsense"], ["config", "set",
     "nonsense", "name"], ["config", "set", "place", "nonsense"], ["completion"],
     ["completion", "nonsense"], ["--nonsense"], ["--json"], ["data", "nonsense"],
     ["data", "audit", "--limit", "nonsense"], ["data", "audit", "--on", "nonsense"],
     ["data", "watch", "--interval", "nonsense"], ["data", "trust", "nonsense",
     "--remove", "name"], ["data", "schema", "nonsense"], ["show", "--lang"]],
    ids=" ".join,
)  # fmt: skip
def test_an_error_speaks_the_language(
    translated: Path,
    untranslatable: str,
    arguments: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = run([*arguments, "--lang", CODE, "--db", str(translated)], lambda *_: 0)
    err = capsys.readouterr().err
    assert code == 2 and err.strip()
    choices = " dangerous unsafe caution low unknown ambiguous confusable datasette "
    assert not leaks(err, untranslatable + choices + " nonsense name prog")


@pytest.mark.parametrize(
    "arguments",
    [["data", "check", "nonsense"], ["data", "install", "nonsense"],
     ["data", "rollback"], ["data", "build", "nonsense"], ["data", "diff", "nonsense",
     "name"], ["data", "trust", "nonsense"], ["data", "pack", "nonsense", "-o", "name"],
     ["handout", "MDMA", "-o", "nonsense/name.html"], ["show", "MDMA", "--db",
     "nonsense"]],
    ids=" ".join,
)  # fmt: skip
def test_what_cannot_be_used_speaks_the_language(
    translated: Path,
    untranslatable: str,
    arguments: list[str],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    code = run(["--lang", CODE, "--db", str(translated), *arguments], lambda *_: 0)
    err = capsys.readouterr().err
    assert code in {1, 2, 3} and err.strip()
    assert not leaks(err, untranslatable + " nonsense name")


def test_what_is_wrong_with_data_speaks_the_language(
    translated: Path,
    untranslatable: str,
    folder: DataFolder,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder.substance("one", classes=["missing"], kind="drugs", reviewed_on="2026-13-40")
    folder.substance("two", unknown_key="1", names={"en": "two"}, summary=[])
    folder.write("substances/three", {}).write_text("a: [", "utf-8")
    folder.write("substances/four", {}).write_text("a: &b 1\na: \u200b2", "utf-8")
    run(["data", "check", str(folder.path), "--lang", CODE], lambda *_: 0)
    out = capsys.readouterr().out
    assert out.count("\n") > 6
    keys = " one two three four yaml data substances missing drugs unknown_key names "
    keys += "summary kind classes reviewed_on drug medicine plant food product drug "
    assert not leaks(out, untranslatable + keys)


def test_the_manual_page_speaks_the_language(
    translated: Path, untranslatable: str
) -> None:
    activate(CODE)
    page = manual("2026-11-25").replace("\\-", "-")
    page = re.sub(r"(?m)^\.[A-Z]+|\\f[BIRP]", " ", page)
    stays = " xdg home pager traceback columns lines term color unknown unsafe "
    assert not leaks(page, untranslatable + stays)


def shown(app: HrTerm) -> str:
    """Every word on the screen."""
    texts = []
    for widget in app.screen.query("*"):
        if isinstance(widget, PageView | WordLine):
            texts.append(widget.text)
        elif isinstance(widget, Static):
            texts.append(str(widget.content))
        elif isinstance(widget, RowList):
            texts += [line if isinstance(line, str) else text_of(line)
                      for _id, line in widget.rows[:40]]  # fmt: skip
        elif isinstance(widget, Input):
            texts.append(widget.placeholder)
    texts += [notice.message for notice in app._notifications]
    return "\n".join(texts)


@pytest.mark.parametrize("mode", [mode for mode, _label in MODES])
async def test_a_screen_speaks_the_language(
    translated: Path, untranslatable: str, mode: str
) -> None:
    activate(CODE)
    with Library(str(translated), CODE) as library:
        app = HrTerm(library, {"place": "CA"})
        async with app.run_test(size=(80, 24)) as pilot:
            app.session.basket.put("MDMA")
            app.session.basket.put("phenelzine", 4320)
            await app.action_mode(mode)
            await pilot.pause()
            assert not leaks(shown(app), untranslatable)
            await pilot.press("down", "f6")
            await pilot.pause()
            assert not leaks(shown(app), untranslatable)
            await pilot.press("escape")
            for key in ("f1", "f3", "ctrl+p", "ctrl+o", "ctrl+g", "ctrl+t", "f9"):
                await pilot.press(key)
                await pilot.pause()
                assert not leaks(shown(app), untranslatable), key
                await pilot.press("escape")
                await pilot.pause()


def test_every_action_has_words_in_the_template() -> None:
    template = (ROOT / "locales" / "hrterm.pot").read_text("utf-8")
    for entry in (*ACTIONS, *MODE_ACTIONS):
        assert f'"{entry.label}"' in template


def test_a_text_that_is_missing_is_marked(database: Path) -> None:
    with Library(str(database), "es") as library:
        assert library.sheet("mdma").summary.startswith("[en] ")


def test_the_made_up_language_is_longer_and_marked() -> None:
    made = pseudo("Danger: {hazards}")
    assert made.startswith(MARK) and "{hazards}" in made
    assert len(made) > 1.3 * len("Danger: {hazards}")
    assert locale_folder()
