"""The corpus as the domain's own records: nodes, subjects, statements, rules."""

from hrterm.content.corpus import Corpus
from hrterm.content.models.base import Text
from hrterm.content.models.interactions import Side as SideModel
from hrterm.content.models.sheets import Mechanism, Substance
from hrterm.domain.interaction import MechanismRule, Side, StackingRule, Statement
from hrterm.domain.knowledge import Knowledge
from hrterm.domain.lineage import Subject
from hrterm.domain.mechanism import Action
from hrterm.domain.taxonomy import Node, subject


def nodes(corpus: Corpus) -> dict[str, Node]:
    """Every substance and class as a node of the taxonomy.

    Ids that lead nowhere are left out: the checker reports them.
    """
    found: dict[str, Node] = {}
    for id_, entry in corpus.substances.items():
        sheet: Substance = entry.model
        found[id_] = Node(
            id_,
            _known(sheet.classes, corpus),
            sheet.form_of if sheet.form_of and corpus.knows(sheet.form_of) else None,
            frozenset(sheet.atypical),
            _actions(sheet.mechanisms),
            _known(sheet.contains, corpus),
            _known(sheet.may_contain, corpus),
        )
    for id_, class_entry in corpus.classes.items():
        defined = class_entry.model.defined_by
        found[id_] = Node(
            id_,
            _known(class_entry.model.parents, corpus),
            None,
            frozenset(class_entry.model.atypical),
            _actions(class_entry.model.mechanisms),
            is_class=True,
            defined_by=Action(defined.target, defined.action) if defined else None,
            stacks=class_entry.model.stacks,
        )
    return found


def knowledge(corpus: Corpus) -> Knowledge:
    """All that resolving needs, straight from the corpus."""
    table = nodes(corpus)
    subjects: dict[str, Subject] = {id_: subject(id_, table) for id_ in table}
    return Knowledge(
        subjects,
        _statements(corpus, table),
        tuple(_mechanism_rules(corpus)),
        tuple(_stacking_rules(corpus)),
    )


def english(text: Text) -> str:
    """The English of a text."""
    return text.root["en"]


def _known(ids: tuple[str, ...], corpus: Corpus) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if corpus.knows(id_))


def _actions(mechanisms: tuple[Mechanism, ...]) -> tuple[Action, ...]:
    return tuple(
        dict.fromkeys(Action(m.target, m.action, m.strength) for m in mechanisms)
    )


def _statements(corpus: Corpus, table: dict[str, Node]) -> list[Statement]:
    return [
        Statement(
            id_,
            statement.a,
            statement.b,
            model.hazards,
            model.risk,
            model.effect,
            model.order,
            model.evidence,
            model.verification,
            frozenset(override.id for override in model.overrides),
            frozenset(model.holds_for),
            frozenset(model.routes),
            model.routes_of or "a",
        )
        for id_, statement in sorted(corpus.statements.items())
        if statement.a in table and statement.b in table
        for model in (statement.entry.model,)
    ]


def _mechanism_rules(corpus: Corpus) -> list[MechanismRule]:
    return [
        MechanismRule(
            rule.id,
            _side(rule.a),
            _side(rule.b),
            rule.hazard,
            rule.risk,
            rule.effect,
            rule.evidence,
            rule.verification,
        )
        for rule in corpus.rules.mechanism_rules
    ]


def _side(side: SideModel) -> Side:
    return Side(side.target, frozenset(side.actions))


def _stacking_rules(corpus: Corpus) -> list[StackingRule]:
    return [
        StackingRule(
            rule.id,
            rule.hazard,
            rule.two,
            rule.three,
            frozenset(rule.members),
            frozenset(rule.first),
            frozenset(rule.second),
            rule.chain,
            rule.evidence,
            rule.verification,
        )
        for rule in corpus.rules.stacking_rules
    ]
