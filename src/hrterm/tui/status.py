"""What the status line and the clocks of an emergency say."""

from typing import TYPE_CHECKING

from textual.content import Content

from hrterm.domain.language import base
from hrterm.i18n import _
from hrterm.tui.session import Session, Stopwatch
from hrterm.tui.text import plain
from hrterm.wording.formatting import days_ago

if TYPE_CHECKING:
    from hrterm.tui.app import HrTerm

REPEAT_NALOXONE = 120
"""Seconds after which another dose is thought of, as the overdose card says."""
CALL_FOR_SEIZURE = 300
"""Seconds of a seizure after which one calls in any case, as its card says."""


def clocks(session: Session) -> list[str]:
    """What the clocks say; nothing when none runs."""
    told = []
    if session.naloxone.is_running:
        text = _("Naloxone, dose {count}: {time} ago.").format(
            count=session.naloxone.count, time=_time(session.naloxone)
        )
        if session.naloxone.seconds >= REPEAT_NALOXONE:
            text += " " + _("Not breathing well? Give another.")
        told.append(text)
    if session.seizure.is_running:
        text = _("Seizure: {time}.").format(time=_time(session.seizure))
        if session.seizure.seconds >= CALL_FOR_SEIZURE:
            text += " " + _("Over 5 minutes: call now.")
        told.append(text)
    return told


def _time(watch: Stopwatch) -> str:
    return f"{watch.seconds // 60}:{watch.seconds % 60:02}"


def line(app: "HrTerm", with_clocks: bool = True) -> Content:
    """Edition, its age, offline, place, language, the basket, the clocks."""
    edition = app.library.edition()
    parts = [
        *(clocks(app.session) if with_clocks else ()),
        _("edition {version}").format(version=edition.version),
        _("reviewed {when}").format(when=days_ago(edition.age(app.today))),
        _("offline"),
        app.place,
        base(app.library.language).upper(),
    ]
    if app.session.basket:
        count = len(app.session.basket)
        parts.append(_("combination: {count}").format(count=count))
    return plain("  ".join(filter(None, parts)))
