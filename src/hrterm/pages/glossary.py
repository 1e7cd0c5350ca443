"""Medical words, explained in everyday ones."""

from hrterm.i18n import _
from hrterm.pages.blocks import Gap, Heading, Line, Page
from hrterm.store.library import Library


def listing(library: Library) -> Page:
    """Every word with its meaning, sorted as readers expect."""
    page: Page = [Heading(_("Glossary"), 1)]
    for term in library.glossary():
        page += [Gap(), Line(term.name, "bold"), Line(term.text, "", 2)]
    return page
