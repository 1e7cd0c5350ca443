"""One registry of what can be done: it feeds keys, key line, palette and help."""

from typing import NamedTuple

from textual.binding import Binding, BindingType

from hrterm.i18n import N_


class ActionEntry(NamedTuple):
    """Something a key does."""

    id: str
    key: str
    action: str
    label: str
    help: str
    show: bool = True
    everywhere: bool = True
    """Works while a search box has the focus."""
    mode: str = ""
    """The mode in which it works; empty for all."""


MODES = (
    ("browse", N_("Browse")),
    ("combine", N_("Combine")),
    ("law", N_("Law")),
    ("mechanisms", N_("Mechanisms")),
    ("claims", N_("Claims")),
    ("emergency", N_("Emergency")),
)

ALT_DIGITS = (
    "inverted_exclamation_mark",
    "trade_mark_sign",
    "pound_sign",
    "cent_sign",
    "infinity",
    "section_sign",
)
"""What the toolkit makes of Alt+1 to Alt+6 in most terminals: ¡ ™ £ ¢ ∞ §."""

ACTIONS = (
    ActionEntry("help", "f1", "app.help", N_("Help"), N_("what can be done here")),
    ActionEntry(
        "emergency",
        "f2",
        "app.mode('emergency')",
        N_("EMERGENCY"),
        N_("what to do now, and whom to call"),
    ),
    ActionEntry(
        "search-all",
        "f3",
        "app.search_all",
        N_("Search"),
        N_("search everything: substances, claims, law, cards, sources"),
    ),
    ActionEntry(
        "next-mode",
        "f4",
        "app.next_mode",
        N_("Mode"),
        N_("go to the next mode: browse, combine, law ..."),
    ),
    ActionEntry(
        "add",
        "f5",
        "app.add_to_combination",
        N_("Add"),
        N_("add what is chosen to the combination"),
    ),
    ActionEntry(
        "language",
        "f8",
        "app.next_language",
        N_("Language"),
        N_("change the language"),
    ),
    ActionEntry(
        "handout",
        "f9",
        "app.handout",
        N_("Handout"),
        N_("a page to print and hand over"),
    ),
    ActionEntry(
        "palette",
        "ctrl+p",
        "app.palette",
        N_("Palette"),
        N_("everything that can be done"),
    ),
    ActionEntry(
        "settings",
        "ctrl+o",
        "app.settings",
        N_("Settings"),
        N_("language, place, theme, ASCII"),
        show=False,
    ),
    ActionEntry(
        "glossary",
        "ctrl+g",
        "app.glossary",
        N_("Glossary"),
        N_("medical words, explained"),
        show=False,
    ),
    ActionEntry(
        "reader",
        "ctrl+t",
        "app.reader",
        N_("Plain text"),
        N_("this page as plain text, line by line, for screen readers"),
        show=False,
    ),
    ActionEntry(
        "copy",
        "ctrl+y",
        "app.copy_page",
        N_("Copy"),
        N_("copy this page to the clipboard"),
        show=False,
    ),
    ActionEntry(
        "save",
        "ctrl+s",
        "app.save_page",
        N_("Save"),
        N_("save this page as a text file"),
        show=False,
    ),
    ActionEntry(
        "quit", "ctrl+q", "app.quit", N_("Quit"), N_("leave hrterm"), show=False
    ),
    ActionEntry(
        "quick-exit",
        "f12",
        "app.quick_exit",
        N_("Quick exit"),
        N_("leave at once and clear the terminal"),
        show=False,
    ),
    *(
        ActionEntry(
            f"mode-{mode}",
            f"alt+{number},{ALT_DIGITS[number - 1]}",
            f"app.mode('{mode}')",
            label,
            N_("go to this mode"),
            show=False,
        )
        for number, (mode, label) in enumerate(MODES, 1)
    ),
)
"""What works in every mode."""

SCREEN_ACTIONS = (
    ActionEntry(
        "list-down", "down", "move(1)", N_("Down"), N_("next in the list"), False, False
    ),
    ActionEntry(
        "list-up", "up", "move(-1)", N_("Up"), N_("previous in the list"), False, False
    ),
    ActionEntry(
        "page-down",
        "pagedown",
        "scroll_detail(1)",
        N_("Page down"),
        N_("read on in the details"),
        False,
        True,
    ),
    ActionEntry(
        "page-up",
        "pageup",
        "scroll_detail(-1)",
        N_("Page up"),
        N_("read back in the details"),
        False,
        True,
    ),
    ActionEntry(
        "back",
        "escape",
        "back",
        N_("Back"),
        N_("clear the search, go back"),
        False,
        False,
    ),
)
"""What every mode's screen does."""

MODE_ACTIONS = (
    ActionEntry(
        "filter",
        "f6",
        "filter",
        N_("Filter"),
        N_("only one class, dangerous overdoses, or what was opened lately"),
        mode="browse",
    ),
    ActionEntry(
        "next-tab",
        "f7",
        "turn(1)",
        N_("Tab"),
        N_("the next part of the sheet"),
        mode="browse",
    ),
    ActionEntry(
        "turn-right",
        "alt+right",
        "turn(1)",
        N_("Next tab"),
        N_("the next part of the sheet"),
        show=False,
        mode="browse",
    ),
    ActionEntry(
        "turn-left",
        "alt+left",
        "turn(-1)",
        N_("Previous tab"),
        N_("the part of the sheet before"),
        show=False,
        mode="browse",
    ),
    ActionEntry(
        "matrix",
        "f6",
        "matrix",
        N_("Matrix"),
        N_("all pairs as a grid"),
        mode="combine",
    ),
    ActionEntry(
        "time",
        "f7",
        "time",
        N_("Time"),
        N_("how long each lingers, against now"),
        mode="combine",
    ),
    ActionEntry(
        "empty",
        "ctrl+n",
        "empty",
        N_("Empty"),
        N_("empty the combination"),
        show=False,
        mode="combine",
    ),
    ActionEntry(
        "law-table",
        "f6",
        "table",
        N_("Table"),
        N_("substances by place, as a table"),
        mode="law",
    ),
    ActionEntry(
        "dot-grid",
        "f6",
        "table",
        N_("Grid"),
        N_("substances by target, as a grid"),
        mode="mechanisms",
    ),
    ActionEntry(
        "naloxone",
        "f6",
        "naloxone",
        N_("Naloxone"),
        N_("count from now since the last dose of naloxone"),
        mode="emergency",
    ),
    ActionEntry(
        "seizure",
        "f7",
        "seizure",
        N_("Seizure"),
        N_("count from now since a seizure began; again stops it"),
        mode="emergency",
    ),
)
"""What one mode does beside."""


def of_mode(mode: str) -> tuple[ActionEntry, ...]:
    """The actions that one mode has beside those of all."""
    return tuple(entry for entry in MODE_ACTIONS if entry.mode == mode)


def bindings(entries: tuple[ActionEntry, ...]) -> list[BindingType]:
    """Bindings with ids, so that people can remap them."""
    return [
        Binding(
            entry.key,
            entry.action,
            entry.label,
            show=entry.show,
            id=entry.id,
            tooltip=entry.help,
            priority=entry.everywhere,
        )
        for entry in entries
    ]
