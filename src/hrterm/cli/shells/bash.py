"""The completion script of bash."""

from hrterm.cli.shells.outline import ASKED, FILE, FIXED, FOLDER, Outline, Values, tools
from hrterm.cli.shells.templates import quoted, template


def script(every: list[Outline]) -> str:
    """The script for these commands and tools."""
    commands, values = [], []
    for one in every:
        path = "/".join(one.path)
        valued = [flag for o in one.options if o.value for flag in o.flags]
        plain = [flag for o in one.options if not o.value for flag in o.flags]
        parts = {
            "tools": quoted(" ".join(tool.path[-1] for tool in tools(one, every))),
            "options": quoted(" ".join(plain)),
            "valued": quoted(" ".join(valued)),
            "places": f"({' '.join(quoted(_spec(p.values)) for p in one.places)})",
            "repeated": "1" if any(p.is_repeated for p in one.places) else "",
        }
        told = " ".join(
            f"{name}={value}"
            for name, value in parts.items()
            if value not in {"", "''", "()"}
        )
        commands.append(f"        {quoted(path)}) {told} ;;")
        values += [
            f"        {'|'.join(quoted(f'{path}:{flag}') for flag in o.flags)}) "
            f"value={quoted(_spec(o.values))} ;;"
            for o in one.options
            if _spec(o.values)
        ]
    return (
        template("hrterm.bash")
        .replace("@COMMANDS@", "\n".join(commands))
        .replace("@VALUES@", "\n".join(values))
    )


def _spec(values: Values) -> str:
    if values.form in {FILE, FOLDER}:
        return values.form
    if values.form in {FIXED, ASKED}:
        return " ".join((values.form + values.suffix, *values.words))
    return ""
