"""What the toolkit keeps does not fill up for hours."""

import pytest
from textual.geometry import Region

from hrterm.store.library import Library
from hrterm.tui.caches import trim
from tests.tui.opening import opened

FULL = 3_000


def fill() -> None:
    for x in range(FULL):
        Region(x, 0, 9, 9).intersection(Region(0, x, 9, 9))


def held() -> int:
    return Region.intersection.cache_info().currsize


def test_only_what_has_grown_is_forgotten() -> None:
    trim()
    few = held()
    trim()
    assert held() == few
    fill()
    assert held() >= FULL
    trim()
    assert held() == 0


@pytest.mark.parametrize("key", ["alt+2", "f1", "ctrl+g"])
async def test_another_screen_and_another_size_begin_anew(
    library: Library, key: str
) -> None:
    async with opened(library) as (_app, pilot):
        fill()
        await pilot.press(key)
        await pilot.pause()
        assert held() < FULL
        fill()
        await pilot.resize_terminal(61, 21)
        await pilot.pause()
        assert held() < FULL
