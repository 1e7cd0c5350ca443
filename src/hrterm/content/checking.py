"""What no single file can show: dangling ids, hidden dangers, ungraded support."""

from collections.abc import Iterable
from difflib import get_close_matches

from hrterm.content.aliases import names_of
from hrterm.content.corpus import Corpus, Entry, Statement
from hrterm.content.hiding import check_hiding
from hrterm.content.models.base import Supported
from hrterm.content.models.sheets import Sheet, Substance, SubstanceClass
from hrterm.content.problems import Place, Problems, nothing_called
from hrterm.domain.naming import fold
from hrterm.domain.vocabulary import WEAK_SOURCE_TYPES
from hrterm.i18n import _


def check(corpus: Corpus, problems: Problems) -> None:
    """Check everything that spans files; problems are collected."""
    _Checker(corpus, problems).check()


class _Checker:
    """One pass over a corpus."""

    def __init__(self, corpus: Corpus, problems: Problems) -> None:
        self.corpus = corpus
        self.problems = problems
        self.subjects = {*corpus.substances, *corpus.classes}
        self.conditions = {
            id_ for id_, e in corpus.topics.items() if e.model.kind == "condition"
        }
        rules = corpus.rules
        self.rule_ids = {r.id for r in rules.mechanism_rules}
        self.rule_ids |= {r.id for r in rules.stacking_rules}

    def check(self) -> None:
        for id_, entry in self.corpus.substances.items():
            self._sheet(id_, entry)
            self._substance(id_, entry)
        for id_, class_entry in self.corpus.classes.items():
            self._sheet(id_, class_entry)
            self._class(id_, class_entry)
        for statement in self.corpus.statements.values():
            self._statement(statement)
        self._rules()
        self._law()
        self._claims()
        self._studies()
        self._emergencies()
        self._names()
        if not self._circles():
            check_hiding(self.corpus, self.problems)

    # --- ids -----------------------------------------------------------------

    def _id(self, id_: str, among: Iterable[str], what: str, place: Place) -> bool:
        """Report an id that names nothing, with the nearest that does."""
        known = among if isinstance(among, (set, dict)) else set(among)
        if id_ in known or id_ in self.corpus.unread:
            return True
        close = get_close_matches(id_, sorted(known), n=1, cutoff=0.7)
        told = nothing_called(id_, what, close[0] if close else "")
        self.problems.error(place, told)
        return False

    def _ids(
        self, entry: Entry[Sheet], key: str, among: Iterable[str], what: str
    ) -> None:
        for position, id_ in enumerate(getattr(entry.model, key)):
            self._id(id_, among, what, entry.place(key, position))

    def _support(self, supported: Supported, place: Place, sources: Place) -> None:
        """Known sources; weak ones carry little, retracted ones nothing."""
        types = set()
        for id_ in supported.sources:
            if not self._id(id_, self.corpus.sources, "source", sources):
                return
            if id_ in self.corpus.unread:
                return
            source = self.corpus.sources[id_].model
            types.add(source.type)
            if source.status == "retracted":
                self.problems.error(
                    sources,
                    _("'{id}' was retracted: it cannot support anything.").format(
                        id=id_
                    ),
                )
        if types <= WEAK_SOURCE_TYPES and supported.evidence in {"strong", "moderate"}:
            self.problems.error(
                place,
                _(
                    "rests on charts, forums, press or clinic pages alone: "
                    "evidence is at most `limited`."
                ),
            )

    # --- sheets --------------------------------------------------------------

    def _sheet(self, id_: str, entry: Entry[Substance] | Entry[SubstanceClass]) -> None:
        model = entry.model
        if id_ in self.corpus.substances and id_ in self.corpus.classes:
            self.problems.error(
                entry.place(), _("is a substance and a class: choose one.")
            )
        self._ids(entry, "emergency", self.corpus.emergencies, "emergency card")  # type: ignore[arg-type]
        self._ids(entry, "atypical", self.corpus.classes, "class")  # type: ignore[arg-type]
        for section in (
            "effects",
            "risks",
            "reduce_harm",
            "contraindications",
            "danger_signs",
            "adulterants",
            "checking",
            "mechanisms",
            "duration",
        ):
            for position, one in enumerate(getattr(model, section, ())):
                place = entry.place(section, position)
                self._support(one, place, entry.place(section, position, "sources"))
        for section in ("naloxone", "washout", "tolerance", "withdrawal"):
            one = getattr(model, section)
            if one is not None:
                self._support(
                    one, entry.place(section), entry.place(section, "sources")
                )
        for position, contraindication in enumerate(model.contraindications):
            place = entry.place("contraindications", position, "condition")
            self._id(contraindication.condition, self.conditions, "condition", place)
        for position, mechanism in enumerate(model.mechanisms):
            place = entry.place("mechanisms", position, "target")
            self._id(mechanism.target, self.corpus.targets, "target", place)

    def _substance(self, id_: str, entry: Entry[Substance]) -> None:
        self._ids(entry, "classes", self.corpus.classes, "class")  # type: ignore[arg-type]
        self._ids(entry, "contains", self.corpus.substances, "substance")  # type: ignore[arg-type]
        self._ids(entry, "may_contain", self.subjects, "substance or class")  # type: ignore[arg-type]
        if entry.model.form_of is not None:
            place = entry.place("form_of")
            self._id(entry.model.form_of, self.corpus.substances, "substance", place)
        for inner in sorted({*entry.model.contains} & {*entry.model.may_contain}):
            self.problems.error(
                entry.place("may_contain"),
                _("names '{inner}', which it contains for certain: keep one.").format(
                    inner=inner
                ),
            )
        if id_ in (*entry.model.contains, *entry.model.may_contain):
            self.problems.error(entry.place(), _("cannot hold itself: remove it."))

    def _class(self, id_: str, entry: Entry[SubstanceClass]) -> None:
        self._ids(entry, "parents", self.corpus.classes, "class")  # type: ignore[arg-type]
        defined = entry.model.defined_by
        if defined is not None:
            place = entry.place("defined_by", "target")
            self._id(defined.target, self.corpus.targets, "target", place)

    def _circles(self) -> bool:
        """Whether anything leads back to itself; then nothing can be resolved."""
        onward: dict[str, tuple[str, ...]] = {}
        for id_, entry in self.corpus.substances.items():
            forms = (entry.model.form_of,) if entry.model.form_of else ()
            onward[id_] = (*entry.model.classes, *forms)
        for id_, class_entry in self.corpus.classes.items():
            onward[id_] = class_entry.model.parents
        found = False
        for start in onward:
            seen: set[str] = set()
            queue = list(onward[start])
            while queue:
                id_ = queue.pop()
                if id_ == start:
                    sheet = self.corpus.substances.get(start)
                    place = (
                        sheet.place()
                        if sheet
                        else self.corpus.classes[start].place("parents")
                    )
                    self.problems.error(
                        place, _("'{start}' leads back to itself.").format(start=start)
                    )
                    found = True
                    break
                if id_ not in seen:
                    seen.add(id_)
                    queue.extend(onward.get(id_, ()))
        return found

    # --- interactions and rules ----------------------------------------------

    def _statement(self, statement: Statement) -> None:
        entry, model = statement.entry, statement.entry.model
        place = entry.place("id")
        if model.id in self.rule_ids:
            self.problems.error(
                place, _("'{id}' is a rule's id: rename it.").format(id=model.id)
            )
        self._id(statement.a, self.subjects, "substance or class", entry.place())
        self._id(statement.b, self.subjects, "substance or class", entry.place("with"))
        if statement.a > statement.b:
            self.problems.error(
                entry.place("with"),
                _("'{b}' sorts before '{a}': move this statement to {b}.yaml.").format(
                    b=statement.b, a=statement.a
                ),
            )
        self._support(model, place, entry.place("sources"))
        for position, override in enumerate(model.overrides):
            self._id(
                override.id,
                {*self.corpus.statements, *self.rule_ids},
                "statement or rule",
                entry.place("overrides", position, "id"),
            )
        for position, id_ in enumerate(model.holds_for):
            at = entry.place("holds_for", position)
            self._id(id_, self.corpus.substances, "substance", at)
        one_class = statement.a == statement.b and statement.a in self.corpus.classes
        if one_class and not self.corpus.classes[statement.a].model.stacks:
            self.problems.error(
                place,
                _(
                    "speaks of two members of '{a}', which does not stack: write "
                    "`stacks: true` in the class."
                ).format(a=statement.a),
            )

    def _rules(self) -> None:
        document = self.corpus.rules_document
        if document is None:
            return
        seen: set[str] = set()
        for position, rule in enumerate(self.corpus.rules.mechanism_rules):
            key = ("mechanism_rules", position)
            for side in ("a", "b"):
                place = document.place(*key, side, "target")
                target = getattr(rule, side).target
                self._id(target, self.corpus.targets, "target", place)
            self._rule_support(rule.id, rule, document.place(*key), seen)
        for position, stacking in enumerate(self.corpus.rules.stacking_rules):
            key = ("stacking_rules", position)
            for side in ("members", "first", "second"):
                for index, id_ in enumerate(getattr(stacking, side)):
                    place = document.place(*key, side, index)
                    self._id(id_, self.subjects, "substance or class", place)
            self._rule_support(stacking.id, stacking, document.place(*key), seen)

    def _rule_support(
        self, id_: str, rule: Supported, place: Place, seen: set[str]
    ) -> None:
        self._support(rule, place, place)
        if id_ in seen:
            self.problems.error(
                place, _("the id {id} stands twice: rename one.").format(id=id_)
            )
        seen.add(id_)

    # --- records -------------------------------------------------------------

    def _law(self) -> None:
        for entry in self.corpus.jurisdictions.values():
            model = entry.model
            if model.parent is not None:
                place = entry.place("parent")
                self._id(model.parent, self.corpus.jurisdictions, "jurisdiction", place)
            for section in ("services", "protection", "records"):
                for position, one in enumerate(getattr(model, section)):
                    place = entry.place(section, position, "sources")
                    for id_ in one.sources:
                        self._id(id_, self.corpus.sources, "source", place)
            for position, record in enumerate(model.records):
                place = entry.place("records", position, "substance")
                self._id(record.substance, self.subjects, "substance or class", place)
                if record.from_ and record.to and record.to < record.from_:
                    self.problems.error(
                        entry.place("records", position, "to"),
                        _("ends before it begins: correct one of the dates."),
                    )

    def _claims(self) -> None:
        subjects = {*self.subjects, *self.corpus.targets, *self.corpus.topics}
        for entry in self.corpus.claims.values():
            model = entry.model
            for position, id_ in enumerate(model.subjects):
                self._id(id_, subjects, "subject", entry.place("subjects", position))
            for role in ("heard_in", "supported_by", "contradicted_by"):
                for position, id_ in enumerate(getattr(model, role)):
                    place = entry.place(role, position)
                    self._id(id_, self.corpus.sources, "source", place)
            self._claim_support(entry.model.supported_by, entry)

    def _claim_support(self, ids: tuple[str, ...], entry: Entry) -> None:  # type: ignore[type-arg]
        model = entry.model
        sources = [
            self.corpus.sources[id_].model for id_ in ids if id_ in self.corpus.sources
        ]
        retracted = [source for source in sources if source.status == "retracted"]
        if retracted and not (
            "retract" in model.answer.root["en"].lower()
            and "rétract" in model.answer.root["fr"].lower()
        ):
            self.problems.error(
                entry.place("supported_by"),
                _(
                    "names a retracted source: say in the answer that it was "
                    "retracted, or remove it."
                ),
            )
        if model.verdict == "supported" and not sources:
            self.problems.error(
                entry.place("verdict"), _("is `supported` but no source supports it.")
            )
        graded = model.evidence in {"strong", "moderate"}
        if graded and sources and {s.type for s in sources} <= WEAK_SOURCE_TYPES:
            self.problems.error(
                entry.place("evidence"),
                _("rests on clinic pages, forums, press or charts: at most `limited`."),
            )

    def _studies(self) -> None:
        subjects = {*self.subjects, *self.corpus.targets, *self.corpus.topics}
        for entry in self.corpus.studies.values():
            for position, id_ in enumerate(entry.model.subjects):
                self._id(id_, subjects, "subject", entry.place("subjects", position))
            for id_ in entry.model.sources:
                self._id(id_, self.corpus.sources, "source", entry.place("sources"))

    def _emergencies(self) -> None:
        for entry in self.corpus.emergencies.values():
            for position, id_ in enumerate(entry.model.concerns):
                place = entry.place("concerns", position)
                self._id(id_, self.subjects, "substance or class", place)
            for section in ("signs", "steps", "do_not"):
                for position, one in enumerate(getattr(entry.model, section)):
                    place = entry.place(section, position)
                    self._support(one, place, entry.place(section, position, "sources"))

    # --- names ---------------------------------------------------------------

    def _names(self) -> None:
        """A spelling means one thing, or stands in ambiguous.yaml."""
        allowed: dict[str, set[str]] = {}
        for entry in self.corpus.ambiguous:
            for position, id_ in enumerate(entry.model.candidates):
                place = entry.place("candidates", position)
                self._id(id_, self.subjects, "substance or class", place)
            folded = fold(entry.model.text)
            allowed.setdefault(folded, set()).update(entry.model.candidates)
        meaning: dict[str, tuple[str, str]] = {}
        for name in names_of(self.corpus):
            if not name.folded:
                self.problems.error(
                    name.place, _("'{name}' holds no letter.").format(name=name.text)
                )
                continue
            known = meaning.setdefault(name.folded, (name.subject, name.text))
            if known[0] == name.subject:
                continue
            if {known[0], name.subject} <= allowed.get(name.folded, set()):
                continue
            self.problems.error(
                name.place,
                _(
                    "'{name}' also names '{other}': keep it in one place, or list "
                    "it in ambiguous.yaml."
                ).format(name=name.text, other=known[0]),
            )
        for ids, place in self.corpus.confusables:
            for id_ in ids:
                self._id(id_, self.subjects, "substance or class", place)
