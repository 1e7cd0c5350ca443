"""What the toolkit keeps of what it has drawn, held down."""

from typing import Any

from rich.segment import Segment
from textual.css.scalar import Scalar
from textual.events import Resize
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

_OWNERS = (Region, Scalar, Segment, Strip)
"""Classes whose functions keep their answers."""
_MANY = 2_000
"""One screen needs fewer of each."""


def trim() -> None:
    """Forget answers for places, sizes and styles that are no longer shown.

    The toolkit keeps up to 16,384 of a kind, which fill up as pages are turned and
    sizes change: after ten minutes of random keys they held 200,000 objects.
    """
    for owner in _OWNERS:
        for name in vars(owner):
            kept: Any = getattr(owner, name, None)
            if hasattr(kept, "cache_info") and kept.cache_info().currsize > _MANY:
                kept.cache_clear()


class Trimmed(Screen):  # type: ignore[type-arg]
    """A screen that holds them down when it comes to the front, or to another size."""

    def on_resize(self, _event: Resize) -> None:
        """What was drawn for another size is hardly asked for again."""
        trim()

    def on_screen_resume(self) -> None:
        """Nor is what was shown before."""
        trim()
