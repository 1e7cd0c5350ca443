"""The completion script of fish."""

from hrterm.cli.shells.outline import Option, Outline, Values, tools
from hrterm.cli.shells.templates import template


def script(every: list[Outline]) -> str:
    """The script for these commands and tools."""
    valued = dict.fromkeys(
        flag for one in every for o in one.options if o.value for flag in o.flags
    )
    inner = ["/".join(one.path) for one in every if one.path[1:]]
    lines = [line for one in every for line in _lines(one, every)]
    return (
        template("hrterm.fish")
        .replace("@VALUED@", " ".join(valued))
        .replace("@TOOLS@", " ".join(inner))
        .replace("@COMPLETIONS@", "\n".join(lines))
    )


def _lines(one: Outline, every: list[Outline]) -> list[str]:
    """What may follow one command: its tools, options and arguments."""
    path = _quoted("/".join(one.path))
    lines = [
        _line(f"__hrterm_at {path} 0", f"-a {_quoted(tool.path[-1])}", tool.help)
        for tool in tools(one, every)
    ]
    lines += [
        _line(f"__hrterm_at {path}", _option(option), option.help)
        for option in one.options
    ]
    for number, place in enumerate(one.places):
        more = "+" if place.is_repeated else ""
        if values := _values(place.values):
            lines.append(_line(f"__hrterm_at {path} {number}{more}", values, ""))
    return lines


def _line(condition: str, what: str, text: str) -> str:
    described = f" -d {_quoted(text)}" if text else ""
    return f"complete -c hrterm -n {_quoted(condition)} {what}{described}"


def _option(option: Option) -> str:
    flags = " ".join(
        f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}"
        for flag in option.flags
    )
    if not option.value:
        return flags
    return f"{flags} -r {_values(option.values) or '-f'}"


def _values(values: Values) -> str:
    match values.form:
        case "file" | "folder":
            return "-F"
        case "fixed":
            return f"-f -a {_quoted(' '.join(values.words))}"
        case "asked":
            asked = ("__hrterm_ask", values.suffix, *values.words)
            called = " ".join(filter(None, asked))
            return f"-f -a {_quoted(f'({called})')}"
    return ""


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
