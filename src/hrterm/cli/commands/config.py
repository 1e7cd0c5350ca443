"""``hrterm config``: show and change the settings."""

from typing import Any

from hrterm import settings
from hrterm.cli.context import Context
from hrterm.cli.diagnostics import CommandError, ExitCode
from hrterm.i18n import _, available
from hrterm.i18n.negotiation import supported


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
        context.finish({"kind": "config", "language": context.language, **answer})
        return ExitCode.ANSWERED
    if "path" in answer:
        context.page.line(answer["path"])
    else:
        for key in settings.KEYS:
            value = answer["settings"].get(key, _("(not set)"))
            context.page.row([key, value], [12, 40])
        for key, value in answer["settings"].items():
            if key.startswith(settings.KEYMAP_PREFIX):
                context.page.row([key, value], [30, 40])
    context.finish()
    return ExitCode.ANSWERED


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
                code=value, codes=", ".join(available())
            )
        )
    if key == "place" and value:
        value = context.place(value)
    try:
        settings.save(key, value)
    except settings.SettingsError as error:
        raise CommandError(
            _("the settings at {path} cannot be written ({reason}).").format(
                path=error.path, reason=error.reason
            ),
            ExitCode.UNUSABLE,
        ) from error
    return settings.load()


def add_arguments(parser: Any) -> None:
    """What the command takes."""
    actions = parser.add_subparsers(dest="action", metavar=_("ACTION"))
    actions.add_parser("show", help=_("what is set"))
    setting = actions.add_parser("set", help=_("set one; an empty value removes it"))
    setting.add_argument("key", metavar=_("KEY"))
    setting.add_argument("value", metavar=_("VALUE"))
    actions.add_parser("path", help=_("where the settings are"))
