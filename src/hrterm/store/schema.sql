-- The public schema of an hrterm edition. Texts live in `text`, one row a
-- language; columns that end in _text point there. `label` holds the names of
-- everything. See docs/schema.md.

-- What the edition says of itself: version, schema, data_hash, newest_review,
-- reviewed_by.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Numbers of texts; `text` holds them in each language.
CREATE TABLE text_key (id INTEGER PRIMARY KEY) STRICT;

-- A text in one language.
CREATE TABLE text (
    id INTEGER NOT NULL REFERENCES text_key(id),
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (id, language)
) STRICT, WITHOUT ROWID;

-- Names of substances and classes (kind subject), targets, topics, glossary terms,
-- emergency cards and places (kind jurisdiction).
CREATE TABLE label (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    PRIMARY KEY (kind, id, language)
) STRICT, WITHOUT ROWID;

-- The bibliography.
CREATE TABLE source (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    title TEXT NOT NULL,
    authors TEXT,
    year INTEGER,
    url TEXT,
    doi TEXT,
    status TEXT NOT NULL,
    accessed TEXT
) STRICT, WITHOUT ROWID;

-- What supports a thing: owner_kind names the table, owner its id.
CREATE TABLE citation (
    owner_kind TEXT NOT NULL,
    owner TEXT NOT NULL,
    position INTEGER NOT NULL,
    source TEXT NOT NULL REFERENCES source(id),
    PRIMARY KEY (owner_kind, owner, position)
) STRICT, WITHOUT ROWID;

