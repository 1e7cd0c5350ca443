"""``hrterm config``: show and change the settings."""

from typing import Any

from hrterm import settings
from hrterm.cli import output
from hrterm.cli.context import Context
from hrterm.cli.diagnostics import CommandError, ExitCode
from hrterm.i18n import _, offered
from hrterm.i18n.negotiation import supported
from hrterm.pages.blocks import Page, Row
from hrterm.wording.system import reason


def run(context: Context) -> ExitCode:
    """Show, set, or say where the settings are."""
    options = context.options
    match options.action:
        case "path":
            answer: dict[str, Any] = {"path": settings.path()}
        case "set":
            answer = {"settings": _set(context, options.key, options.value)}
        case _:
            answer = {"settings": settings.load()}
    if context.as_json:
        context.answer({"kind": "config", "language": context.language, **answer})
        return ExitCode.ANSWERED
    if "path" in answer:
        output.write(f"{answer['path']}\n")
    else:
        context.show(_page(answer["settings"]))
    return ExitCode.ANSWERED


def _page(kept: dict[str, str]) -> Page:
    page: Page = [Row(k, kept.get(k, _("(not set)")), width=12) for k in settings.KEYS]
    return page + [
        Row(key, value, width=30)
        for key, value in kept.items()
        if key.startswith(settings.KEYMAP_PREFIX)
    ]


def _set(context: Context, key: str, value: str) -> dict[str, str]:
    if not settings.is_key(key):
        raise CommandError(
            _("there is no setting '{key}': use one of {keys}.").format(
                key=key, keys=", ".join((*settings.KEYS, "keymap.*"))
            )
        )
    if key == "language" and value and supported(value) is None:
        raise CommandError(
            _("there is no language '{code}': use one of {codes}.").format(
                code=value, codes=", ".join(offered())
            )
        )
    if key == "place" and value:
        value = context.place(value)
    try:
        settings.save(key, value)
    except settings.SettingsError as error:
        raise CommandError(
            _("the settings at {path} cannot be written ({reason}).").format(
                path=error.path, reason=reason(error.cause)
            ),
            ExitCode.UNUSABLE,
        ) from error
    return settings.load()


def add_arguments(parser: Any) -> None:
    """What the command takes."""
    actions = parser.add_subparsers(dest="action", metavar=_("ACTION"))
    show = _("what is set")
    actions.add_parser("show", help=show, description=show)
    change = _("set one; an empty value removes it")
    setting = actions.add_parser("set", help=change, description=change)
    setting.add_argument(
        "key",
        metavar=_("KEY"),
        help=", ".join((*settings.KEYS, f"{settings.KEYMAP_PREFIX}*")),
    )
    setting.add_argument("value", metavar=_("VALUE"))
    where = _("where the settings are")
    actions.add_parser("path", help=where, description=where)
