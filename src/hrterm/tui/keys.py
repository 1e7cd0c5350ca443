"""Keys as people read them on their keyboards, in the reader's language."""

from hrterm.i18n import N_, _

_NAMES = {
    "escape": N_("Esc"),
    "enter": N_("Enter"),
    "tab": N_("Tabulator"),
    "space": N_("Space"),
    "backspace": N_("Backspace"),
    "delete": N_("Delete"),
    "insert": N_("Insert"),
    "home": N_("Home"),
    "end": N_("End"),
    "pageup": N_("Page Up"),
    "pagedown": N_("Page Down"),
    "up": N_("Up"),
    "down": N_("Down"),
    "left": N_("Left"),
    "right": N_("Right"),
    "shift": N_("Shift"),
    "ctrl": N_("Ctrl"),
    "alt": N_("Alt"),
}


def key_name(key: str) -> str:
    """The first of the toolkit's names of a binding: ``alt+right,x`` is Alt+Right."""
    return "+".join(_part(part) for part in key.split(",")[0].split("+"))


def _part(part: str) -> str:
    known = _NAMES.get(part)
    if known is not None:
        return _(known)
    return part.upper() if len(part) == 1 or part[1:].isdigit() else part.title()
