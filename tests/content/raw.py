"""The data files as they are written: every scalar is text."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.conftest import ROOT

DATA = ROOT / "data"


class Pair(NamedTuple):
    """A text in both languages and where it stands."""

    file: str
    """Relative to data/."""
    path: str
    en: str
    fr: str

    def __str__(self) -> str:
        return f"data/{self.file} {self.path}\n    {self.en}\n    {self.fr}"


@cache
def document(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)


def folder(name: str) -> dict[str, Any]:
    """The documents of a folder by id."""
    return {file.stem: document(file) for file in sorted((DATA / name).glob("*.yaml"))}


@cache
def pairs() -> tuple[Pair, ...]:
    """Every text of every data file in both languages."""
    found: list[Pair] = []
    for file in sorted(DATA.rglob("*.yaml")):
        name = str(file.relative_to(DATA))
        for path, en, fr in _texts(document(file), ""):
            found.append(Pair(name, path, en, fr))
    return tuple(found)


def _texts(node: Any, path: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(node, dict):
        if isinstance(node.get("en"), str) and isinstance(node.get("fr"), str):
            yield path, node["en"], node["fr"]
        else:
            for key, inner in node.items():
                yield from _texts(inner, f"{path}/{key}" if path else key)
    elif isinstance(node, list):
        for index, inner in enumerate(node):
            yield from _texts(inner, f"{path}/{index}")
