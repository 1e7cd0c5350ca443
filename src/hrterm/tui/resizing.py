"""A screen has the size of its terminal, and no other that it had before."""

from textual.events import Resize
from textual.screen import Screen


class Resized(Screen):  # type: ignore[type-arg]
    """Passes over a size that the terminal no longer has.

    The toolkit's screen sends itself the size that it has just been given. While a mode
    is being opened an older one may still wait behind it: then each brought the other
    back, for ever, and no key was read any more.
    """

    def on_resize(self, event: Resize) -> None:
        """Take the size of now; the toolkit sends it whenever it changes."""
        if event.size != self.app.size:
            event.prevent_default()
            event.stop()
