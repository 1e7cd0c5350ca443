"""``hrterm mechanism``: how a substance acts, or what acts at a target."""

from typing import Any

from hrterm.cli.context import Context, exit_for, name_document
from hrterm.cli.diagnostics import ExitCode
from hrterm.domain.answer import NameMatch
from hrterm.domain.substance import Target
from hrterm.i18n import _
from hrterm.wording import sheets
from hrterm.wording import vocabulary as words


def run(context: Context) -> ExitCode:
    """Answer with targets: those of a substance, one by name, or all."""
    query = " ".join(context.options.name)
    names: tuple[NameMatch, ...] = ()
    own = ""
    if not query:
        targets = context.library.targets()
    else:
        hits = context.library.search(query, ("target",), 1)
        name = context.library.match(query)
        if name.status == "unknown" and hits:
            targets = context.library.targets([hits[0].id])
        else:
            names = (name,)
            own = name.id
            targets = _of_substance(context, own)
    code = exit_for(names) if targets else ExitCode.NOT_FOUND
    if context.as_json:
        document = context.head("mechanism")
        if names:
            document["names"] = [name_document(one) for one in names]
        context.finish(document | {"targets": [_document(one) for one in targets]})
        return code
    context.note_names(names)
    if own and not targets:
        context.page.line(_("How it acts is not recorded here."))
    for target in targets:
        _print(context, target, own)
    context.finish()
    return code


def _of_substance(context: Context, id_: str) -> tuple[Target, ...]:
    """The targets of one substance, with its own actions there alone."""
    if not id_:
        return ()
    mechanisms = context.library.sheet(id_).mechanisms
    targets = context.library.targets(
        list(dict.fromkeys(one.target for one in mechanisms))
    )
    return tuple(
        target._replace(
            substances=tuple(
                (id_, one) for one in mechanisms if one.target == target.id
            )
        )
        for target in targets
    )


def _print(context: Context, target: Target, own: str) -> None:
    page = context.page
    page.heading(target.name)
    page.line(target.summary)
    names = context.library.names("subject", [id_ for id_, _one in target.substances])
    for id_, mechanism in target.substances:
        head = f"{names[id_]}: {words.action(mechanism.action)}"
        note = sheets.support(
            mechanism.evidence, mechanism.verification, mechanism.sources
        )
        level = words.level(mechanism.level)
        text = f"{head} — {mechanism.text} ({level})"
        page.bullet(f"{text} {note}" if own else text)


def _document(target: Target) -> dict[str, Any]:
    return {
        "id": target.id,
        "name": target.name,
        "kind": target.kind,
        "substances": [
            {
                "id": id_,
                "action": one.action,
                "level": one.level,
                "evidence": one.evidence,
            }
            for id_, one in target.substances
        ],
    }


def add_arguments(parser: Any) -> None:
    """What the command takes."""
    parser.add_argument("name", nargs="*", metavar=_("NAME"))
