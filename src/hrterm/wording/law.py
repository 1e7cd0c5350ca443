"""Legal records in sentences, and the words of law."""

from hrterm.domain.law import LegalRecord
from hrterm.i18n import N_, _
from hrterm.wording import vocabulary as words
from hrterm.wording.formatting import capitalised, clauses, date

_STATUSES = {
    "prohibited": N_("prohibited"),
    "controlled": N_("controlled, with a medical route"),
    "restricted-medical-access": N_("one narrow medical programme"),
    "prescription-only": N_("prescription only"),
    "over-the-counter": N_("sold without prescription"),
    "regulated-consumer-product": N_("regulated consumer product"),
    "not-specifically-controlled": N_("not specifically controlled"),
    "varies": N_("varies"),
    "unknown": N_("unknown"),
}

_POSSESSION = {
    "offence": N_("possession is an offence"),
    "administrative": N_("possession: fine or diversion, not a crime"),
    "exempt": N_("small amounts exempt"),
    "none": N_("no possession offence"),
    "unknown": N_("possession: not recorded"),
}

_LEGAL_LETTERS = {
    "prohibited": N_("P"),
    "controlled": N_("C"),
    "restricted-medical-access": N_("N"),
    "prescription-only": N_("Rx"),
    "over-the-counter": N_("OTC"),
    "regulated-consumer-product": N_("R"),
    "not-specifically-controlled": N_("-"),
    "varies": N_("~"),
    "unknown": N_("?"),
}


def legal_status(word: str) -> str:
    """The status in law."""
    return _(_STATUSES[word])


def legal_letter(word: str) -> str:
    """The status in a cell of a table."""
    return _(_LEGAL_LETTERS[word])


def possession(word: str) -> str:
    """What possession of a small amount is."""
    return _(_POSSESSION[word])


def status(record: LegalRecord, today: str) -> str:
    """The status, what possession is, and whether it is history."""
    parts = [legal_status(record.status)]
    if record.possession != "unknown":
        parts.append(possession(record.possession))
    text = capitalised(clauses(parts))
    if record.is_past(today):
        return _("ENDED on {date}: {text}").format(
            date=date(record.effective_to), text=text
        )
    return text


def in_short(record: LegalRecord) -> str:
    """The schedule, or the status where there is none."""
    return record.schedule or legal_status(record.status)


def details(record: LegalRecord) -> list[str]:
    """Schedule, instrument, dates, access and note, one line each."""
    lines = []
    if record.schedule:
        lines.append(record.schedule)
    instrument = record.instrument
    if record.item:
        instrument = f"{instrument} — {record.item}"
    if instrument != record.schedule:
        lines.append(instrument)
    lines.append(dates(record))
    if record.access:
        lines.append(_("Access: {text}").format(text=record.access))
    if record.note:
        lines.append(record.note)
    return lines


def dates(record: LegalRecord) -> str:
    """From when and until when, or that it is not known."""
    start, end = date(record.effective_from), date(record.effective_to)
    if start and end:
        return _("In force from {start} to {end}").format(start=start, end=end)
    if start:
        return _("In force from {start}").format(start=start)
    if end:
        return _("In force until {end}; since when is not recorded").format(end=end)
    return _("Date of entry into force not recorded")


def age(record: LegalRecord, today: str) -> str:
    """As of when, whether it was read, and whether that is too old."""
    if record.as_of:
        text = _("As of {date}").format(date=date(record.as_of))
    else:
        text = _("Date of the copy not recorded")
    parts = [text, words.verification(record.verification)]
    if record.is_stale(today):
        parts.append(_("OLD RECORD: check before relying on it"))
    text = clauses(parts)
    return f"{text} [{', '.join(record.sources)}]" if record.sources else text
