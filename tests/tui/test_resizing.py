"""Two sizes that wait at once do not bring each other back for ever."""

import pytest
from textual.events import Resize
from textual.geometry import Size

from hrterm.store.library import Library
from hrterm.tui.resizing import Resized
from tests.tui.opening import opened

ENOUGH = 50
"""More sizes than those that are sent can bring about."""


@pytest.mark.parametrize("keys", [(), ("alt+2",), ("f1",), ("ctrl+g",), ("f3",)])
async def test_an_older_size_gives_way(
    library: Library, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    seen = []
    taken = Resized.on_resize

    def counted(screen: Resized, event: Resize) -> None:
        seen.append(event.size)
        # The loop would never be left: nothing else gets its turn in it.
        assert len(seen) < ENOUGH, "for ever"
        taken(screen, event)

    monkeypatch.setattr(Resized, "on_resize", counted)
    async with opened(library) as (app, pilot):
        await pilot.press(*keys)
        await pilot.pause()
        screen, now = app.screen, app.size
        seen.clear()
        with app.batch_update():  # as while another mode is opened
            for size in (Size(95, 20), now, Size(60, 30), now):
                screen.post_message(Resize(size, size))
                screen.call_later(lambda: None)  # so that none replaces the other
            await pilot.pause()
        assert Size(95, 20) in seen and screen.size == app.size == now


async def test_the_new_size_is_taken(library: Library) -> None:
    async with opened(library) as (app, pilot):
        for width, height in ((60, 20), (120, 40), (1, 1), (80, 24)):
            await pilot.resize_terminal(width, height)
            assert app.screen.size == app.size == Size(width, height)
