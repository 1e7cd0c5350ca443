"""What reads the keys goes on when a terminal sends bytes of another encoding."""

from typing import cast

from textual.driver import Driver


def tolerant(driver: type[Driver]) -> type[Driver]:
    """A driver that drops what is no UTF-8, where Textual's own would end the program.

    A terminal set to Latin-1 sends é as one byte; so does what is pasted from an old
    file. What was read together with it is lost; what comes next is read.
    """
    if not hasattr(driver, "run_input_thread"):
        return driver  # Windows hands over characters, and a test has no terminal

    class Tolerant(driver):  # type: ignore[misc,valid-type]
        """Begins to read again, as often as it takes."""

        def run_input_thread(self) -> None:
            """Wait for input until the interface ends."""
            while True:
                try:
                    super().run_input_thread()
                except UnicodeDecodeError:
                    continue
                return

    return cast("type[Driver]", Tolerant)
