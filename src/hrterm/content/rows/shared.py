"""What the makers of rows share: the tables, labels and citations."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from hrterm.content.models.base import Text
from hrterm.domain.naming import sort_key

Row = dict[str, Any]


class Tables(defaultdict[str, list[Row]]):
    """Rows by table name."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(list)

    def label(self, kind: str, id_: str, names: Text) -> None:
        """Add the names of a thing."""
        for language, name in names.root.items():
            self.name(kind, id_, language, name)

    def name(self, kind: str, id_: str, language: str, name: str) -> None:
        """Add the name of a thing in one language."""
        self["label"].append(
            {
                "kind": kind,
                "id": id_,
                "language": language,
                "name": name,
                "sort_key": sort_key(name),
            }
        )

    def cite(self, kind: str, id_: str | int, sources: Iterable[str]) -> None:
        """Add what supports a thing."""
        for position, source in enumerate(sources):
            self["citation"].append(
                {
                    "owner_kind": kind,
                    "owner": str(id_),
                    "position": position,
                    "source": source,
                }
            )

    def next_id(self, table: str) -> int:
        """The number of the next row of a numbered table."""
        return len(self[table]) + 1
