"""Messages whose time ran out before they were drawn."""

import os
import subprocess
import sys

PROGRAM = """
import asyncio, time
from textual.app import App
from textual.widgets._toast import Toast
from hrterm.tui.notices import Notice

class Late(App):
    def on_mount(self):
        late = Notice("told", timeout=0.01)
        time.sleep(0.02)
        assert late.has_expired
        self.mount(Toast(late))

async def main():
    app = Late()
    async with app.run_test() as pilot:
        await pilot.pause(0.3)
        assert not app.query(Toast)

asyncio.run(main())
"""


def test_a_message_that_comes_too_late_goes_away() -> None:
    # In a process of its own: a loop that turns for ever cannot be left otherwise.
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
