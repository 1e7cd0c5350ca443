"""Short messages that go away by themselves, and never take the interface along."""

from dataclasses import dataclass

from textual.notifications import Notification

SHORTEST = 0.1
"""Seconds that a message stands at least once it is drawn."""


@dataclass
class Notice(Notification):
    """Textual's notification, with a time left that is never zero or less.

    Its time may run out between the decision to draw it and the drawing, on a slow
    machine or when the mode changes. Textual then starts a timer of less than no
    seconds, which turns for ever: the screen stands still.
    """

    @property
    def time_left(self) -> float:
        """Seconds, for the timer."""
        return max(super().time_left, SHORTEST)

    @property
    def has_expired(self) -> bool:
        """Whether it need not be drawn any more."""
        return super().time_left <= 0
