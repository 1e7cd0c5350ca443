"""Combine: a basket of names, the pairs worst first, and the reasons."""

from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import Input

from hrterm.domain.answer import CheckAnswer, PairAnswer
from hrterm.domain.joining import separated
from hrterm.domain.timing import taken, timed_name
from hrterm.i18n import _
from hrterm.pages import combination
from hrterm.pages.blocks import Line, Page
from hrterm.tui.actions import bindings, of_mode
from hrterm.tui.screens.base import ModeScreen
from hrterm.tui.text import Pieces, rating
from hrterm.tui.widgets.page import PageView
from hrterm.tui.widgets.rows import Row
from hrterm.wording import meanings, pairs
from hrterm.wording.formatting import NBSP, alternatives, minutes


class CombineScreen(ModeScreen):
    """Two things and more."""

    MODE = "combine"
    BINDINGS = bindings(of_mode(MODE))

    def __init__(self, *arguments: object) -> None:
        """Begin with the reasons rather than the grid."""
        super().__init__(*arguments)  # type: ignore[arg-type]
        self.answer: CheckAnswer | None = None
        self.notice = ""
        self.view = "reasons"
        """``reasons`` of a pair, ``matrix`` of all, or ``time``."""

    def placeholder(self) -> str:
        """What the search box asks for."""
        return _("Add a name and press Enter; name=3h tells when; -name removes it")

    def help_text(self) -> str:
        """What one can do here."""
        return _(
            "Type a name, or several with commas, and press Enter to add them. "
            "“ketamine=3h” says that it was taken three hours ago (90m, 3h, 10d, 2w). "
            "“-ketamine” takes it out; with an empty box Backspace takes out the last, "
            "Ctrl+N all. F6 shows all pairs as a grid, F7 how long each lingers."
        )

    def compose_above(self) -> ComposeResult:
        """The basket, and what holds of it as a whole."""
        yield PageView("whole", self.hrterm.is_ascii, focusable=False)

    def refill(self) -> None:
        """Ask again about the whole basket."""
        basket = self.hrterm.session.basket
        names = tuple(basket)
        since = taken(
            ((self.library.match(name).ids, basket.minutes(name)) for name in names), {}
        )
        self.answer = self.library.check(names, since) if names else None
        self.query_one("#whole", PageView).show(self._above())
        self.refresh_status()
        super().refill()

    def _above(self) -> Page:
        basket = self.hrterm.session.basket
        chips = [
            _("[{name} — {duration} ago]").format(name=name, duration=minutes(ago, ago))
            if (ago := basket.minutes(name))
            else f"[{name}]"
            for name in basket
        ]
        whole = " ".join(chip.replace(" ", NBSP) for chip in chips)
        page: Page = [Line(whole or _("Nothing is in the combination yet."), "bold")]
        if self.notice:
            page.append(Line(self.notice, "unknown"))
        if self.answer is not None:
            page += combination.names(self.answer.names)
            if len(basket) > 1:
                page += combination.in_short(self.answer)
        return page

    def rows(self, query: str) -> list[Row]:
        """The pairs, worst first."""
        if self.answer is None:
            return []
        return [
            (self._key(group), self._row(group, self.answer))
            for group in pairs.alike(self.answer.pairs)
        ]

    @staticmethod
    def _key(group: list[PairAnswer]) -> str:
        one = group[0]
        return f"{one.condition} {one.verdict.a} {one.verdict.b}".strip()

    def _row(self, group: list[PairAnswer], answer: CheckAnswer) -> Pieces:
        text = meanings.in_short(group, answer.names, answer.labels)
        return rating(group[0].verdict.risk, text, self.hrterm.is_ascii)

    def nothing(self) -> Page:
        """What is said before there are pairs."""
        if self.answer is not None and self.view == "time":
            return combination.times(self.answer)
        return [Line(_("Add two or more names: type one and press Enter."))]

    def detail(self, id_: str) -> Page:
        """The reasons of one pair, the grid of all, or all windows."""
        if self.answer is None:
            return self.nothing()
        if self.view == "matrix":
            return combination.grid(self.answer, self.library)
        if self.view == "time":
            return combination.times(self.answer)
        for group in pairs.alike(self.answer.pairs):
            if self._key(group) == id_:
                return [
                    *combination.groups(self.answer),
                    *combination.pair(group, self.answer),
                ]
        return self.nothing()

    def page(self) -> Page:
        """Everything of the check, not only the pair that is chosen."""
        if self.answer is None or self.view != "reasons":
            return super().page()
        return combination.check(self.answer)

    def title_of_page(self) -> str:
        """The mode: names of what people take do not go into a file's name."""
        return self.MODE

    def handout_names(self) -> tuple[str, ...]:
        """Everything that was found."""
        found = self.answer.names if self.answer else ()
        return tuple(dict.fromkeys(name.id for name in found if name.id))

    def typed(self, _text: str) -> None:
        """Typing a name does not change the pairs."""

    def submitted(self, text: str) -> None:
        """Add, time, or remove what was typed."""
        typed = text.strip()
        if not typed:
            super().submitted(text)
            return
        removes = typed.startswith("-") and bool(typed[1:].strip())
        act = self._remove if removes else self._add
        names = separated(typed[removes:].strip(), self.library.is_name)
        self.notice = " ".join(filter(None, map(act, names)))
        self.query_one("#query", Input).value = ""
        self.refill()

    def _add(self, typed: str) -> str:
        """Put a name into the basket; what there is to say of it, or nothing."""
        self.chosen = ""
        self.view = "reasons"
        try:
            name, minutes_ago = timed_name(typed)
        except ValueError as error:
            return _(
                "'{duration}' is not a duration: write 90m, 3h, 10d or 2w."
            ).format(duration=error.args[0])
        self.hrterm.session.basket.put(name, minutes_ago)
        return ""

    def _remove(self, typed: str) -> str:
        """Take a name out of the basket; what there is to say of it, or nothing."""
        from hrterm.tui.removing import perhaps_meant, surely_meant

        basket = self.hrterm.session.basket
        name = typed.partition("=")[0].strip()
        asked = (name, list(basket), self.library.match)
        meant = surely_meant(*asked)
        if not meant:
            meant = perhaps_meant(*asked)
            if len(meant) > 1:
                return _("“{name}” may be {names}: write the one to take out.").format(
                    name=name, names=alternatives(meant)
                )
        for one in meant:
            basket.remove(one)
        if meant:
            return ""
        return _(
            "Nothing in the combination fits “{name}”: write it as it stands there."
        ).format(name=name)

    def on_key(self, event: Key) -> None:
        """Backspace in an empty box takes out the last name."""
        box = self.query_one("#query", Input)
        if event.key == "backspace" and self.focused is box and not box.value:
            self.hrterm.session.basket.remove_last()
            self.refill()

    def action_matrix(self) -> None:
        """The grid, and back to the reasons."""
        self._turn_to("matrix")

    def action_time(self) -> None:
        """How long each lingers, and back to the reasons."""
        self._turn_to("time")

    def _turn_to(self, view: str) -> None:
        self.view = "reasons" if self.view == view else view
        self.choose(self.chosen)

    def action_empty(self) -> None:
        """An empty basket."""
        self.hrterm.session.basket.clear()
        self.notice = ""
        self.refill()
