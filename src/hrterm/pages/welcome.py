"""What stands there before anything was asked."""

from hrterm.i18n import _
from hrterm.pages.blocks import Bullet, Gap, Heading, Line, Page, Row
from hrterm.store.library import Library
from hrterm.wording.reviewing import reviewed_by


def welcome(library: Library, place: str) -> Page:
    """What hrterm is and is not, the reader's language and place, the first keys."""
    code = library.language
    told = library.names("jurisdiction", [place])[place] if place else _("not set")
    return [
        Heading("hrterm", 1),
        Line(
            _(
                "What drugs and medicines do, what happens when they are combined, and "
                "what the law says. Offline, in French and English."
            )
        ),
        Gap(),
        Bullet(_("Type a name, a brand or a street name above.")),
        Bullet(_("F4: combine two or more.  F2: an emergency, now.")),
        Bullet(_("F3: search everything.  F1: help.")),
        Gap(),
        Row(_("Language"), _("{code} (F8 changes it)").format(code=code.upper())),
        Row(_("Place"), _("{place} (Ctrl+O changes it)").format(place=told)),
        *what_this_is(library),
    ]


def what_this_is(library: Library) -> Page:
    """What it cannot do, and who has looked at it."""
    edition = library.edition()
    return [
        Heading(_("What this is, and is not")),
        Bullet(_("Unknown is never the same as safe.")),
        Bullet(_("It does not replace a doctor, a pharmacist or a lawyer.")),
        Bullet(_("It opens no connection and keeps no history.")),
        Bullet(_("In an emergency, call first.")),
        Bullet(reviewed_by(edition.reviewed_by)),
    ]
