"""Medical words, explained in everyday ones."""

from hrterm.domain.naming import fold
from hrterm.i18n import _
from hrterm.pages.blocks import Gap, Heading, Line, Page
from hrterm.store.library import Library


def listing(library: Library, wanted: str = "") -> Page:
    """Every word with its meaning, sorted as readers expect.

    Args:
        library: where the words are from.
        wanted: only what holds this, however it is spelt; the words themselves come
            before those that only hold it in their meaning.
    """
    page: Page = [Heading(_("Glossary"), 1)]
    sought = fold(wanted)
    held = [
        term
        for term in library.glossary()
        if sought in fold(term.name) or sought in fold(term.text)
    ]
    for term in sorted(held, key=lambda term: sought not in fold(term.name)):
        page += [Gap(), Line(term.name, "bold"), Line(term.text, "", 2)]
    if not held:
        page += [Gap(), Line(_("No word here holds “{query}”.").format(query=wanted))]
    return page
