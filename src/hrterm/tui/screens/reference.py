"""Law, mechanisms, claims and emergencies: a list, and what each entry says."""

from textual.content import Content

from hrterm.i18n import _
from hrterm.tui import views
from hrterm.tui.screens.base import ModeScreen
from hrterm.tui.text import plain
from hrterm.wording import vocabulary as words


class LawScreen(ModeScreen):
    """A substance, and its law place by place."""

    MODE = "law"

    def placeholder(self) -> str:
        """What the search box asks for."""
        return _("Substance: its law, your place first")

    def help_text(self) -> str:
        """What one can do here."""
        return _(
            "Type a substance. Your own place comes first (hrterm config set place "
            "CA). Every record says from when it holds, as of when it was read, and "
            "whether it is old."
        )

    def rows(self, query: str) -> list[tuple[str, Content]]:
        """Substances."""
        if not query.strip():
            return [
                (id_, plain(name)) for id_, name in self.library.listing("substance")
            ]
        hits = self.library.search(query, ("substance",))
        return [(hit.id, plain(hit.name)) for hit in hits]

    def detail(self, id_: str) -> Content:
        """All records of one substance."""
        records = self.library.law((id_,))
        return views.legal(records, self.library, self.hrterm.today, self.hrterm.place)


class MechanismsScreen(ModeScreen):
    """A target, and what acts there."""

    MODE = "mechanisms"

    def placeholder(self) -> str:
        """What the search box asks for."""
        return _("Receptor, transporter, enzyme or channel")

    def rows(self, query: str) -> list[tuple[str, Content]]:
        """Targets."""
        if not query.strip():
            return [(id_, plain(name)) for id_, name in self.library.listing("target")]
        hits = self.library.search(query, ("target",))
        return [(hit.id, plain(hit.name)) for hit in hits]

    def detail(self, id_: str) -> Content:
        """One target."""
        return views.target(self.library.targets([id_])[0], self.library)


class ClaimsScreen(ModeScreen):
    """What people say, and the answer."""

    MODE = "claims"

    def placeholder(self) -> str:
        """What the search box asks for."""
        return _("What did you hear? A word, a number, a name")

    def rows(self, query: str) -> list[tuple[str, Content]]:
        """Claims with their verdicts."""
        return [
            (
                one.id,
                Content.assemble(
                    plain(f"{words.claim_verdict(one.verdict)}: ", "bold"),
                    plain(one.text),
                ),
            )
            for one in self.library.claims(query.strip())
        ]

    def nothing(self) -> str:
        """What is said when nothing matches."""
        return _("No claim here matches. That says nothing about whether it is true.")

    def detail(self, id_: str) -> Content:
        """One claim."""
        for one in self.library.claims_by_id([id_]):
            return views.claim(one, self.library)
        return Content(self.nothing())


class EmergencyScreen(ModeScreen):
    """What to do now."""

    MODE = "emergency"

    def placeholder(self) -> str:
        """What the search box asks for."""
        return _("What is happening? Or choose below")

    def rows(self, query: str) -> list[tuple[str, Content]]:
        """Cards; those of what was last chosen come first."""
        if query.strip():
            hits = self.library.search(query, ("emergency",))
            ids = [hit.id for hit in hits]
            if not ids and (match := self.library.match(query)).id:
                ids = list(self.library.sheet(match.id).emergency)
        else:
            ids = self.hrterm.urgent_cards()
        return [(one.id, plain(one.title)) for one in self.library.cards(ids)]

    def nothing(self) -> str:
        """What is said when no card matches."""
        return _("No card matches. Call the emergency number; Esc shows all cards.")

    def detail(self, id_: str) -> Content:
        """One card with the numbers of the place."""
        return views.card(self.library.cards([id_])[0], self.library, self.hrterm.place)
