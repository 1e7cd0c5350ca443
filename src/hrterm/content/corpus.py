"""All files of a data folder, read and validated, each with its place."""

import re
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from hrterm.content.models.interactions import Interaction, Rules
from hrterm.content.models.records import (
    Claim,
    EmergencyCard,
    Jurisdiction,
    Source,
    Study,
)
from hrterm.content.models.sheets import (
    AmbiguousName,
    Substance,
    SubstanceClass,
    Target,
    Term,
    Topic,
)
from hrterm.content.problems import Place, Problems
from hrterm.content.reading import MAX_BYTES, Document, Key, read
from hrterm.content.validating import validate, validate_list, validate_table
from hrterm.i18n import _

Model = TypeVar("Model", bound=BaseModel)


class Entry(NamedTuple, Generic[Model]):
    """A validated thing, and where it was written."""

    model: Model
    document: Document
    root: Key = ()

    def place(self, *key: str | int) -> Place:
        """Where a part of it stands."""
        return self.document.place(*self.root, *key)


Table = dict[str, Entry[Model]]


class Statement(NamedTuple):
    """One interaction, with the pair that its file and `with` name."""

    a: str
    entry: Entry[Interaction]

    @property
    def b(self) -> str:
        """The other side."""
        return self.entry.model.with_


class Corpus:
    """Everything that the data folder says, by id, in sorted order."""

    def __init__(self) -> None:
        """Start empty."""
        self.substances: Table[Substance] = {}
        self.classes: Table[SubstanceClass] = {}
        self.targets: Table[Target] = {}
        self.topics: Table[Topic] = {}
        self.glossary: Table[Term] = {}
        self.statements: dict[str, Statement] = {}
        self.rules = Rules()
        self.rules_document: Document | None = None
        self.jurisdictions: Table[Jurisdiction] = {}
        self.claims: Table[Claim] = {}
        self.studies: Table[Study] = {}
        self.sources: Table[Source] = {}
        self.emergencies: Table[EmergencyCard] = {}
        self.ambiguous: list[Entry[AmbiguousName]] = []
        self.confusables: list[tuple[list[str], Place]] = []
        self.unread: set[str] = set()
        """Ids of what stands there but does not hold: naming it is no second error."""

    def knows(self, id_: str) -> bool:
        """Whether the id is a substance or a class."""
        return id_ in self.substances or id_ in self.classes


def load(folder: Path, problems: Problems) -> Corpus:
    """Read and validate a whole data folder; all problems are collected."""
    corpus = Corpus()
    _load_folder(folder, "substances", Substance, corpus.substances, corpus, problems)
    _load_folder(folder, "classes", SubstanceClass, corpus.classes, corpus, problems)
    _load_folder(folder, "claims", Claim, corpus.claims, corpus, problems)
    _load_folder(
        folder, "emergencies", EmergencyCard, corpus.emergencies, corpus, problems
    )
    _load_jurisdictions(folder, corpus, problems)
    for path in sorted((folder / "sources").glob("*.yaml")):
        _load_shelf(path, folder, Source, corpus.sources, corpus, problems)
    for path in sorted((folder / "studies").glob("*.yaml")):
        _load_shelf(path, folder, Study, corpus.studies, corpus, problems)
    targets, topics = folder / "targets.yaml", folder / "topics.yaml"
    _load_shelf(targets, folder, Target, corpus.targets, corpus, problems)
    _load_shelf(topics, folder, Topic, corpus.topics, corpus, problems)
    glossary = folder / "glossary.yaml"
    if glossary.exists():
        _load_shelf(glossary, folder, Term, corpus.glossary, corpus, problems)
    _load_interactions(folder, corpus, problems)
    _load_rules(folder, corpus, problems)
    _load_ambiguous(folder, corpus, problems)
    _load_confusables(folder, corpus, problems)
    if not corpus.substances:
        problems.error(
            Place(folder.name), _("holds no substances: is it a data folder?")
        )
    return corpus


def files(folder: Path) -> list[Path]:
    """Every YAML file of a data folder, in the order of their names."""
    return sorted(folder.rglob("*.yaml"), key=lambda path: path.as_posix())


def _name(path: Path, folder: Path) -> str:
    return f"{folder.name}/{path.relative_to(folder).as_posix()}"


