"""Looks for small grey screens: dark, light, high contrast, and the terminal's own."""

from textual.theme import Theme

from hrterm.i18n import N_, _

DARK = Theme(
    name="hrterm-dark",
    primary="#5fafff",
    secondary="#87afd7",
    accent="#d7afff",
    warning="#ffd75f",
    error="#ff8787",
    success="#87d787",
    foreground="#e4e4e4",
    background="#121212",
    surface="#1c1c1c",
    panel="#262626",
    boost="#303030",
    dark=True,
)

LIGHT = Theme(
    name="hrterm-light",
    primary="#005faf",
    secondary="#5f5f87",
    accent="#8700af",
    warning="#875f00",
    error="#af0000",
    success="#005f00",
    foreground="#121212",
    background="#ffffff",
    surface="#f5f5f5",
    panel="#e4e4e4",
    boost="#dadada",
    dark=False,
)

CONTRAST = Theme(
    name="hrterm-contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#ff87ff",
    warning="#ffff00",
    error="#ff5f5f",
    success="#5fff5f",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    boost="#1c1c1c",
    dark=True,
)

THEMES = (DARK, LIGHT, CONTRAST)
OFFERED = (*(theme.name for theme in THEMES), "ansi-dark", "ansi-light")
"""What the settings offer; any other theme of the toolkit may be set by name."""

_NAMES = {
    DARK.name: N_("dark"),
    LIGHT.name: N_("light"),
    CONTRAST.name: N_("high contrast"),
    "ansi-dark": N_("the terminal's own colours, dark"),
    "ansi-light": N_("the terminal's own colours, light"),
}


def theme_name(name: str) -> str:
    """A theme as the settings call it; one of the toolkit's others by its own name."""
    known = _NAMES.get(name)
    return name if known is None else _(known)
