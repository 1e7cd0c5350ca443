"""Statements on pairs, and the rules on how substances act together."""

from hrterm.content.checking.references import References
from hrterm.content.corpus import Corpus, Statement
from hrterm.content.models.base import Supported
from hrterm.content.problems import Place, Problems
from hrterm.i18n import _


def check_statements(
    corpus: Corpus, references: References, problems: Problems
) -> None:
    """Check every statement: its pair, its support, and what it overrides."""
    for statement in corpus.statements.values():
        _statement(statement, corpus, references, problems)


def _statement(
    statement: Statement, corpus: Corpus, references: References, problems: Problems
) -> None:
    entry, model = statement.entry, statement.entry.model
    place = entry.place("id")
    if model.id in references.rules:
        problems.error(
            place, _("'{id}' is a rule's id: rename it.").format(id=model.id)
        )
    _pair(statement, corpus, references, problems)
    references.check_support(model, place, entry.place("sources"))
    for position, override in enumerate(model.overrides):
        references.check_id(
            override.id,
            {*corpus.statements, *references.rules},
            "statement or rule",
            entry.place("overrides", position, "id"),
        )
    for position, id_ in enumerate(model.holds_for):
        at = entry.place("holds_for", position)
        references.check_id(id_, corpus.substances, "substance", at)


def _pair(
    statement: Statement, corpus: Corpus, references: References, problems: Problems
) -> None:
    """Both sides are known, in order, and are two things."""
    a, b, entry = statement.a, statement.b, statement.entry
    subjects, either = references.subjects, "substance or class"
    references.check_id(a, subjects, either, entry.place())
    references.check_id(b, subjects, either, entry.place("with"))
    if a > b:
        problems.error(
            entry.place("with"),
            _("'{b}' sorts before '{a}': move this statement to {b}.yaml.").format(
                b=b, a=a
            ),
        )
    if a == b and a in corpus.classes and not corpus.classes[a].model.stacks:
        problems.error(
            entry.place("id"),
            _(
                "speaks of two members of '{a}', which does not stack: write "
                "`stacks: true` in the class."
            ).format(a=a),
        )


def check_rules(corpus: Corpus, references: References, problems: Problems) -> None:
    """Check every rule: its targets or members, its support, its id."""
    document = corpus.rules_document
    if document is None:
        return
    seen: set[str] = set()

    def support(id_: str, rule: Supported, place: Place) -> None:
        references.check_support(rule, place, place)
        if id_ in seen:
            problems.error(
                place, _("the id {id} stands twice: rename one.").format(id=id_)
            )
        seen.add(id_)

    for position, rule in enumerate(corpus.rules.mechanism_rules):
        key = ("mechanism_rules", position)
        for side in ("a", "b"):
            place = document.place(*key, side, "target")
            target = getattr(rule, side).target
            references.check_id(target, corpus.targets, "target", place)
        support(rule.id, rule, document.place(*key))
    for position, stacking in enumerate(corpus.rules.stacking_rules):
        key = ("stacking_rules", position)
        for side in ("members", "first", "second"):
            for index, id_ in enumerate(getattr(stacking, side)):
                place = document.place(*key, side, index)
                references.check_id(
                    id_, references.subjects, "substance or class", place
                )
        support(stacking.id, stacking, document.place(*key))
