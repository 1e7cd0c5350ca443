"""Closed vocabularies: the same words in YAML, SQLite, JSON and code."""

from typing import Literal, get_args

Risk = Literal["dangerous", "unsafe", "caution", "low", "unknown"]
Effect = Literal["stronger", "weaker", "longer", "mixed", "unchanged", "unknown"]
Hazard = Literal[
    "breathing",
    "sedation",
    "serotonin",
    "pressure-up",
    "pressure-down",
    "rhythm",
    "seizure",
    "heat-and-salt",
    "withdrawal",
    "exposure",
    "effect-loss",
    "organ",
    "mind",
    "other",
]
Order = Literal[
    "either",
    "a-then-b",
    "b-then-a",
    "after-stopping-a",
    "after-stopping-b",
    "repeat",
]
Basis = Literal["direct", "class", "mechanism", "same", "none"]
Evidence = Literal[
    "strong", "moderate", "limited", "theoretical", "contradicted", "none"
]
Verification = Literal["read", "secondary", "unverified"]
ClaimVerdict = Literal[
    "supported",
    "partly",
    "unproven",
    "unstudied",
    "contradicted",
    "outdated",
    "untraceable",
]
LegalStatus = Literal[
    "prohibited",
    "controlled",
    "restricted-medical-access",
    "prescription-only",
    "over-the-counter",
    "regulated-consumer-product",
    "not-specifically-controlled",
    "varies",
    "unknown",
]
Possession = Literal["offence", "administrative", "exempt", "none", "unknown"]
NameStatus = Literal["found", "ambiguous", "unknown"]
Level = Literal["molecule", "animal", "volunteer", "patient"]
AliasType = Literal["inn", "brand", "street", "abbreviation", "chemical", "spelling"]
SubstanceKind = Literal["drug", "medicine", "plant", "food", "product"]
Overdose = Literal["high", "moderate", "uncommon", "unknown"]
Route = Literal[
    "oral",
    "sublingual",
    "buccal",
    "snorted",
    "smoked",
    "vaporised",
    "inhaled",
    "injected",
    "intravenous",
    "intramuscular",
    "subcutaneous",
    "rectal",
    "transdermal",
]
ActionKind = Literal[
    "agonist",
    "partial-agonist",
    "antagonist",
    "inverse-agonist",
    "positive-modulator",
    "negative-modulator",
    "blocker",
    "opener",
    "releaser",
    "reuptake-inhibitor",
    "inhibitor",
    "inducer",
    "substrate",
    "precursor",
    "other",
]
Strength = Literal["strong", "moderate", "weak"]
TargetKind = Literal["receptor", "transporter", "enzyme", "channel", "pathway"]
TopicKind = Literal["condition", "practice", "messenger"]
ServiceKind = Literal[
    "emergency", "poison", "help-line", "overdose-line", "health-advice"
]
SourceType = Literal[
    "paper",
    "label",
    "statute",
    "regulator",
    "guideline",
    "registry",
    "textbook",
    "database",
    "peer-chart",
    "clinic-marketing",
    "forum",
    "press",
]
SourceStatus = Literal["active", "corrected", "retracted", "superseded", "withdrawn"]
StudyStatus = Literal["active", "corrected", "retracted", "unpublished", "ongoing"]

RISKS: tuple[Risk, ...] = get_args(Risk)
HAZARDS: tuple[Hazard, ...] = get_args(Hazard)
ORDERS: tuple[Order, ...] = get_args(Order)
EVIDENCE: tuple[Evidence, ...] = get_args(Evidence)
LEGAL_STATUSES: tuple[LegalStatus, ...] = get_args(LegalStatus)
VERIFICATIONS: tuple[Verification, ...] = get_args(Verification)
WEAK_SOURCE_TYPES: frozenset[SourceType] = frozenset(
    {"peer-chart", "clinic-marketing", "forum", "press"}
)
"""Sources that alone never carry more than `limited` evidence."""
