"""The completion script of zsh."""

from hrterm.cli.shells.outline import Option, Outline, Place, Values, tools
from hrterm.cli.shells.templates import quoted, template


def script(every: list[Outline]) -> str:
    """The script for these commands and tools."""
    functions = "\n\n".join(_function(one, every) for one in every)
    return template("_hrterm.zsh").replace("@FUNCTIONS@", functions)


def _function(one: Outline, every: list[Outline]) -> str:
    """A function that completes one command; the program's hands on to its commands."""
    name = "_".join(("_hrterm_", *one.path))
    lines = [spec for option in one.options for spec in _option(option)]
    inner = tools(one, every)
    if not inner:
        lines += [_place(place) for place in one.places]
        body = " \\\n        ".join(("_arguments -S", *lines))
        return f"{name}() {{\n    {body}\n}}"
    lines += ["'1:command:->command'", "'*::argument:->argument'"]
    body = " \\\n        ".join(("_arguments -C -S", *lines))
    described = "\n".join(
        f"                {quoted(f'{tool.path[-1]}:{tool.help}')}" for tool in inner
    )
    return f"""{name}() {{
    local state line curcontext=$curcontext
    {body}
    case $state in
        command)
            local -a commands=(
{described}
            )
            _describe command commands
            ;;
        argument)
            (($+functions[{name}_$line[1]])) && {name}_$line[1]
            ;;
    esac
}}"""


def _option(option: Option) -> list[str]:
    """An option as _arguments reads it, once for each of its spellings."""
    others = f"({' '.join(option.flags)})"
    if option.values.suffix:
        others = "*"
    text = _plain(option.help).replace("[", "(").replace("]", ")")
    if not option.value:
        return [quoted(f"{others}{flag}[{text}]") for flag in option.flags]
    action = f":{_plain(option.value)}:{_action(option.values)}"
    return [
        quoted(f"{others}{flag}{'=' if flag.startswith('--') else '+'}[{text}]{action}")
        for flag in option.flags
    ]


def _place(place: Place) -> str:
    head = "*" if place.is_repeated else ("" if place.is_required else ":")
    return quoted(f"{head}:{_plain(place.name)}:{_action(place.values)}")


def _action(values: Values) -> str:
    match values.form:
        case "file":
            return "_files"
        case "folder":
            return "_files -/"
        case "fixed":
            return f"({' '.join(values.words)})"
        case "asked":
            # The space in front keeps _arguments from adding words of its own.
            return " " + " ".join(
                filter(None, ("_hrterm_ask", values.suffix, *values.words))
            )
    return " "


def _plain(text: str) -> str:
    return text.replace("\\", "").replace(":", "\\:")
