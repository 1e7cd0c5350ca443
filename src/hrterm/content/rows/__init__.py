"""Every table's rows out of a corpus, in a fixed order."""

from hrterm.content.corpus import Corpus
from hrterm.content.rows import interactions, names, records, searching, subjects
from hrterm.content.rows.shared import Tables
from hrterm.content.texts import TextTable

__all__ = ["all_rows"]


def all_rows(corpus: Corpus, texts: TextTable) -> Tables:
    """Rows by table; `search_index` holds ids and words."""
    tables = Tables()
    subjects.add(corpus, texts, tables)
    names.add(corpus, tables)
    interactions.add(corpus, texts, tables)
    records.add(corpus, texts, tables)
    searching.add(corpus, tables)
    return tables
