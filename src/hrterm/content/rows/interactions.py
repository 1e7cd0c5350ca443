"""Rows of statements on pairs and of rules."""

from hrterm.content.corpus import Corpus, Statement
from hrterm.content.models.interactions import Interaction, MechanismRule, StackingRule
from hrterm.content.rows.shared import Row, Tables
from hrterm.content.texts import TextTable


def add(corpus: Corpus, texts: TextTable, tables: Tables) -> None:
    """Add every statement and rule."""
    for _, statement in sorted(corpus.statements.items()):
        _statement(statement, texts, tables)
    for rule in sorted(corpus.rules.mechanism_rules, key=lambda rule: rule.id):
        _mechanism_rule(rule, texts, tables)
    for stacking in sorted(corpus.rules.stacking_rules, key=lambda rule: rule.id):
        _stacking_rule(stacking, texts, tables)


def _statement(statement: Statement, texts: TextTable, tables: Tables) -> None:
    model = statement.entry.model
    tables["statement"].append(
        {
            "id": model.id,
            "a": statement.a,
            "b": statement.b,
            "risk": model.risk,
            "effect": model.effect,
            "order": model.order,
            "evidence": model.evidence,
            "verification": model.verification,
            "hazards": " ".join(model.hazards),
            "routes": " ".join(model.routes),
            "routes_of": model.routes_of or "",
            "summary_text": texts.id(model.summary),
            "why_text": texts.id(model.why),
            "others_text": texts.maybe(model.others),
            "reviewed_on": model.reviewed_on,
        }
    )
    tables.cite("statement", model.id, model.sources)
    _remarks(model, texts, tables)
    for override in model.overrides:
        tables["statement_override"].append(
            {
                "statement": model.id,
                "overrides": override.id,
                "reason_text": texts.id(override.reason),
            }
        )
    for id_ in model.holds_for:
        tables["statement_holds_for"].append({"statement": model.id, "subject": id_})
    for position, timing in enumerate(model.timing):
        tables["timing"].append(
            {
                "statement": model.id,
                "position": position,
                "first": timing.first,
                "then": timing.then,
                "wait_low": timing.wait.low if timing.wait else None,
                "wait_high": timing.wait.high if timing.wait else None,
                "text_text": texts.id(timing.text),
                "verification": timing.verification,
            }
        )


def _remarks(
    model: Interaction | MechanismRule | StackingRule, texts: TextTable, tables: Tables
) -> None:
    sections = (
        ("signs", model.signs),
        ("advice", model.advice),
        ("if_prescribed", model.if_prescribed),
    )
    for section, listed in sections:
        for position, text in enumerate(listed):
            tables["remark"].append(
                {
                    "owner": model.id,
                    "section": section,
                    "position": position,
                    "text_text": texts.id(text),
                }
            )


def _rule_row(rule: MechanismRule | StackingRule, texts: TextTable) -> Row:
    return {
        "id": rule.id,
        "hazard": rule.hazard,
        "evidence": rule.evidence,
        "verification": rule.verification,
        "summary_text": texts.id(rule.summary),
        "why_text": texts.id(rule.why),
    }


def _mechanism_rule(rule: MechanismRule, texts: TextTable, tables: Tables) -> None:
    row = _rule_row(rule, texts) | {
        "type": "mechanism",
        "risk": rule.risk,
        "risk_of_three": None,
        "effect": rule.effect,
        "chain": 0,
        "group_text": None,
    }
    tables["rule"].append(row)
    tables.cite("rule", rule.id, rule.sources)
    _remarks(rule, texts, tables)
    for side, acts in (("a", rule.a), ("b", rule.b)):
        for kind in acts.actions:
            tables["rule_side"].append(
                {"rule": rule.id, "side": side, "target": acts.target, "kind": kind}
            )


def _stacking_rule(rule: StackingRule, texts: TextTable, tables: Tables) -> None:
    row = _rule_row(rule, texts) | {
        "type": "stacking",
        "risk": rule.two,
        "risk_of_three": rule.three,
        "effect": "unknown",
        "chain": int(rule.chain),
        "group_text": texts.id(rule.group),
    }
    tables["rule"].append(row)
    tables.cite("rule", rule.id, rule.sources)
    _remarks(rule, texts, tables)
    for side in ("members", "first", "second"):
        for id_ in getattr(rule, side):
            tables["rule_member"].append(
                {"rule": rule.id, "side": side, "subject": id_}
            )
