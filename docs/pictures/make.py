"""Pictures of the real program for the README, in both languages.

.venv/bin/python docs/pictures/make.py
"""

import asyncio
import re
from pathlib import Path

from hrterm.i18n import activate
from hrterm.store.library import Library
from hrterm.store.opening import default_path
from hrterm.tui.app import HrTerm

HERE = Path(__file__).parent
KEYS = {" ": "space", "=": "equals_sign", "-": "minus"}

SCENES: dict[str, tuple[str, tuple[int, int], list[str]]] = {
    "browse-en": ("en", (100, 30), ["type:keta"]),
    "combine-en": (
        "en",
        (100, 30),
        ["f4", "type:MDMA", "enter", "type:phenelzine=3d", "enter", "type:alcohol",
         "enter"],
    ),
    "combine-fr": (
        "fr",
        (100, 30),
        ["f4", "type:kétamine", "enter", "type:Xanax", "enter", "type:alcool", "enter"],
    ),
    "emergency-fr": ("fr", (100, 30), ["f2"]),
}  # fmt: skip
_FONT = re.compile(r"@font-face\s*\{[^}]*\}", re.DOTALL)
"""Fonts that the toolkit would fetch: a picture opens no connection."""


async def picture(language: str, size: tuple[int, int], keys: list[str]) -> str:
    """The screen after some keys, as SVG."""
    activate(language)
    with Library(default_path(), language) as library:
        app = HrTerm(library, {"place": "CA"})
        async with app.run_test(size=size) as pilot:
            for key in keys:
                if key.startswith("type:"):
                    await pilot.press(*(KEYS.get(one, one) for one in key[5:]))
                else:
                    await pilot.press(key)
                await pilot.pause()
            return _FONT.sub("", app.export_screenshot(title="hrterm"))


def main() -> None:
    """Draw every scene."""
    for name, scene in SCENES.items():
        (HERE / f"{name}.svg").write_text(asyncio.run(picture(*scene)), "utf-8")


if __name__ == "__main__":
    main()
