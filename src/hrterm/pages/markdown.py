"""Blocks as Markdown; nothing that data holds is read as markup."""

import re

from hrterm.pages.blocks import (
    Bar,
    Block,
    Bullet,
    Gap,
    Grid,
    Heading,
    Line,
    Page,
    Rating,
    Row,
    Share,
)
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import labelled, printable

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_OPENING = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def markdown(page: Page) -> str:
    """The page as Markdown that ends in a line end."""
    lines: list[str] = []
    for block in page:
        made = _lines(block)
        listed = isinstance(block, (Bullet, Row, Bar, Share))
        follows = bool(lines) and lines[-1].startswith(("- ", "1. "))
        if lines and lines[-1] and not (listed and follows):
            lines.append("")
        lines += made
    return "\n".join(lines).strip("\n") + "\n"


def _lines(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"{'#' * block.level} {_plain(block.text)}"]
        case Line():
            text = _plain(block.text)
            return [f"**{text}**" if block.style == "bold" and text else text]
        case Bullet():
            mark = "1." if block.mark[:1].isdigit() else "-"
            note = f" {_plain(block.note)}" if block.note else ""
            return [f"{mark} {_plain(block.text)}{note}"]
        case Row():
            return [f"- **{_plain(block.name.strip())}** {_plain(block.text)}"]
        case Rating():
            symbol = _plain(words.risk_symbol(block.risk))
            word = words.risk(block.risk)
            return [f"**{symbol} {word}** {_plain(block.text)}".rstrip()]
        case Grid():
            return _grid(block)
        case Bar() | Share():
            return [f"- {_plain(labelled(block.name, block.text))}"]
        case Gap():
            return []


def _grid(block: Grid) -> list[str]:
    count = len(block.names)
    head = "|".join(f" {number} " for number in range(1, count + 1))
    lines = [f"| |{head}|", f"|---|{'---|' * count}"]
    for number, name in enumerate(block.names):
        cells = "|".join(
            f" {words.risk_letter(risk)}{_plain(words.risk_symbol(risk))} "
            for risk in block.risks[number]
        )
        lines.append(f"| {number + 1}. {_plain(name)} |{cells}|")
    return lines


def _plain(text: str) -> str:
    """Text in which no character is a command of Markdown."""
    one_line = " ".join(printable(text).split("\n"))
    return _OPENING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", one_line))
