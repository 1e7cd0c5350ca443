"""The rows that additions give rise to, marked as local everywhere."""

from typing import Any

from hrterm.content.local.models import Alert, LocalService, Organisation
from hrterm.content.local.reading import Additions
from hrterm.content.models.base import Statement, Text
from hrterm.content.rows.shared import Tables
from hrterm.content.rows.subjects import add_fact
from hrterm.content.texts import TextTable
from hrterm.domain.naming import fold, letters

SECTION = "adulterants"
"""Where alerts and notes stand on a sheet: what is sold as it, or mixed in."""

LAST = 1000
"""A position after everything that the edition itself says."""


def add(
    additions: Additions, classes: set[str], texts: TextTable, tables: Tables
) -> None:
    """Add the rows of one organisation; `search_index` holds ids and words.

    Args:
        additions: what it adds, checked.
        classes: ids that are classes.
        texts: takes the texts.
        tables: takes the rows.
    """
    _Rows(additions, classes, texts, tables).add()


def _seen(alert: Alert, language: str, text: str) -> str:
    """Where and when, then what."""
    places = alert.place.root
    place = places.get(language, places["en"])
    return f"{place}, {alert.date}{_colon(language)} {text}"


def _colon(language: str) -> str:
    return "\u00a0:" if language.startswith("fr") else ":"


def marked(text: Text, organisation: Organisation) -> Text:
    """The text with a mark that says whose it is, in its language."""
    said = {code: mark(code, organisation) + told for code, told in text.root.items()}
    return Text(said)


def mark(language: str, organisation: Organisation) -> str:
    """What stands before everything that an organisation says."""
    names = organisation.name.root
    name = names.get(language, names["en"])
    return f"[local{_colon(language)} {name}] "


class _Rows:
    """The rows of one organisation's additions."""

    def __init__(
        self,
        additions: Additions,
        classes: set[str],
        texts: TextTable,
        tables: Tables,
    ) -> None:
        self._additions = additions
        self._organisation = additions.organisation.model
        self._classes = classes
        self._texts = texts
        self._tables = tables

    def add(self) -> None:
        for id_, source in sorted(self._additions.sources.items()):
            row = {"id": id_, **source.model.model_dump()}
            row["title"] = mark("en", self._organisation) + source.model.title
            self._tables["source"].append(row)
        self._services()
        self._alerts()
        self._names()

    def _services(self) -> None:
        for position, entry in enumerate(self._additions.services):
            model = entry.model
            id_ = self._tables.next_id("service")
            self._tables["service"].append(
                {
                    "id": id_,
                    "jurisdiction": model.place,
                    "position": LAST + position,
                    "kind": model.kind,
                    "label_text": self._texts.id(self._label(model)),
                    "number": model.number or model.address,
                    "as_of": model.as_of,
                    "verification": model.verification,
                }
            )
            self._tables.cite("service", id_, model.sources)

    def _label(self, service: LocalService) -> Text:
        """What the number is for, and where to go when there is an address as well."""
        label = service.label
        if service.number and service.address:
            said = {code: f"{t}, {service.address}" for code, t in label.root.items()}
            label = Text(said)
        return marked(label, self._organisation)

    def _alerts(self) -> None:
        """Alerts come before what the sheet says, the newest first."""
        alerts = sorted(
            (entry.model for entry in self._additions.alerts),
            key=lambda alert: alert.date,
            reverse=True,
        )
        for position, alert in enumerate(alerts):
            said = {
                code: _seen(alert, code, text) for code, text in alert.text.root.items()
            }
            support = (alert.evidence, alert.verification, alert.sources)
            fact = self._fact(Text(said), support)
            self._said(alert.subject, position - len(alerts), fact)

    def _names(self) -> None:
        for position, entry in enumerate(self._additions.names):
            model = entry.model
            self._name(model.text, model.subject)
            whose = mark(model.language or "en", self._organisation).strip()
            for region in model.regions or (None,):
                self._tables["alias"].append(
                    {
                        "id": self._tables.next_id("alias"),
                        "subject": model.subject,
                        "text": f"{model.text} {whose}",
                        "type": model.type,
                        "language": model.language,
                        "region": region,
                    }
                )
            self._found(model.subject, model.text, model.text, model.language)
            if model.note is not None:
                told = model.note
                support = (told.evidence, told.verification, told.sources)
                self._said(
                    model.subject, LAST + position, self._fact(told.text, support)
                )
        for ambiguous in self._additions.ambiguous:
            for id_ in ambiguous.model.candidates:
                self._name(ambiguous.model.text, id_)

    def _name(self, text: str, subject: str) -> None:
        folded = fold(text)
        self._tables["name"].append(
            {
                "folded": folded,
                "subject": subject,
                "text": text,
                "is_class": int(subject in self._classes),
                "letters": letters(folded),
            }
        )

    def _fact(self, text: Text, support: tuple[Any, Any, tuple[str, ...]]) -> Statement:
        evidence, verification, sources = support
        return Statement(
            text=marked(text, self._organisation),
            evidence=evidence,
            verification=verification,
            sources=sources,
        )

    def _said(self, subject: str, position: int, fact: Statement) -> None:
        """A fact on a sheet, which a search finds too."""
        add_fact("subject", subject, SECTION, position, fact, self._texts, self._tables)
        for language, text in fact.text.root.items():
            self._found(subject, text, None, language)

    def _found(
        self, subject: str, words: str, matched: str | None, language: str | None
    ) -> None:
        id_ = self._tables.next_id("search_entry")
        self._tables["search_entry"].append(
            {
                "id": id_,
                "kind": "class" if subject in self._classes else "substance",
                "thing": subject,
                "language": language,
                "matched": matched,
            }
        )
        self._tables["search_index"].append(
            {"id": id_, "words": f"{words} {fold(words)}" if matched else words}
        )