def _load_folder(
    folder: Path,
    part: str,
    model: type[Model],
    into: Table[Model],
    corpus: Corpus,
    problems: Problems,
) -> None:
    for path in sorted((folder / part).glob("*.yaml")):
        document = read(path, _name(path, folder), problems)
        valid = validate(model, document, problems) if document else None
        if document is None or valid is None:
            corpus.unread.add(path.stem)
        else:
            into[path.stem] = Entry(valid, document)


def _load_jurisdictions(folder: Path, corpus: Corpus, problems: Problems) -> None:
    by_file: Table[Jurisdiction] = {}
    _load_folder(folder, "law", Jurisdiction, by_file, corpus, problems)
    corpus.unread |= {stem.upper() for stem in corpus.unread}
    for stem, entry in by_file.items():
        code = entry.model.code
        if code.lower() != stem:
            problems.error(
                entry.place("code"),
                _("stands in {stem}.yaml: rename one of them.").format(stem=stem),
            )
        corpus.jurisdictions[code] = entry


def _load_shelf(
    path: Path,
    folder: Path,
    model: type[Model],
    into: Table[Model],
    corpus: Corpus,
    problems: Problems,
) -> None:
    if not path.exists():
        problems.error(Place(_name(path, folder)), _("is missing: create it."))
        return
    document = read(path, _name(path, folder), problems)
    if document is None:
        corpus.unread |= _begun(path)
        return
    table = validate_table(model, document, problems)
    if isinstance(document.root, dict):
        corpus.unread |= document.root.keys() - table.keys()
    for id_, valid in table.items():
        if id_ in into:
            first = into[id_].document.path
            problems.error(
                document.place(id_),
                _("{id} already stands in {first}: keep one.").format(
                    id=id_, first=first
                ),
            )
            continue
        into[id_] = Entry(valid, document, (id_,))


def _load_interactions(folder: Path, corpus: Corpus, problems: Problems) -> None:
    for path in sorted((folder / "interactions").glob("*.yaml")):
        document = read(path, _name(path, folder), problems)
        if document is None:
            corpus.unread |= _begun(path)
            continue
        listed = validate_list(Interaction, document, problems)
        corpus.unread |= _ids(document) - {valid.id for _, valid in listed}
        for index, valid in listed:
            statement = Statement(path.stem, Entry(valid, document, (index,)))
            place = statement.entry.place()
            if valid.id in corpus.statements:
                problems.error(
                    place,
                    _("the id {id} stands twice: rename one.").format(id=valid.id),
                )
                continue
            corpus.statements[valid.id] = statement


def _begun(path: Path) -> set[str]:
    """Ids at the beginning of lines, in a file of which nothing else can be made."""
    try:
        text = path.read_bytes()[:MAX_BYTES].decode("utf-8", "replace")
    except OSError:
        return set()
    return set(re.findall(r"^(?:- id: *)?([a-z0-9][a-z0-9-]*)(?=:|\s*$)", text, re.M))


def _ids(document: Document) -> set[str]:
    """The ids that a list of entries gives itself, whether it holds or not."""
    entries = document.root if isinstance(document.root, list) else []
    return {str(entry.get("id")) for entry in entries if isinstance(entry, dict)}


def _load_rules(folder: Path, corpus: Corpus, problems: Problems) -> None:
    path = folder / "rules.yaml"
    if not path.exists():
        problems.error(Place(_name(path, folder)), _("is missing: create it."))
        return
    document = read(path, _name(path, folder), problems)
    if document is None:
        return
    corpus.rules = validate(Rules, document, problems) or Rules()
    corpus.rules_document = document


def _optional(path: Path, folder: Path, problems: Problems) -> Document | None:
    """A file that need not be there."""
    return read(path, _name(path, folder), problems) if path.exists() else None


def _load_ambiguous(folder: Path, corpus: Corpus, problems: Problems) -> None:
    document = _optional(folder / "ambiguous.yaml", folder, problems)
    if document is None:
        return
    names = validate_list(AmbiguousName, document, problems)
    corpus.ambiguous = [Entry(name, document, (index,)) for index, name in names]


def _load_confusables(folder: Path, corpus: Corpus, problems: Problems) -> None:
    document = _optional(folder / "confusables.yaml", folder, problems)
    if document is None:
        return
    groups = document.root if isinstance(document.root, list) else []
    for index, group in enumerate(groups):
        place = document.place(index)
        if not isinstance(group, list) or not all(isinstance(i, str) for i in group):
            problems.error(place, _("must be a list of ids."))
            continue
        corpus.confusables.append(([str(i) for i in group], place))
