"""What became of a typed name or a search, in a sentence."""

from hrterm.domain.found import Hit, NameMatch
from hrterm.i18n import _
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import alternatives, series

_LISTED = 12
"""More meanings of a name than these are not read."""


def search_note(hit: Hit) -> str:
    """By which spelling a result was found, or that only its text speaks of it."""
    if not hit.matched:
        return _("(in its text)")
    return "" if hit.matched.casefold() == hit.name.casefold() else f"({hit.matched})"


def name_note(name: NameMatch) -> str:
    """What became of a typed name, when it is worth saying; else empty."""
    if name.status == "unknown":
        return _(
            "“{query}” is not known here. Not known does not mean without danger: "
            "check the spelling, or search for another name."
        ).format(query=name.query)
    if name.status == "ambiguous":
        names = [candidate.name for candidate in name.candidates]
        if len(names) == 1:
            return _("“{query}” may mean {name}: if so, write that name.").format(
                query=name.query, name=names[0]
            )
        if len(names) > _LISTED:
            return _(
                "“{query}” may mean {count} things, such as {names}. All of them were "
                "looked at: write more of the name."
            ).format(
                query=name.query, count=len(names), names=alternatives(names[:_LISTED])
            )
        return _("“{query}” may mean several things: {names}.").format(
            query=name.query, names=alternatives(names)
        )
    parts = []
    left_out = _worth_saying(name.ignored) if name.ignored else []
    if name.route is not None:
        from hrterm.domain.route import told_route

        left_out = [word for word in left_out if told_route([word]) is None]
        parts.append(
            _("“{query}” was read as {name}, {route}.").format(
                query=name.query, name=name.name, route=words.route(name.route)
            )
        )
    elif name.corrected:
        parts.append(
            _("“{query}” was read as {name}.").format(query=name.query, name=name.name)
        )
    if left_out:
        parts.append(
            _("Not taken into account: {words}.").format(words=series(left_out))
        )
        parts += _how_to_tell(name.matched, left_out)
    return " ".join(parts)


def _how_to_tell(spelling: str, left_out: list[str]) -> list[str]:
    """How a time is told, when something that was left out may be one."""
    from hrterm.domain.timing import is_duration

    return [
        _("If that is how long ago it was taken, write: {example}.").format(
            example=f"{spelling}={word}"
        )
        for word in left_out[:1]
        if is_duration(word)
    ]


def _worth_saying(ignored: tuple[str, ...]) -> list[str]:
    """The words left out that could have meant something: not "of" or "par"."""
    from hrterm.domain.naming import fold
    from hrterm.domain.phrase import SMALL_WORDS

    return [word for word in ignored if fold(word) not in SMALL_WORDS]
