"""``hrterm handout``: a page to print and hand over."""

from typing import Any

from hrterm.cli import output
from hrterm.cli.context import Context, exit_for, name_document
from hrterm.cli.diagnostics import CommandError, ExitCode
from hrterm.i18n import _
from hrterm.pages import combination
from hrterm.pages.handout import FORMATS, format_of, formatted, handout


def run(context: Context) -> ExitCode:
    """Make the page; print it, or write it to a file."""
    options = context.options
    library = context.library
    place = context.place(options.place, default=True)
    names = tuple(library.match(name) for name in context.gathered(options.names))
    found = tuple(dict.fromkeys(name.id for name in names if name.id))
    code = exit_for(names)
    head = context.head("handout") | {"names": [name_document(n) for n in names]}
    if not found or code is not ExitCode.ANSWERED:
        if context.as_json:
            context.answer(head)
        else:
            context.show(combination.names(names))
        return ExitCode.NOT_FOUND
    form = options.format or (_form(options.output) if options.output else "md")
    page = handout(found, library, place, context.today)
    text = formatted(page, form, context.language)
    if options.output:
        _save(options.output, text)
    if context.as_json:
        context.answer(
            head
            | ({"path": options.output} if options.output else {})
            | {"format": form, "text": text}
        )
    elif not options.output:
        output.write(text)
    return code


def _form(path: str) -> str:
    """The format that a file's name asks for.

    Raises:
        CommandError: when it asks for none that there is.
    """
    form = format_of(path)
    if not form:
        raise CommandError(
            _(
                "{path} ends in no form that there is: name it .md, .html or .txt."
            ).format(path=path)
        )
    return form


def _save(path: str, text: str) -> None:
    from hrterm.cli.saving import saving
    from hrterm.editions.durable import save

    with saving(path):
        save(path, text.encode())


def add_arguments(parser: Any) -> None:
    """What the command takes."""
    parser.add_argument("names", nargs="+", metavar=_("NAME"))
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help=_("md, html or txt; as the file's name ends, else md"),
    )
    parser.add_argument("-o", "--output", metavar=_("FILE"), help=_("write to a file"))
    parser.add_argument(
        "--in",
        dest="place",
        metavar=_("CODE"),
        help=_("a place: CA, CA-BC, FR, EU ..."),
    )
