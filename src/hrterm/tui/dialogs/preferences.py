"""Settings: what can be set, then to what; kept for the next time where possible."""

from typing import TYPE_CHECKING

from hrterm import settings
from hrterm.i18n import _, offered
from hrterm.tui.dialogs.choosing import Choice, ChooseDialog
from hrterm.tui.themes import OFFERED, theme_name

if TYPE_CHECKING:
    from hrterm.tui.app import HrTerm

_LANGUAGE_NAMES = {
    "en": "English",
    "fr": "Français",
    "fr-CA": "Français (Canada)",
    "es": "Español",
}


class Preferences:
    """Two questions: which setting, which value."""

    def __init__(self, app: "HrTerm") -> None:
        """Ask on behalf of ``app``."""
        self._app = app

    def ask(self) -> None:
        """Ask which setting to change."""
        app = self._app
        choices = [
            Choice("language", _("Language"), self._language()),
            Choice("place", _("Place"), self._place()),
            Choice("theme", _("Theme"), theme_name(app.theme)),
            Choice("ascii", _("ASCII only"), _("yes") if app.is_ascii else _("no")),
        ]
        app.push_screen(ChooseDialog(_("Settings"), choices), self._ask_value)

    def _language(self) -> str:
        code = self._app.library.language
        return _LANGUAGE_NAMES.get(code, code)

    def _place(self) -> str:
        code = self._app.place
        if not code:
            return _("not set")
        return self._app.library.names("jurisdiction", [code])[code]

    def _ask_value(self, key: str | None) -> None:
        if key is None:
            return
        dialog = ChooseDialog(_("Settings"), self._values(key))
        self._app.push_screen(
            dialog, lambda value: None if value is None else self._set(key, value)
        )

    def _values(self, key: str) -> list[Choice]:
        match key:
            case "language":
                return [Choice(c, _LANGUAGE_NAMES.get(c, c), c) for c in offered()]
            case "place":
                listed = self._app.library.listing("jurisdiction")
                return [Choice(code, name, code) for code, name in listed]
            case "theme":
                return [Choice(name, theme_name(name), name) for name in OFFERED]
            case _:
                return [Choice("no", _("no")), Choice("yes", _("yes"))]

    def _set(self, key: str, value: str) -> None:
        app = self._app
        app.settings[key] = value
        if key == "language":
            app.speak(value)
        elif key == "theme":
            app.theme = value
        app.refresh_screen()
        try:
            settings.save(key, value)
        except settings.SettingsError as error:
            told = _(
                "Set for now, but not kept: {path} cannot be written ({reason})."
            ).format(path=error.path, reason=error.reason)
            app.notify(told, markup=False, timeout=8)
