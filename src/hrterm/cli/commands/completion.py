"""``hrterm completion``: a script that completes commands, options and names."""

from typing import Any

from hrterm.cli import output
from hrterm.cli.context import Context, present
from hrterm.cli.diagnostics import ExitCode
from hrterm.cli.shells.scripts import SHELLS, script
from hrterm.i18n import _
from hrterm.pages.blocks import Line, Page


def run(context: Context) -> ExitCode:
    """Print the script of a shell, or install it."""
    shell = context.options.shell
    text = script(shell)
    head = {"kind": "completion", "language": context.language, "shell": shell}
    if context.options.install:
        _install(context, head, text)
    elif context.as_json:
        context.answer(head | {"script": text})
    else:
        output.write(text)
    return ExitCode.ANSWERED


def _install(context: Context, head: dict[str, Any], text: str) -> None:
    """Install the script, and say where it is and what is still to do."""
    from hrterm.cli.shells.installing import install

    done = install(context.options.shell, text)
    if context.as_json:
        context.answer(head | present(path=done.path, add=done.line))
        return
    page: Page = [Line(_("Written: {path}").format(path=done.path))]
    if done.line:
        told = _("One line is still lacking. Put it into {file}, before compinit:")
        if context.options.shell == "bash":
            told = _("One line is still lacking. Put it into {file}:")
        page += [Line(told.format(file=done.start_up)), Line(done.line, "bold", 4)]
    page.append(Line(_("It works in the next shell that you open.")))
    context.show(page)


def add_arguments(parser: Any) -> None:
    """What the command takes."""
    parser.add_argument(
        "shell", choices=SHELLS, metavar=_("SHELL"), help=", ".join(SHELLS)
    )
    parser.add_argument(
        "--install",
        action="store_true",
        help=_("write it where the shell looks, in your own folders"),
    )
