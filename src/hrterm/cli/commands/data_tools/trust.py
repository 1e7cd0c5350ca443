"""``hrterm data trust``: whose editions are taken."""

from typing import Any

from hrterm.cli.context import Context, present
from hrterm.cli.diagnostics import CommandError, ExitCode
from hrterm.i18n import _
from hrterm.pages.blocks import Bullet, Line, Page


def run(context: Context) -> ExitCode:
    """Trust a key, trust one no longer, or list them."""
    from hrterm.editions import trust

    options = context.options
    page: Page = []
    if options.key and options.remove:
        raise CommandError(_("give a key to trust or one to remove, not both."))
    if options.remove:
        gone = trust.remove(options.remove)
        page.append(Line(_("No longer trusted: key {id}.").format(id=gone.key.id)))
    if options.key:
        added = trust.add(options.key, options.name or "")
        told = _("Trusted from now on: key {id}. Its editions will be accepted.")
        page.append(Line(told.format(id=added.key.id)))
    keys = trust.trusted().values()
    if context.as_json:
        listed = [
            present(id=one.key.id, name=one.name, key=one.key.text) for one in keys
        ]
        context.answer(
            {"kind": "data-trust", "language": context.language, "keys": listed}
        )
    elif page:
        context.show(page)
    elif keys:
        context.show([_bullet(one) for one in keys])
    else:
        told = _("No key is trusted here. To trust one: hrterm data trust KEY")
        context.show([Line(told)])
    return ExitCode.ANSWERED if page or keys else ExitCode.NOT_FOUND


def _bullet(one: Any) -> Bullet:
    name = one.name or _("no name")
    return Bullet(f"{one.key.id}  {name}", one.key.text)


def add_arguments(parser: Any) -> None:
    """What the tool takes."""
    parser.add_argument(
        "key",
        nargs="?",
        metavar=_("KEY"),
        help=_("a minisign public key, or its file; without it, list the keys"),
    )
    parser.add_argument("--name", metavar=_("NAME"), help=_("whose key it is"))
    parser.add_argument(
        "--remove", metavar=_("ID"), help=_("the number of a key to trust no longer")
    )
