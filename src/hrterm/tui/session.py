"""What one run of the interface remembers, and forgets at its end."""

import time
from collections.abc import Callable, Iterator

RECENT = 12


class Basket:
    """Names in the combination, with how long ago each was taken."""

    def __init__(self) -> None:
        """Begin empty."""
        self._minutes: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._minutes)

    def __iter__(self) -> Iterator[str]:
        return iter(self._minutes)

    def put(self, name: str, minutes: int = 0) -> None:
        """Add a name, or change when it was taken.

        Args:
            name: as it was typed.
            minutes: how long ago; 0 is now.
        """
        self._minutes[name] = minutes

    def remove(self, name: str) -> None:
        """Take a name out, when it is in."""
        self._minutes.pop(name, None)

    def remove_last(self) -> None:
        """Take the last name out."""
        if self._minutes:
            self.remove(next(reversed(self._minutes)))

    def clear(self) -> None:
        """Take everything out."""
        self._minutes.clear()

    def minutes(self, name: str) -> int:
        """How long ago a name was taken."""
        return self._minutes[name]


class Stopwatch:
    """Counts since something happened, and how often it did."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin stopped; ``clock`` tells seconds."""
        self._clock = clock
        self._start: float | None = None
        self.count = 0

    @property
    def is_running(self) -> bool:
        """Whether it counts."""
        return self._start is not None

    @property
    def seconds(self) -> int:
        """Whole seconds since it last began; 0 when stopped."""
        return 0 if self._start is None else int(self._clock() - self._start)

    def begin(self) -> None:
        """Count from now, once more."""
        self._start = self._clock()
        self.count += 1

    def stop(self) -> None:
        """Stop, and forget how often."""
        self._start = None
        self.count = 0


class Session:
    """The basket, what was opened lately, and the clocks of an emergency."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.basket = Basket()
        self.recent: list[str] = []
        self.naloxone = Stopwatch()
        self.seizure = Stopwatch()

    def opened(self, id_: str) -> None:
        """Something was opened: it is the latest."""
        if id_ in self.recent:
            self.recent.remove(id_)
        self.recent.insert(0, id_)
        del self.recent[RECENT:]
