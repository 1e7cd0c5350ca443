-- The public schema of an hrterm edition. Texts live in `text`, one row a
-- language; columns that end in _text point there. `label` holds the names of
-- everything. See docs/schema.md.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE text_key (id INTEGER PRIMARY KEY) STRICT;

CREATE TABLE text (
    id INTEGER NOT NULL REFERENCES text_key(id),
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE label (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    PRIMARY KEY (kind, id, language)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE parent (
    subject TEXT NOT NULL REFERENCES subject(id),
    parent TEXT NOT NULL REFERENCES subject(id),
    PRIMARY KEY (subject, parent)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE alias (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL REFERENCES subject(id),
    text TEXT NOT NULL,
    type TEXT NOT NULL,
    language TEXT,
    region TEXT
) STRICT;
CREATE INDEX alias_by_subject ON alias (subject);

-- Folded spellings, for matching what people type.
CREATE TABLE name (
    folded TEXT NOT NULL,
    subject TEXT NOT NULL REFERENCES subject(id),
    text TEXT NOT NULL,
    is_class INTEGER NOT NULL,
    PRIMARY KEY (folded, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_by_length ON name (substr(folded, 1, 1), length(folded), folded);

CREATE TABLE confusable (
    subject TEXT NOT NULL REFERENCES subject(id),
    other TEXT NOT NULL REFERENCES subject(id),
    PRIMARY KEY (subject, other)
) STRICT, WITHOUT ROWID;

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
CREATE INDEX fact_by_owner ON fact (owner_kind, owner, section, position);

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
    routes TEXT NOT NULL,
    summary_text INTEGER NOT NULL REFERENCES text_key(id),
    why_text INTEGER NOT NULL REFERENCES text_key(id),
    others_text INTEGER REFERENCES text_key(id),
    reviewed_on TEXT NOT NULL,
    CHECK (a <= b)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_by_pair ON statement (a, b);
CREATE INDEX statement_by_reversed_pair ON statement (b, a);

CREATE TABLE statement_override (
    statement TEXT NOT NULL REFERENCES statement(id),
    overrides TEXT NOT NULL,
    reason_text INTEGER NOT NULL REFERENCES text_key(id),
    PRIMARY KEY (statement, overrides)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement_holds_for (
    statement TEXT NOT NULL REFERENCES statement(id),
    subject TEXT NOT NULL REFERENCES subject(id),
    PRIMARY KEY (statement, subject)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE rule_side (
    rule TEXT NOT NULL REFERENCES rule(id),
    side TEXT NOT NULL CHECK (side IN ('a', 'b')),
    target TEXT NOT NULL REFERENCES target(id),
    kind TEXT NOT NULL,
    PRIMARY KEY (rule, side, target, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_member (
    rule TEXT NOT NULL REFERENCES rule(id),
    side TEXT NOT NULL CHECK (side IN ('members', 'first', 'second')),
    subject TEXT NOT NULL REFERENCES subject(id),
    PRIMARY KEY (rule, side, subject)
) STRICT, WITHOUT ROWID;

-- Signs and advice of a statement or rule.
CREATE TABLE remark (
    owner TEXT NOT NULL,
    section TEXT NOT NULL CHECK (section IN ('signs', 'advice')),
    position INTEGER NOT NULL,
    text_text INTEGER NOT NULL REFERENCES text_key(id),
    PRIMARY KEY (owner, section, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE jurisdiction (
    code TEXT PRIMARY KEY,
    parent TEXT REFERENCES jurisdiction(code)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE protection (
    id INTEGER PRIMARY KEY,
    jurisdiction TEXT NOT NULL REFERENCES jurisdiction(code),
    position INTEGER NOT NULL,
    text_text INTEGER NOT NULL REFERENCES text_key(id),
    as_of TEXT,
    verification TEXT NOT NULL
) STRICT;

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

CREATE TABLE claim (
    id TEXT PRIMARY KEY,
    statement_text INTEGER NOT NULL REFERENCES text_key(id),
    verdict TEXT NOT NULL,
    evidence TEXT NOT NULL,
    verification TEXT NOT NULL,
    answer_text INTEGER NOT NULL REFERENCES text_key(id),
    reviewed_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_subject (
    claim TEXT NOT NULL REFERENCES claim(id),
    subject TEXT NOT NULL,
    PRIMARY KEY (claim, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_by_subject ON claim_subject (subject, claim);

CREATE TABLE claim_source (
    claim TEXT NOT NULL REFERENCES claim(id),
    role TEXT NOT NULL CHECK (role IN ('heard_in', 'supported_by', 'contradicted_by')),
    position INTEGER NOT NULL,
    source TEXT NOT NULL REFERENCES source(id),
    PRIMARY KEY (claim, role, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_row (
    row TEXT NOT NULL,
    claim TEXT NOT NULL REFERENCES claim(id),
    PRIMARY KEY (row, claim)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure (
    claim TEXT NOT NULL REFERENCES claim(id),
    position INTEGER NOT NULL,
    value_text INTEGER NOT NULL REFERENCES text_key(id),
    comparator_text INTEGER NOT NULL REFERENCES text_key(id),
    denominator_text INTEGER NOT NULL REFERENCES text_key(id),
    text_text INTEGER NOT NULL REFERENCES text_key(id),
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE study (
    id TEXT PRIMARY KEY,
    title_text INTEGER NOT NULL REFERENCES text_key(id),
    design_text INTEGER NOT NULL REFERENCES text_key(id),
    funding_text INTEGER REFERENCES text_key(id),
    registry TEXT,
    status TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE study_subject (
    study TEXT NOT NULL REFERENCES study(id),
    subject TEXT NOT NULL,
    PRIMARY KEY (study, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX study_by_subject ON study_subject (subject, study);

CREATE TABLE arm (
    study TEXT NOT NULL REFERENCES study(id),
    position INTEGER NOT NULL,
    name_text INTEGER NOT NULL REFERENCES text_key(id),
    randomised INTEGER,
    analysed INTEGER,
    result_text INTEGER NOT NULL REFERENCES text_key(id),
    PRIMARY KEY (study, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE emergency (
    id TEXT PRIMARY KEY,
    reviewed_on TEXT NOT NULL
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
    -- NULL when the words stand in what is said of it
    matched TEXT
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
    words,
    content = '',
    columnsize = 0,
    detail = none,
    prefix = '1 2 3 4 5 6',
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIEW pair_in_english AS
SELECT statement.id, a, b, hazards, risk, effect, "order", evidence, verification,
       summary.text AS summary, why.text AS why
FROM statement
JOIN text AS summary ON summary.id = summary_text AND summary.language = 'en'
JOIN text AS why ON why.id = why_text AND why.language = 'en';

CREATE VIEW pair_in_french AS
SELECT statement.id, a, b, hazards, risk, effect, "order", evidence, verification,
       summary.text AS summary, why.text AS why
FROM statement
JOIN text AS summary ON summary.id = summary_text AND summary.language = 'fr'
JOIN text AS why ON why.id = why_text AND why.language = 'fr';
