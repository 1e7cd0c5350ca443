"""Nothing is, through its classes and forms, a kind of itself."""

from collections.abc import Mapping

from hrterm.content.corpus import Corpus
from hrterm.content.problems import Problems
from hrterm.i18n import _


def check_circles(corpus: Corpus, problems: Problems) -> bool:
    """Whether nothing leads back to itself."""
    onward: dict[str, tuple[str, ...]] = {}
    for id_, entry in corpus.substances.items():
        forms = (entry.model.form_of,) if entry.model.form_of else ()
        onward[id_] = (*entry.model.classes, *forms)
    for id_, group in corpus.classes.items():
        onward[id_] = group.model.parents
    circular = [id_ for id_ in onward if _leads_back(id_, onward)]
    for id_ in circular:
        sheet = corpus.substances.get(id_)
        place = sheet.place() if sheet else corpus.classes[id_].place("parents")
        told = _("'{start}' leads back to itself.").format(start=id_)
        problems.error(place, told)
    return not circular


def _leads_back(start: str, onward: Mapping[str, tuple[str, ...]]) -> bool:
    seen: set[str] = set()
    queue = list(onward[start])
    while queue:
        id_ = queue.pop()
        if id_ == start:
            return True
        if id_ not in seen:
            seen.add(id_)
            queue.extend(onward.get(id_, ()))
    return False