-- Substances and classes.
CREATE TABLE subject (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL CHECK (type IN ('substance', 'class')),
    kind TEXT,
    overdose TEXT NOT NULL,
    form_of TEXT REFERENCES subject(id),
    defined_target TEXT REFERENCES target(id),
    defined_action TEXT,
    stacks INTEGER NOT NULL,
    cas TEXT,
    inchikey TEXT,
    atc TEXT,
    summary_text INTEGER NOT NULL REFERENCES text_key(id),
    reviewed_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The nearest classes of a substance, or the classes above a class.
CREATE TABLE parent (
    subject TEXT NOT NULL REFERENCES subject(id),
    parent TEXT NOT NULL REFERENCES subject(id),
    PRIMARY KEY (subject, parent)
) STRICT, WITHOUT ROWID;

-- What a product contains (certain = 1) or may contain (certain = 0).
CREATE TABLE part (
    subject TEXT NOT NULL REFERENCES subject(id),
    part TEXT NOT NULL REFERENCES subject(id),
    certain INTEGER NOT NULL,
    PRIMARY KEY (subject, part)
) STRICT, WITHOUT ROWID;

-- Everything a subject inherits from, itself included at distance 0.
CREATE TABLE lineage (
    subject TEXT NOT NULL REFERENCES subject(id),
    ancestor TEXT NOT NULL REFERENCES subject(id),
    distance INTEGER NOT NULL,
    atypical INTEGER NOT NULL,
    PRIMARY KEY (subject, ancestor)
) STRICT, WITHOUT ROWID;
CREATE INDEX lineage_by_ancestor ON lineage (ancestor, subject);

-- Other names as people write them: a row for each region, or none.
CREATE TABLE alias (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL REFERENCES subject(id),
    text TEXT NOT NULL,
    type TEXT NOT NULL,
    language TEXT,
    region TEXT
) STRICT;
CREATE INDEX alias_by_subject ON alias (subject);

-- Folded spellings, for matching what people type; their letters as bits tell at once
-- which are too far from a slip.
CREATE TABLE name (
    folded TEXT NOT NULL,
    subject TEXT NOT NULL REFERENCES subject(id),
    text TEXT NOT NULL,
    is_class INTEGER NOT NULL,
    letters INTEGER NOT NULL,
    PRIMARY KEY (folded, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_by_length ON name (substr(folded, 1, 1), length(folded), letters);
CREATE INDEX name_by_subject ON name (subject, folded);

-- Pairs that are never guessed between when a name is misspelt.
CREATE TABLE confusable (
    subject TEXT NOT NULL REFERENCES subject(id),
    other TEXT NOT NULL REFERENCES subject(id),
    PRIMARY KEY (subject, other)
) STRICT, WITHOUT ROWID;

-- Receptors, transporters, enzymes, channels and pathways.
CREATE TABLE target (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    summary_text INTEGER NOT NULL REFERENCES text_key(id)
) STRICT, WITHOUT ROWID;

-- Medical words, explained; their names are labels of kind `term`.
CREATE TABLE glossary (
    id TEXT PRIMARY KEY,
    text_text INTEGER NOT NULL REFERENCES text_key(id)
) STRICT, WITHOUT ROWID;

-- Conditions, practices and messengers that claims and sheets speak of.
CREATE TABLE topic (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a subject does at a target, as its own sheet says.
CREATE TABLE mechanism (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL REFERENCES subject(id),
    position INTEGER NOT NULL,
    target TEXT NOT NULL REFERENCES target(id),
    action TEXT NOT NULL,
    strength TEXT,
    level TEXT NOT NULL,
    evidence TEXT NOT NULL,
    verification TEXT NOT NULL,
    text_text INTEGER NOT NULL REFERENCES text_key(id)
) STRICT;
CREATE INDEX mechanism_by_subject ON mechanism (subject, position);
CREATE INDEX mechanism_by_target ON mechanism (target);

-- What a subject does at a target, its classes' actions included.
CREATE TABLE action (
    subject TEXT NOT NULL REFERENCES subject(id),
    position INTEGER NOT NULL,
    target TEXT NOT NULL REFERENCES target(id),
    kind TEXT NOT NULL,
    strength TEXT,
    PRIMARY KEY (subject, position)
) STRICT, WITHOUT ROWID;

-- One fact of a sheet or card; owner_kind is subject or emergency.
CREATE TABLE fact (
    id INTEGER PRIMARY KEY,
    owner_kind TEXT NOT NULL,
    owner TEXT NOT NULL,
    section TEXT NOT NULL,
    position INTEGER NOT NULL,
    text_text INTEGER NOT NULL REFERENCES text_key(id),
    evidence TEXT NOT NULL,
    verification TEXT NOT NULL,
    condition TEXT REFERENCES topic(id),
    wait_low INTEGER,
    wait_high INTEGER
) STRICT;
CREATE INDEX fact_by_owner ON fact (owner);

-- How long effects take by one route, in minutes.
CREATE TABLE duration (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL REFERENCES subject(id),
    position INTEGER NOT NULL,
    route TEXT NOT NULL,
    onset_low INTEGER, onset_high INTEGER,
    peak_low INTEGER, peak_high INTEGER,
    total_low INTEGER, total_high INTEGER,
    after_low INTEGER, after_high INTEGER,
    evidence TEXT NOT NULL,
    verification TEXT NOT NULL
) STRICT;
CREATE INDEX duration_by_subject ON duration (subject, position);

-- What is stated of a pair of substances or classes; a sorts before b.
CREATE TABLE statement (
    id TEXT PRIMARY KEY,
    a TEXT NOT NULL REFERENCES subject(id),
    b TEXT NOT NULL REFERENCES subject(id),
    risk TEXT NOT NULL,
    effect TEXT NOT NULL,
    "order" TEXT NOT NULL,
    evidence TEXT NOT NULL,
    verification TEXT NOT NULL,
    hazards TEXT NOT NULL,
    -- Ways of taking one of the two (routes_of) to which it is limited.
    routes TEXT NOT NULL,
    routes_of TEXT NOT NULL CHECK (routes_of IN ('', 'a', 'b')),
    summary_text INTEGER NOT NULL REFERENCES text_key(id),
    why_text INTEGER NOT NULL REFERENCES text_key(id),
    others_text INTEGER REFERENCES text_key(id),
    reviewed_on TEXT NOT NULL,
    CHECK (a <= b)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_by_pair ON statement (a, b);
CREATE INDEX statement_by_reversed_pair ON statement (b, a);

-- Statements and rules that a statement silences, by id, and why.
CREATE TABLE statement_override (
    statement TEXT NOT NULL REFERENCES statement(id),
    overrides TEXT NOT NULL,
    reason_text INTEGER NOT NULL REFERENCES text_key(id),
    PRIMARY KEY (statement, overrides)
) STRICT, WITHOUT ROWID;

-- Members for which a `low` on a class holds.
CREATE TABLE statement_holds_for (
    statement TEXT NOT NULL REFERENCES statement(id),
    subject TEXT NOT NULL REFERENCES subject(id),
    PRIMARY KEY (statement, subject)
) STRICT, WITHOUT ROWID;

-- How long the first of a pair matters for the other, in minutes.
CREATE TABLE timing (
    statement TEXT NOT NULL REFERENCES statement(id),
    position INTEGER NOT NULL,
    first TEXT NOT NULL CHECK (first IN ('a', 'b')),
    "then" TEXT NOT NULL CHECK ("then" IN ('a', 'b')),
    wait_low INTEGER,
    wait_high INTEGER,
    text_text INTEGER NOT NULL REFERENCES text_key(id),
    verification TEXT NOT NULL,
    PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;

-- Rules where two mechanisms meet, and rules on groups that add up.
CREATE TABLE rule (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL CHECK (type IN ('mechanism', 'stacking')),
    hazard TEXT NOT NULL,
    risk TEXT,
    risk_of_three TEXT,
    effect TEXT NOT NULL,
    chain INTEGER NOT NULL,
    evidence TEXT NOT NULL,
    verification TEXT NOT NULL,
    group_text INTEGER REFERENCES text_key(id),
    summary_text INTEGER NOT NULL REFERENCES text_key(id),
    why_text INTEGER NOT NULL REFERENCES text_key(id)
) STRICT, WITHOUT ROWID;

-- The actions on either side of a mechanism rule.
CREATE TABLE rule_side (
    rule TEXT NOT NULL REFERENCES rule(id),
    side TEXT NOT NULL CHECK (side IN ('a', 'b')),
    target TEXT NOT NULL REFERENCES target(id),
    kind TEXT NOT NULL,
    PRIMARY KEY (rule, side, target, kind)
) STRICT, WITHOUT ROWID;

-- The groups of a stacking rule.
CREATE TABLE rule_member (
    rule TEXT NOT NULL REFERENCES rule(id),
    side TEXT NOT NULL CHECK (side IN ('members', 'first', 'second')),
    subject TEXT NOT NULL REFERENCES subject(id),
    PRIMARY KEY (rule, side, subject)
) STRICT, WITHOUT ROWID;

-- Signs and advice of a statement or rule; some of it only where a medicine is meant.
CREATE TABLE remark (
    owner TEXT NOT NULL,
    section TEXT NOT NULL CHECK (section IN ('signs', 'advice', 'if_prescribed')),
    position INTEGER NOT NULL,
    text_text INTEGER NOT NULL REFERENCES text_key(id),
    PRIMARY KEY (owner, section, position)
) STRICT, WITHOUT ROWID;

-- Places by ISO code; a part names its country, a member the EU.
CREATE TABLE jurisdiction (
    code TEXT PRIMARY KEY,
    parent TEXT REFERENCES jurisdiction(code)
) STRICT, WITHOUT ROWID;

-- Numbers to call.
CREATE TABLE service (
    id INTEGER PRIMARY KEY,
    jurisdiction TEXT NOT NULL REFERENCES jurisdiction(code),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    label_text INTEGER NOT NULL REFERENCES text_key(id),
    number TEXT NOT NULL,
    as_of TEXT,
    verification TEXT NOT NULL
) STRICT;

-- What the law says about people who call for help.
CREATE TABLE protection (
    id INTEGER PRIMARY KEY,
    jurisdiction TEXT NOT NULL REFERENCES jurisdiction(code),
    position INTEGER NOT NULL,
    text_text INTEGER NOT NULL REFERENCES text_key(id),
    as_of TEXT,
    verification TEXT NOT NULL
) STRICT;

-- Dated records of law; what has ended keeps its row.
CREATE TABLE law (
    id INTEGER PRIMARY KEY,
    substance TEXT NOT NULL REFERENCES subject(id),
    jurisdiction TEXT NOT NULL REFERENCES jurisdiction(code),
    position INTEGER NOT NULL,
    status TEXT NOT NULL,
    possession TEXT NOT NULL,
    schedule_text INTEGER REFERENCES text_key(id),
    instrument_text INTEGER NOT NULL REFERENCES text_key(id),
    item_text INTEGER REFERENCES text_key(id),
    url TEXT,
    effective_from TEXT,
    effective_to TEXT,
    as_of TEXT,
    verification TEXT NOT NULL,
    access_text INTEGER REFERENCES text_key(id),
    note_text INTEGER REFERENCES text_key(id)
) STRICT;
CREATE INDEX law_by_substance ON law (substance, jurisdiction);
CREATE INDEX law_by_jurisdiction ON law (jurisdiction, substance);

-- Things that people hear, with a verdict.
CREATE TABLE claim (
    id TEXT PRIMARY KEY,
    statement_text INTEGER NOT NULL REFERENCES text_key(id),
    verdict TEXT NOT NULL,
    evidence TEXT NOT NULL,
    verification TEXT NOT NULL,
    answer_text INTEGER NOT NULL REFERENCES text_key(id),
    reviewed_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a claim is about: a substance, class, target or topic.
CREATE TABLE claim_subject (
    claim TEXT NOT NULL REFERENCES claim(id),
    subject TEXT NOT NULL,
    PRIMARY KEY (claim, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_by_subject ON claim_subject (subject, claim);

-- Where a claim is heard, and what supports or contradicts it.
CREATE TABLE claim_source (
    claim TEXT NOT NULL REFERENCES claim(id),
    role TEXT NOT NULL CHECK (role IN ('heard_in', 'supported_by', 'contradicted_by')),
    position INTEGER NOT NULL,
    source TEXT NOT NULL REFERENCES source(id),
    PRIMARY KEY (claim, role, position)
) STRICT, WITHOUT ROWID;

-- Rows of the founding documents that a claim answers.
CREATE TABLE claim_row (
    row TEXT NOT NULL,
    claim TEXT NOT NULL REFERENCES claim(id),
    PRIMARY KEY (row, claim)
) STRICT, WITHOUT ROWID;

-- Numbers of a claim, each with comparator and denominator.
CREATE TABLE figure (
    claim TEXT NOT NULL REFERENCES claim(id),
    position INTEGER NOT NULL,
    value_text INTEGER NOT NULL REFERENCES text_key(id),
    comparator_text INTEGER NOT NULL REFERENCES text_key(id),
    denominator_text INTEGER NOT NULL REFERENCES text_key(id),
    text_text INTEGER NOT NULL REFERENCES text_key(id),
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

-- Studies, retracted ones too.
CREATE TABLE study (
    id TEXT PRIMARY KEY,
    title_text INTEGER NOT NULL REFERENCES text_key(id),
    design_text INTEGER NOT NULL REFERENCES text_key(id),
    funding_text INTEGER REFERENCES text_key(id),
    registry TEXT,
    status TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a study is about.
CREATE TABLE study_subject (
    study TEXT NOT NULL REFERENCES study(id),
    subject TEXT NOT NULL,
    PRIMARY KEY (study, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX study_by_subject ON study_subject (subject, study);

-- Every arm of a study, with its result.
CREATE TABLE arm (
    study TEXT NOT NULL REFERENCES study(id),
    position INTEGER NOT NULL,
    name_text INTEGER NOT NULL REFERENCES text_key(id),
    randomised INTEGER,
    analysed INTEGER,
    result_text INTEGER NOT NULL REFERENCES text_key(id),
    PRIMARY KEY (study, position)
) STRICT, WITHOUT ROWID;

-- Emergency cards; their steps are facts. The lowest rank is shown first.
CREATE TABLE emergency (
    id TEXT PRIMARY KEY,
    rank INTEGER NOT NULL,
    reviewed_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What people say or type when a card is needed; the words are folded one by one, without
-- those that only hold others together, as a typed text is.
CREATE TABLE emergency_phrase (
    emergency TEXT NOT NULL REFERENCES emergency(id),
    language TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (emergency, language, position)
) STRICT, WITHOUT ROWID;

-- Cards by what they concern; position is that of the card on a sheet.
CREATE TABLE emergency_subject (
    emergency TEXT NOT NULL REFERENCES emergency(id),
    subject TEXT NOT NULL REFERENCES subject(id),
    position INTEGER NOT NULL,
    PRIMARY KEY (emergency, subject)
) STRICT, WITHOUT ROWID;

-- What the search answers with; the rowid is the order of display.
CREATE TABLE search_entry (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    thing TEXT NOT NULL,
    language TEXT,
    -- NULL when the words stand in what is said of it, and for sources
    matched TEXT
) STRICT;

-- The words of each search entry; holds no text of its own.
CREATE VIRTUAL TABLE search_index USING fts5 (
    words,
    content = '',
    columnsize = 0,
    detail = none,
    prefix = '1 2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);

-- The views below answer the common questions; each has a row for every language.

-- Substances and classes with their names, classes and summary.
CREATE VIEW v_substances AS
SELECT subject.id, label.language, label.name, subject.type, subject.kind,
       (SELECT group_concat(parent, ' ') FROM
           (SELECT parent FROM parent WHERE subject = subject.id ORDER BY parent)
       ) AS classes,
       subject.form_of, subject.overdose, subject.cas, subject.atc, subject.inchikey,
       text.text AS summary, subject.reviewed_on
FROM subject
JOIN label ON label.kind = 'subject' AND label.id = subject.id
LEFT JOIN text ON text.id = subject.summary_text AND text.language = label.language;

-- Every spelling by which something is found, folded as a typed name is.
CREATE VIEW v_names AS
SELECT name.folded, name.text, name.subject, subject.type, alias.type AS alias_type,
       alias.language, alias.region
FROM name
JOIN subject ON subject.id = name.subject
LEFT JOIN alias ON alias.subject = name.subject AND alias.text = name.text;

-- Facts of the sheets and emergency cards, with their sources.
CREATE VIEW v_facts AS
SELECT fact.owner_kind, fact.owner, fact.section, fact.position, text.language,
       text.text, fact.condition, fact.evidence, fact.verification,
       (SELECT group_concat(source, ' ') FROM
           (SELECT source FROM citation
            WHERE owner_kind = 'fact' AND owner = CAST(fact.id AS TEXT)
            ORDER BY position)
       ) AS sources
FROM fact
JOIN text ON text.id = fact.text_text;

-- Statements on pairs with the names of both sides. Pairs without a row of their own
-- inherit from the classes in `lineage`: ask `hrterm check` for a verdict.
CREATE VIEW v_pairs AS
SELECT statement.id, one.language, statement.a, one.name AS name_a,
       statement.b, other.name AS name_b, statement.risk, statement.effect,
       statement.hazards, statement."order", summary.text AS summary, why.text AS why,
       statement.evidence, statement.verification,
       (SELECT group_concat(source, ' ') FROM
           (SELECT source FROM citation
            WHERE owner_kind = 'statement' AND owner = statement.id ORDER BY position)
       ) AS sources,
       statement.reviewed_on
FROM statement
JOIN label AS one ON one.kind = 'subject' AND one.id = statement.a
JOIN label AS other ON other.kind = 'subject' AND other.id = statement.b
    AND other.language = one.language
LEFT JOIN text AS summary ON summary.id = statement.summary_text
    AND summary.language = one.language
LEFT JOIN text AS why ON why.id = statement.why_text AND why.language = one.language;

-- What a substance or class does at its targets, as its own sheet says.
CREATE VIEW v_mechanisms AS
SELECT mechanism.subject, mechanism.target, target.name AS target_name,
       target.language, mechanism.action, mechanism.strength, mechanism.level,
       text.text, mechanism.evidence, mechanism.verification
FROM mechanism
JOIN label AS target ON target.kind = 'target' AND target.id = mechanism.target
LEFT JOIN text ON text.id = mechanism.text_text AND text.language = target.language;

-- Records of law with the names of substance and place.
CREATE VIEW v_law AS
SELECT law.substance, label.language, label.name, law.jurisdiction,
       place.name AS place, law.status, law.possession, schedule.text AS schedule,
       instrument.text AS instrument, item.text AS item, law.url, law.effective_from,
       law.effective_to, law.as_of, law.verification, access.text AS access,
       note.text AS note
FROM law
JOIN label ON label.kind = 'subject' AND label.id = law.substance
JOIN label AS place ON place.kind = 'jurisdiction' AND place.id = law.jurisdiction
    AND place.language = label.language
LEFT JOIN text AS schedule ON schedule.id = law.schedule_text
    AND schedule.language = label.language
LEFT JOIN text AS instrument ON instrument.id = law.instrument_text
    AND instrument.language = label.language
LEFT JOIN text AS item ON item.id = law.item_text AND item.language = label.language
LEFT JOIN text AS access ON access.id = law.access_text
    AND access.language = label.language
LEFT JOIN text AS note ON note.id = law.note_text AND note.language = label.language;

-- Numbers to call and places to go.
CREATE VIEW v_services AS
SELECT service.jurisdiction, text.language, service.kind, text.text AS label,
       service.number, service.as_of, service.verification
FROM service
JOIN text ON text.id = service.label_text;

-- Claims with their answers and what they are about.
CREATE VIEW v_claims AS
SELECT claim.id, said.language, said.text AS statement, claim.verdict,
       answer.text AS answer, claim.evidence, claim.verification,
       (SELECT group_concat(subject, ' ') FROM
           (SELECT subject FROM claim_subject WHERE claim = claim.id ORDER BY subject)
       ) AS subjects,
       claim.reviewed_on
FROM claim
JOIN text AS said ON said.id = claim.statement_text
LEFT JOIN text AS answer ON answer.id = claim.answer_text
    AND answer.language = said.language;

-- How often each source is cited, and whether it can be found again.
CREATE VIEW v_sources AS
SELECT source.id, source.type, source.title, source.authors, source.year, source.doi,
       source.url, source.status, source.accessed,
       coalesce(things.count, 0) + coalesce(claims.count, 0) AS cited
FROM source
LEFT JOIN (SELECT source, count(*) AS count FROM citation GROUP BY source) AS things
    ON things.source = source.id
LEFT JOIN (SELECT source, count(*) AS count FROM claim_source GROUP BY source) AS claims
    ON claims.source = source.id;
