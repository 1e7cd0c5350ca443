"""One screen for each mode, loaded when it is first gone to."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrterm.tui.screens.base import ModeScreen


def screen_class(mode: str) -> "type[ModeScreen]":
    """The screen of a mode."""
    match mode:
        case "combine":
            from hrterm.tui.screens.combine import CombineScreen

            return CombineScreen
        case "law":
            from hrterm.tui.screens.law import LawScreen

            return LawScreen
        case "mechanisms":
            from hrterm.tui.screens.mechanisms import MechanismsScreen

            return MechanismsScreen
        case "claims":
            from hrterm.tui.screens.claims import ClaimsScreen

            return ClaimsScreen
        case "emergency":
            from hrterm.tui.screens.emergency import EmergencyScreen

            return EmergencyScreen
        case _:
            from hrterm.tui.screens.browse import BrowseScreen

            return BrowseScreen
