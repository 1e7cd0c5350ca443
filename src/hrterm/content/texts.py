"""Texts as numbered rows: the same text is kept once."""

from collections.abc import Iterator

from hrterm.content.models.base import Text


class TextTable:
    """Gives each distinct text a number, in the order of first use."""

    def __init__(self) -> None:
        """Start empty."""
        self._ids: dict[tuple[tuple[str, str], ...], int] = {}

    def id(self, text: Text) -> int:
        """The number of a text."""
        key = tuple(sorted(text.root.items()))
        return self._ids.setdefault(key, len(self._ids) + 1)

    def maybe(self, text: Text | None) -> int | None:
        """The number of a text that may be absent."""
        return None if text is None else self.id(text)

    def keys(self) -> Iterator[dict[str, object]]:
        """Rows of text_key."""
        return ({"id": id_} for id_ in self._ids.values())

    def rows(self) -> Iterator[dict[str, object]]:
        """Rows of text."""
        for languages, id_ in self._ids.items():
            for language, text in languages:
                yield {"id": id_, "language": language, "text": text}
