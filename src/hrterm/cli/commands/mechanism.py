"""``hrterm mechanism``: how a substance acts, or what acts at a target."""

from typing import Any

from hrterm.cli.context import Context, exit_for, name_document
from hrterm.cli.diagnostics import ExitCode
from hrterm.domain.found import NameMatch
from hrterm.domain.substance import Target
from hrterm.i18n import _
from hrterm.pages import combination, mechanisms
from hrterm.pages.blocks import Line


def run(context: Context) -> ExitCode:
    """Answer with targets: those of a substance, one by name, or all."""
    query = " ".join(context.options.name)
    names: tuple[NameMatch, ...] = ()
    own = ""
    if not query:
        targets = context.library.targets()
    else:
        name = context.library.match(query)
        is_meant = name.status == "found" and not name.corrected
        hits = [] if is_meant else context.library.search(query, ("target",))
        if hits:  # SERT and NMDA are also how names of substances begin
            targets = context.library.targets([hit.id for hit in hits])
        else:
            names = (name,)
            own = name.id
            targets = _of_substance(context, own)
    code = exit_for(names) if targets else ExitCode.NOT_FOUND
    if context.as_json:
        document = context.head("mechanism")
        if names:
            document["names"] = [name_document(one) for one in names]
        context.answer(document | {"targets": [_document(one) for one in targets]})
        return code
    page = combination.names(names)
    if own and not targets:
        page.append(Line(_("How it acts is not recorded here.")))
    for one in targets:
        page += mechanisms.target(one, context.library)
    context.show(page)
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
