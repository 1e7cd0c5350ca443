"""One registry of what can be done: it feeds keys, footer, palette and help."""

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


MODES = (
    ("browse", N_("Browse")),
    ("combine", N_("Combine")),
    ("law", N_("Law")),
    ("mechanisms", N_("Mechanisms")),
    ("claims", N_("Claims")),
    ("emergency", N_("Emergency")),
)

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
        N_("Français"),
        N_("change the language"),
    ),
    ActionEntry(
        "quit", "ctrl+q", "app.quit", N_("Quit"), N_("leave hrterm"), show=False
    ),
    *(
        ActionEntry(
            f"mode-{mode}",
            f"alt+{number}",
            f"app.mode('{mode}')",
            label,
            N_("go to this mode"),
            show=False,
        )
        for number, (mode, label) in enumerate(MODES, 1)
    ),
)

SCREEN_ACTIONS = (
    ActionEntry(
        "list-down", "down", "move(1)", N_("Down"), N_("next in the list"), show=False
    ),
    ActionEntry(
        "list-up", "up", "move(-1)", N_("Up"), N_("previous in the list"), show=False
    ),
    ActionEntry(
        "page-down",
        "pagedown",
        "scroll_detail(1)",
        N_("Page down"),
        N_("read on in the details"),
        show=False,
    ),
    ActionEntry(
        "page-up",
        "pageup",
        "scroll_detail(-1)",
        N_("Page up"),
        N_("read back in the details"),
        show=False,
    ),
    ActionEntry(
        "back",
        "escape",
        "back",
        N_("Back"),
        N_("clear the search, go back"),
        show=False,
    ),
)


def bindings(entries: tuple[ActionEntry, ...], priority: bool) -> list[BindingType]:
    """Bindings with ids, so that people can remap them."""
    return [
        Binding(
            entry.key,
            entry.action,
            entry.label,
            show=entry.show,
            id=entry.id,
            tooltip=entry.help,
            priority=priority and entry.everywhere,
        )
        for entry in entries
    ]
