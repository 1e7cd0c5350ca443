"""Browse: search as one types, and the fact sheet in six tabs."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static, TabbedContent, TabPane

from hrterm.i18n import N_, _
from hrterm.tui import views
from hrterm.tui.screens.base import ModeScreen
from hrterm.tui.text import plain
from hrterm.wording import vocabulary as words

TAB_LABELS = {
    "overview": N_("Overview"),
    "interactions": N_("Interactions"),
    "mechanism": N_("Mechanism"),
    "law": N_("Law"),
    "claims": N_("Claims"),
    "sources": N_("Sources"),
}


class BrowseScreen(ModeScreen):
    """Substances and classes."""

    MODE = "browse"
    BINDINGS = [  # noqa: RUF012
        Binding(
            "alt+right,ctrl+right",
            "turn(1)",
            N_("Next tab"),
            id="next-tab",
            priority=True,
            show=False,
        ),
        Binding(
            "alt+left,ctrl+left",
            "turn(-1)",
            N_("Previous tab"),
            id="previous-tab",
            priority=True,
            show=False,
        ),
    ]

    def placeholder(self) -> str:
        """What the search box asks for."""
        return _("Substance, brand, street name or class")

    def help_text(self) -> str:
        """What one can do here."""
        return _(
            "Type a name, a brand or a street name. Arrows choose; Alt+Right and "
            "Alt+Left turn the tabs of the sheet; F5 adds the substance to the "
            "combination."
        )

    def compose_right(self) -> ComposeResult:
        """A title and six tabs."""
        yield Static(id="title", markup=False)
        with TabbedContent(id="tabs", initial="overview"):
            for name in views.TABS:
                with (
                    TabPane(_(TAB_LABELS[name]), id=name),
                    VerticalScroll(id=f"scroll-{name}", can_focus=True),
                ):
                    yield Static(id=f"text-{name}", markup=False)

    def refresh_language(self) -> None:
        """Tabs carry labels too."""
        tabs = self.query_one("#tabs", TabbedContent)
        for name in views.TABS:
            tabs.get_tab(name).label = Content(_(TAB_LABELS[name]))
        super().refresh_language()

    def rows(self, query: str) -> list[tuple[str, Content]]:
        """All substances, or what was searched for."""
        if not query.strip():
            listed = self.library.listing("substance")
            return [(id_, plain(name)) for id_, name in listed]
        hits = self.library.search(query, ("substance", "class"))
        found = []
        for hit in hits:
            line = plain(hit.name)
            if hit.matched.casefold() != hit.name.casefold():
                line = Content.assemble(line, plain(f"  {hit.matched}", "dim"))
            elif hit.kind == "class":
                line = Content.assemble(line, plain(f"  {words.kind('class')}", "dim"))
            found.append((hit.id, line))
        return found

    def detail(self, id_: str) -> Content:
        """The text of the tab that is open."""
        sheet = self.library.sheet(id_)
        match self.tab:
            case "interactions":
                return views.interactions(sheet, self.library)
            case "mechanism":
                return views.mechanism(sheet, self.library)
            case "law":
                records = self.library.law((id_,))
                place = self.hrterm.place
                return views.legal(records, self.library, self.hrterm.today, place)
            case "claims":
                return views.claims_of(id_, self.library)
            case "sources":
                return views.sources_of(sheet, self.library)
            case _:
                return views.overview(sheet, self.library)

    @property
    def tab(self) -> str:
        """The tab that is open."""
        return self.query_one("#tabs", TabbedContent).active or "overview"

    def choose(self, id_: str) -> None:
        """Show one sheet, in the tab that is open."""
        self.chosen = id_
        name = self.library.names("subject", [id_])[id_] if id_ else ""
        self.query_one("#title", Static).update(plain(name, "bold"))
        content = self.detail(id_) if id_ else Content(self.nothing())
        self.query_one(f"#text-{self.tab}", Static).update(content)
        self.detail_pane().scroll_home(animate=False)

    @on(TabbedContent.TabActivated, "#tabs")
    def _turned(self) -> None:
        self.choose(self.chosen)

    def detail_pane(self) -> VerticalScroll:
        """The pane of the tab that is open."""
        return self.query_one(f"#scroll-{self.tab}", VerticalScroll)

    def action_turn(self, steps: int) -> None:
        """To the next tab, or the one before."""
        tabs = self.query_one("#tabs", TabbedContent)
        position = (views.TABS.index(self.tab) + steps) % len(views.TABS)
        tabs.active = views.TABS[position]
