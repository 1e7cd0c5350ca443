"""Combine: a basket of names, the pairs worst first, and the reasons."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, Static

from hrterm.domain.answer import CheckAnswer, PairAnswer
from hrterm.domain.resolve import sorted_pair
from hrterm.domain.timing import parse_duration
from hrterm.i18n import N_, _
from hrterm.tui import views
from hrterm.tui.screens.base import ModeScreen
from hrterm.tui.text import RISK_STYLES, Writing, plain
from hrterm.wording import pairs
from hrterm.wording import vocabulary as words

MATRIX_LIMIT = 12


class CombineScreen(ModeScreen):
    """Two things and more."""

    MODE = "combine"
    BINDINGS = [  # noqa: RUF012
        Binding(
            "f6",
            "matrix",
            N_("Matrix"),
            id="matrix",
            priority=True,
            tooltip=N_("all pairs as a grid"),
        ),
        Binding(
            "f7",
            "empty",
            N_("Empty"),
            id="empty",
            priority=True,
            tooltip=N_("empty the combination"),
        ),
    ]

    def placeholder(self) -> str:
        """What the search box asks for."""
        return _("Add a name and press Enter; name=3h tells when; -name removes it")

    def help_text(self) -> str:
        """What one can do here."""
        return _(
            "Type a name and press Enter to add it. “ketamine=3h” says that it was "
            "taken three hours ago (90m, 3h, 10d, 2w). “-ketamine” takes it out; with "
            "an empty box Backspace takes out the last. F6 shows all pairs as a grid, "
            "F7 empties the combination."
        )

    def compose_right(self) -> ComposeResult:
        """What stands above all pairs, then the reasons of one."""
        yield Static(id="whole", markup=False)
        with VerticalScroll(id="scroll"):
            yield Static(id="detail", markup=False)

    def on_mount(self) -> None:
        """Begin with what other modes put into the basket."""
        self.answer: CheckAnswer | None = None
        self.notice = ""
        self.as_matrix = False
        super().on_mount()

    def refill(self) -> None:
        """Ask again about the whole basket."""
        basket = self.hrterm.basket
        names = tuple(basket)
        since = {
            match.id: minutes
            for name, minutes in basket.items()
            if minutes and (match := self.library.match(name)).id
        }
        self.answer = self.library.check(names, since) if names else None
        page = Writing()
        chips = []
        for name, minutes in basket.items():
            told = f" ({_('earlier')}: {self.hrterm.told[name]})" if minutes else ""
            chips.append(f"[{name}{told}]")
        page.line(" ".join(chips) or _("Nothing is in the combination yet."))
        if self.notice:
            page.line(self.notice, RISK_STYLES["unknown"])
        above = [page.content()]
        if self.answer is not None:
            above.append(views.whole(self.answer))
        self.query_one("#whole", Static).update(Content("\n").join(above))
        super().refill()

    def rows(self, query: str) -> list[tuple[str, Content]]:
        """The pairs, worst first."""
        if self.answer is None:
            return []
        return [
            (self._key(pair), self._row(pair, self.answer))
            for pair in self.answer.pairs
        ]

    def _key(self, pair: PairAnswer) -> str:
        return f"{pair.condition} {pair.verdict.a} {pair.verdict.b}".strip()

    def _row(self, pair: PairAnswer, answer: CheckAnswer) -> Content:
        risk = pair.verdict.risk
        head = f"{words.risk_symbol(risk)} {words.risk(risk)}"
        condition = pairs.condition(pair, answer.names, answer.labels)
        return Content.assemble(
            plain(head, RISK_STYLES[risk]),
            plain(
                f" {condition} {pairs.title(pair, answer.labels)}".replace("  ", " ")
            ),
        )

    def nothing(self) -> str:
        """What is said before there are pairs."""
        return _("Add two or more names: type one and press Enter.")

    def detail(self, id_: str) -> Content:
        """The reasons of one pair, or the grid of all."""
        if self.answer is None:
            return Content(self.nothing())
        if self.as_matrix:
            return self._matrix(self.answer)
        for pair in self.answer.pairs:
            if self._key(pair) == id_:
                return views.pair(pair, self.answer)
        return Content(self.nothing())

    def _matrix(self, answer: CheckAnswer) -> Content:
        """Letters and symbols for every pair, with what they mean."""
        ids = list(dict.fromkeys(n.id for n in answer.names if n.status == "found"))
        ids = ids[:MATRIX_LIMIT]
        risks = {(p.verdict.a, p.verdict.b): p.verdict.risk for p in answer.pairs}
        width = min(18, max((len(answer.labels[id_]) for id_ in ids), default=0))
        lines: list[Content] = []
        for number, one in enumerate(ids, 1):
            parts = [plain(f"{number:>2} {answer.labels[one][:width]:<{width}}")]
            for other in ids:
                key = sorted_pair(one, other)
                if key not in risks:
                    parts.append(plain("  ·"))
                    continue
                symbol = words.risk_symbol(risks[key])
                parts.append(plain(f"  {symbol}", RISK_STYLES[risks[key]]))
            lines.append(Content.assemble(*parts))
        head = "".join(f"{number:>3}" for number in range(1, len(ids) + 1))
        lines.append(plain(f"   {'':<{width}}{head}", "dim"))
        lines.append(plain(""))
        for risk in ("dangerous", "unsafe", "caution", "unknown", "low"):
            text = f"{words.risk_symbol(risk)} {words.risk(risk)}"
            lines.append(plain(text, RISK_STYLES[risk]))
        return Content("\n").join(lines)

    def typed(self, _text: str) -> None:
        """Typing a name does not change the pairs."""

    def submitted(self, text: str) -> None:
        """Add, time, or remove what was typed."""
        typed = text.strip()
        if not typed:
            return
        self.notice = ""
        if typed.startswith("-") and typed[1:].strip():
            self._remove(typed[1:].strip())
        else:
            self._add(typed)
        self.query_one("#query", Input).value = ""
        self.refill()

    def _add(self, typed: str) -> None:
        name, sign, duration = typed.partition("=")
        if sign:
            try:
                minutes = parse_duration(duration)
            except ValueError:
                self.notice = _(
                    "'{duration}' is not a duration: write 90m, 3h, 10d or 2w."
                ).format(duration=duration)
                return
            self.hrterm.put(name.strip(), minutes, duration.strip())
        else:
            self.hrterm.put(name.strip())

    def _remove(self, typed: str) -> None:
        wanted = self.library.match(typed).id or typed
        for name in list(self.hrterm.basket):
            if name == typed or self.library.match(name).id == wanted:
                del self.hrterm.basket[name]

    def on_key(self, event: Key) -> None:
        """Backspace in an empty box takes out the last name."""
        box = self.query_one("#query", Input)
        if event.key == "backspace" and self.focused is box and not box.value:
            basket = self.hrterm.basket
            if basket:
                del basket[next(reversed(basket))]
                self.refill()

    def action_matrix(self) -> None:
        """The grid, and back to the reasons."""
        self.as_matrix = not self.as_matrix
        self.choose(self.chosen or " ")

    def action_empty(self) -> None:
        """An empty basket."""
        self.hrterm.basket.clear()
        self.notice = ""
        self.refill()
