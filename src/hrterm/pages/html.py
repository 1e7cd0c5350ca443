"""Blocks as one HTML file that prints well on A4, A5 and Letter."""

from html import escape

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
from hrterm.wording.formatting import printable

_STYLE = """
@page { margin: 12mm; }
body { font: 11pt/1.4 system-ui, sans-serif; color: #000; background: #fff;
       max-width: 48em; margin: 1em auto; padding: 0 1em; overflow-wrap: anywhere; }
h1 { font-size: 1.5em; margin: 0 0 .4em; }
h2 { font-size: 1.1em; margin: 1em 0 .3em; border-bottom: 1px solid #000; }
h3 { font-size: 1em; margin: .7em 0 .2em; }
h1, h2, h3, .rating { break-after: avoid; }
p, ul, ol { margin: .3em 0; }
li, tr, .row { break-inside: avoid; }
.dim { color: #444; font-size: .9em; }
.rating { margin: .8em 0 .2em; padding: .2em .5em; border: 2px solid #000; }
.dangerous { background: #fbd5d5; } .unsafe { background: #fde2cf; }
.caution { background: #fdf3c4; } .low { background: #dff3df; }
.unknown { background: #eee6f7; border-style: dashed; }
.row { display: flex; gap: 1em; } .row b { flex: 0 0 11em; }
table { border-collapse: collapse; }
td, th { border: 1px solid #000; padding: .2em .5em; }
.bar { position: relative; height: .7em; margin: .2em 0 .5em;
       border: 1px solid #000; }
.bar i { position: absolute; top: 0; bottom: 0; background: #bbb; }
.bar .peak { background: #444; } .bar .rise, .bar .after { background: #ddd; }
.bar .open { background: repeating-linear-gradient(45deg, #bbb 0 3px, #fff 3px 6px); }
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 10pt;
         print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""


def html(page: Page, language: str) -> str:
    """The page as one file, without anything to fetch."""
    title = next((b.text for b in page if isinstance(b, Heading)), "hrterm")
    body: list[str] = []
    open_list = ""
    for block in page:
        wanted = _list_of(block)
        if open_list != wanted:
            body += [f"</{open_list}>"] if open_list else []
            body += [f"<{wanted}>"] if wanted else []
            open_list = wanted
        body += _element(block)
    if open_list:
        body.append(f"</{open_list}>")
    return (
        f'<!DOCTYPE html>\n<html lang="{_text(language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def _list_of(block: Block) -> str:
    if not isinstance(block, Bullet):
        return ""
    return "ol" if block.mark[:1].isdigit() else "ul"


def _element(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"<h{block.level}>{_text(block.text)}</h{block.level}>"]
        case Line():
            return [_line(block)] if block.text else []
        case Bullet():
            note = (
                f' <span class="dim">{_text(block.note)}</span>' if block.note else ""
            )
            return [f"<li>{_text(block.text)}{note}</li>"]
        case Row():
            name = _text(block.name.strip())
            return [
                f'<div class="row"><b>{name}</b><span>{_text(block.text)}</span></div>'
            ]
        case Rating():
            symbol = _text(words.risk_symbol(block.risk))
            word = _text(words.risk(block.risk))
            text = _text(block.text)
            head = f"<b>{symbol} {word}</b> {text}".rstrip()
            return [f'<p class="rating {block.risk}">{head}</p>']
        case Grid():
            return _grid(block)
        case Bar():
            return [_named(block.name, block.text), _bar(block)]
        case Share():
            width = max(0.0, min(100.0, block.percent))
            filled = f'<i class="peak" style="left:0;width:{width:.1f}%"></i>'
            return [_named(block.name, block.text), f'<div class="bar">{filled}</div>']
        case Gap():
            return []


def _line(block: Line) -> str:
    text = _text(block.text)
    if block.style == "bold":
        return f"<p><b>{text}</b></p>"
    return f'<p class="{block.style}">{text}</p>' if block.style else f"<p>{text}</p>"


def _named(name: str, text: str) -> str:
    return f"<p><b>{_text(name)}</b> {_text(text)}</p>"


def _bar(block: Bar) -> str:
    scale = 100 / max(block.end, 1)
    parts = [
        f'<i class="{phase.kind}" style="left:{phase.start * scale:.1f}%;'
        f'width:{max(1.0, (phase.end - phase.start) * scale):.1f}%"></i>'
        for phase in block.phases
    ]
    return f'<div class="bar">{"".join(parts)}</div>'


def _grid(block: Grid) -> list[str]:
    numbers = "".join(f"<th>{n}</th>" for n in range(1, len(block.names) + 1))
    lines = [f"<table><tr><th></th>{numbers}</tr>"]
    for number, name in enumerate(block.names):
        cells = "".join(
            f'<td class="{risk}">{words.risk_letter(risk)}'
            f"{_text(words.risk_symbol(risk))}</td>"
            for risk in block.risks[number]
        )
        lines.append(f"<tr><th>{number + 1}. {_text(name)}</th>{cells}</tr>")
    return [*lines, "</table>"]


def _text(text: str) -> str:
    """Text in which no character is a command of HTML."""
    return escape(printable(text), quote=True)
