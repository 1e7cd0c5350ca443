"""How long one thing matters for another, and where now stands in that."""

from hrterm.domain.answer import PairAnswer
from hrterm.domain.timing import Timing
from hrterm.i18n import _
from hrterm.wording.formatting import labelled, minutes


def timing(one: Timing, labels: dict[str, str]) -> str:
    """Who first, who then, and how long the first still matters."""
    head = _("{first}, then {then}").format(
        first=labels[one.first], then=labels[one.then]
    )
    said = labelled(head, one.text)
    if one.wait is None or one.elapsed is not None:
        return said
    return f"{said} ({minutes(one.wait.low, one.wait.high)})"


def window(one: Timing) -> str:
    """Where now stands in a window that is recorded, and was told; else empty.

    It never reads as a reason to go ahead: neither within nor behind it.
    """
    if one.wait is None or one.elapsed is None:
        return ""
    usual = minutes(one.wait.low, one.wait.high)
    ago = minutes(one.elapsed, one.elapsed)
    if one.window == "open":
        # Translators: too early, as in "6 hrs of 12 to 24 hrs"
        return _("The risk is not over: {elapsed} of {window}.").format(
            elapsed=ago, window=usual
        )
    return _(
        "Past the usual window ({window}), at {elapsed}: the risk may still linger. "
        "This does not mean that it is without risk."
    ).format(window=usual, elapsed=ago)


def told(pair: PairAnswer, labels: dict[str, str]) -> str:
    """The time that was told, where no window is recorded for it; else empty."""
    interval = pair.told
    if interval is None or any(window(one) for one in pair.timing):
        return ""
    first, then = labels[interval.first], labels[interval.then]
    ago = minutes(interval.minutes, interval.minutes)
    if interval.first == interval.then:
        # Translators: what was told of something that is taken again
        said = _("Told: {first}, {elapsed} before.").format(first=first, elapsed=ago)
    elif interval.minutes:
        said = _("Told: {first}, {elapsed} before {then}.").format(
            first=first, elapsed=ago, then=then
        )
    else:
        said = _("Told: both at the same time ({first}, {then}).").format(
            first=first, then=then
        )
    none = _("No window is recorded for that, which does not mean that there is none.")
    return f"{said} {none}"
