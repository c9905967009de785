-- The record, version 2. Tables are singular and hold what was read; views are plural and made to be looked at.
-- Offsets count Unicode code points of article.text, half-open [start, end). Days are ISO dates, dates are EDTF.

CREATE TABLE article (
    id TEXT PRIMARY KEY,                    -- file stem or given id; the text's hash is added where two texts share it
    sha256 TEXT NOT NULL UNIQUE,            -- of the raw text in UTF-8: what makes an article this article
    outlet TEXT,
    agencies TEXT NOT NULL,                 -- JSON list
    headline TEXT,
    published TEXT,                         -- EDTF
    published_basis TEXT NOT NULL,
    published_candidates TEXT NOT NULL,     -- JSON list of EDTF, most likely first
    published_reasons TEXT NOT NULL,        -- JSON list
    published_first TEXT,                   -- first and last day that `published` can mean
    published_last TEXT,
    own_published TEXT NOT NULL,            -- JSON object: what the page itself says, before other articles narrow it
    origin TEXT NOT NULL,                   -- where the document came from that was read
    layout TEXT NOT NULL,
    url TEXT,
    author TEXT,
    metadata_from TEXT NOT NULL,            -- JSON object: field to origin
    reader TEXT NOT NULL,                   -- version of the program that read it
    text TEXT NOT NULL
) STRICT;

-- Every place where an article's very text was found, the first included.
CREATE TABLE document (
    article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    origin TEXT NOT NULL,
    given_id TEXT NOT NULL,
    layout TEXT NOT NULL,
    outlet TEXT,
    headline TEXT,
    published TEXT,
    published_basis TEXT NOT NULL,
    url TEXT,
    author TEXT,
    PRIMARY KEY (article_id, origin)
) STRICT;

CREATE TABLE block (
    article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (article_id, number)
) STRICT;

CREATE TABLE furniture (
    article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (article_id, number)
) STRICT;

-- W3C Web Annotation: position selector (start, end) and quote selector (prefix, quote, suffix).
CREATE TABLE anchor (
    id INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL CHECK (end > start AND start >= 0),
    prefix TEXT NOT NULL,
    quote TEXT NOT NULL,
    suffix TEXT NOT NULL,
    UNIQUE (article_id, start, end)
) STRICT;

CREATE TABLE actor (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,                           -- ISO 3166-1 alpha-3
    folded TEXT NOT NULL                    -- the name in lower case without accents, for search
) STRICT;
CREATE INDEX actor_by_country ON actor(country);

CREATE TABLE cast_member (
    article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    actor_id TEXT NOT NULL REFERENCES actor(id),
    roles TEXT NOT NULL,                    -- JSON list of titles this article gives
    PRIMARY KEY (article_id, number)
) STRICT;
CREATE INDEX cast_member_by_actor ON cast_member(actor_id);

CREATE TABLE statement (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    mode TEXT NOT NULL,
    act TEXT NOT NULL,
    speaker_id TEXT NOT NULL REFERENCES actor(id),
    mention_id INTEGER REFERENCES anchor(id),
    cue_id INTEGER REFERENCES anchor(id),
    channel TEXT,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL
) STRICT;
CREATE INDEX statement_by_article ON statement(article_id, number);
CREATE INDEX statement_by_speaker ON statement(speaker_id);
CREATE INDEX statement_by_mention ON statement(mention_id);
CREATE INDEX statement_by_cue ON statement(cue_id);

CREATE TABLE statement_content (
    statement_id TEXT NOT NULL REFERENCES statement(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    anchor_id INTEGER NOT NULL REFERENCES anchor(id),
    PRIMARY KEY (statement_id, number)
) STRICT;
CREATE INDEX statement_content_by_anchor ON statement_content(anchor_id);

CREATE TABLE statement_actor (
    statement_id TEXT NOT NULL REFERENCES statement(id) ON DELETE CASCADE,
    part TEXT NOT NULL CHECK (part IN ('via', 'addressee')),
    number INTEGER NOT NULL,
    actor_id TEXT NOT NULL REFERENCES actor(id),
    PRIMARY KEY (statement_id, part, number)
) STRICT;
CREATE INDEX statement_actor_by_actor ON statement_actor(actor_id);

CREATE TABLE event (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    date TEXT,                              -- EDTF
    date_first TEXT,                        -- first and last day that `date` can mean
    date_last TEXT,
    place TEXT,
    place_country TEXT,
    status TEXT NOT NULL,
    according_to TEXT,
    about TEXT,                             -- JSON object: the planned, refused or denied act
    contexts TEXT NOT NULL,                 -- JSON list
    rule TEXT NOT NULL,
    confidence REAL NOT NULL
) STRICT;
CREATE INDEX event_by_article ON event(article_id, number);
CREATE INDEX event_by_date ON event(date_first);
CREATE INDEX event_by_type ON event(type);

CREATE TABLE event_actor (
    event_id TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE,
    part TEXT NOT NULL CHECK (part IN ('actor', 'recipient')),
    number INTEGER NOT NULL,
    actor_id TEXT NOT NULL REFERENCES actor(id),
    PRIMARY KEY (event_id, part, number)
) STRICT;
CREATE INDEX event_actor_by_actor ON event_actor(actor_id);

CREATE TABLE event_evidence (
    event_id TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    anchor_id INTEGER NOT NULL REFERENCES anchor(id),
    PRIMARY KEY (event_id, number)
) STRICT;
CREATE INDEX event_evidence_by_anchor ON event_evidence(anchor_id);

CREATE TABLE position (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    actor_id TEXT NOT NULL REFERENCES actor(id),
    issue TEXT NOT NULL,
    stance TEXT NOT NULL,
    condition TEXT,
    date TEXT                               -- EDTF
) STRICT;
CREATE INDEX position_by_article ON position(article_id, number);
CREATE INDEX position_by_actor ON position(actor_id);

CREATE TABLE position_evidence (
    position_id TEXT NOT NULL REFERENCES position(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    anchor_id INTEGER NOT NULL REFERENCES anchor(id),
    PRIMARY KEY (position_id, number)
) STRICT;
CREATE INDEX position_evidence_by_anchor ON position_evidence(anchor_id);

CREATE TABLE term (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    term TEXT NOT NULL,
    voice TEXT NOT NULL,
    anchor_id INTEGER NOT NULL REFERENCES anchor(id)
) STRICT;
CREATE INDEX term_by_article ON term(article_id, number);
CREATE INDEX term_by_anchor ON term(anchor_id);

CREATE TABLE refusal (
    id TEXT PRIMARY KEY,
    origin TEXT NOT NULL,
    reason TEXT NOT NULL,
    advice TEXT NOT NULL,
    excerpt TEXT NOT NULL
) STRICT;
CREATE INDEX refusal_by_origin ON refusal(origin);

-- What people said, in order; rows are only added. The other tables hold what results from it.
CREATE TABLE correction (
    number INTEGER PRIMARY KEY,
    text_sha256 TEXT NOT NULL,              -- of the article's text, so that it outlives every re-reading; '' for all
    target TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('set', 'accept', 'reject', 'add', 'merge', 'split', 'undo')),
    at TEXT NOT NULL,                       -- JSON list of [start, end]: where the corrected record stands
    "like" TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,                    -- JSON
    "by" TEXT NOT NULL,
    made TEXT NOT NULL,
    note TEXT NOT NULL,
    loose INTEGER NOT NULL,                 -- 1 when the last reading has no such record any more
    baked INTEGER NOT NULL                  -- 1 when the proposal below already contains it
) STRICT;
CREATE INDEX correction_by_text ON correction(text_sha256);

-- What the machine read in the articles that somebody corrected: the other tables hold what people made of it.
CREATE TABLE proposal (
    article_id TEXT PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    reading TEXT NOT NULL                   -- JSON, without the text
) STRICT;

-- What is known across articles: written anew by each weaving, and by nothing else.

CREATE TABLE copy (
    first_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    second_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    containment REAL NOT NULL,              -- share of the shorter text, 0 to 1
    first_spans TEXT NOT NULL,              -- JSON list of [start, end]: the shared text in each
    second_spans TEXT NOT NULL,
    PRIMARY KEY (first_id, second_id)
) STRICT;
CREATE INDEX copy_by_second ON copy(second_id);

-- The article that a copy goes back to; articles that stand alone have no row.
CREATE TABLE origin (
    article_id TEXT PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    origin_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE
) STRICT;
CREATE INDEX origin_by_origin ON origin(origin_id);

-- Events of several articles that tell one act; an event that stands alone has no row.
CREATE TABLE telling (
    event_id TEXT PRIMARY KEY REFERENCES event(id) ON DELETE CASCADE,
    occurrence TEXT NOT NULL                -- the id of its first telling's event
) STRICT;
CREATE INDEX telling_by_occurrence ON telling(occurrence);

-- The same as the last weaving found them, before people's decisions.
CREATE TABLE proposed_telling (
    event_id TEXT PRIMARY KEY REFERENCES event(id) ON DELETE CASCADE,
    occurrence TEXT NOT NULL
) STRICT;

CREATE TABLE contradiction (
    occurrence TEXT NOT NULL,
    number INTEGER NOT NULL,
    matter TEXT NOT NULL,                   -- status, date, place, roles or number
    first_event TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE,
    second_event TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE,
    first_says TEXT NOT NULL,
    second_says TEXT NOT NULL,
    PRIMARY KEY (occurrence, number)
) STRICT;
CREATE INDEX contradiction_by_first ON contradiction(first_event);
CREATE INDEX contradiction_by_second ON contradiction(second_event);

-- What full-text search looks through: pieces of the raw text, those outside the article marked as furniture.
CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    furniture INTEGER NOT NULL
) STRICT;
CREATE INDEX passage_by_article ON passage(article_id);

-- One column of words as printed, one of Snowball stems; rowid is passage.id. Contentless: the text stands once.
CREATE VIRTUAL TABLE search USING fts5(exact, stems, content='', tokenize='unicode61 remove_diacritics 2');

CREATE VIEW articles AS
SELECT a.id, a.outlet, a.headline, a.published, a.published_basis, a.agencies, a.origin, a.url, a.layout,
    (SELECT count(*) FROM document d WHERE d.article_id = a.id) AS documents,
    (SELECT count(*) FROM statement s WHERE s.article_id = a.id) AS statements,
    (SELECT count(*) FROM event e WHERE e.article_id = a.id) AS events,
    coalesce((SELECT o.origin_id FROM origin o WHERE o.article_id = a.id), a.id) AS copy_of,
    length(a.text) AS characters
FROM article a;

CREATE VIEW statements AS
SELECT s.id, s.article_id AS article, s.number, a.outlet, a.published,
    speaker.name AS speaker, speaker.kind AS speaker_kind, speaker.country AS speaker_country,
    s.mode, s.act,
    (SELECT group_concat(quote, ' […] ') FROM (
        SELECT n.quote FROM statement_content c JOIN anchor n ON n.id = c.anchor_id
        WHERE c.statement_id = s.id ORDER BY c.number)) AS said,
    cue.quote AS cue,
    (SELECT group_concat(name, ', ') FROM (
        SELECT v.name FROM statement_actor p JOIN actor v ON v.id = p.actor_id
        WHERE p.statement_id = s.id AND p.part = 'via' ORDER BY p.number)) AS via,
    s.channel,
    (SELECT group_concat(name, ', ') FROM (
        SELECT v.name FROM statement_actor p JOIN actor v ON v.id = p.actor_id
        WHERE p.statement_id = s.id AND p.part = 'addressee' ORDER BY p.number)) AS addressee,
    (SELECT n.start FROM statement_content c JOIN anchor n ON n.id = c.anchor_id
        WHERE c.statement_id = s.id ORDER BY c.number LIMIT 1) AS start,
    s.rule, s.confidence
FROM statement s
JOIN article a ON a.id = s.article_id
JOIN actor speaker ON speaker.id = s.speaker_id
LEFT JOIN anchor cue ON cue.id = s.cue_id;

CREATE VIEW events AS
SELECT e.id, e.article_id AS article, e.number, a.outlet, a.published,
    e.date, e.type, e.mode, e.status,
    (SELECT group_concat(name, ', ') FROM (
        SELECT v.name FROM event_actor p JOIN actor v ON v.id = p.actor_id
        WHERE p.event_id = e.id AND p.part = 'actor' ORDER BY p.number)) AS actor,
    (SELECT group_concat(country, ' ') FROM (
        SELECT DISTINCT v.country FROM event_actor p JOIN actor v ON v.id = p.actor_id
        WHERE p.event_id = e.id AND p.part = 'actor' ORDER BY v.country)) AS actor_country,
    (SELECT group_concat(name, ', ') FROM (
        SELECT v.name FROM event_actor p JOIN actor v ON v.id = p.actor_id
        WHERE p.event_id = e.id AND p.part = 'recipient' ORDER BY p.number)) AS recipient,
    (SELECT group_concat(country, ' ') FROM (
        SELECT DISTINCT v.country FROM event_actor p JOIN actor v ON v.id = p.actor_id
        WHERE p.event_id = e.id AND p.part = 'recipient' ORDER BY v.country)) AS recipient_country,
    e.place, e.place_country, e.according_to, e.about, e.contexts,
    (SELECT group_concat(quote, ' […] ') FROM (
        SELECT n.quote FROM event_evidence c JOIN anchor n ON n.id = c.anchor_id
        WHERE c.event_id = e.id ORDER BY c.number)) AS evidence,
    e.date_first, e.date_last,
    coalesce((SELECT t.occurrence FROM telling t WHERE t.event_id = e.id), e.id) AS occurrence,
    e.rule, e.confidence
FROM event e
JOIN article a ON a.id = e.article_id;

CREATE VIEW positions AS
SELECT p.id, p.article_id AS article, p.number, a.outlet, a.published, v.name AS actor, v.country AS actor_country,
    p.issue, p.stance, p.condition, p.date,
    (SELECT group_concat(quote, ' […] ') FROM (
        SELECT n.quote FROM position_evidence c JOIN anchor n ON n.id = c.anchor_id
        WHERE c.position_id = p.id ORDER BY c.number)) AS evidence
FROM position p
JOIN article a ON a.id = p.article_id
JOIN actor v ON v.id = p.actor_id;

CREATE VIEW terms AS
SELECT t.id, t.article_id AS article, t.number, a.outlet, a.published, t.term, t.voice,
    n.prefix || n.quote || n.suffix AS context, n.start, n.end
FROM term t
JOIN article a ON a.id = t.article_id
JOIN anchor n ON n.id = t.anchor_id;

CREATE VIEW contradictions AS
SELECT c.occurrence, c.matter, one.type, one.actor, one.recipient,
    one.article AS first_article, c.first_says, one.evidence AS first_evidence,
    two.article AS second_article, c.second_says, two.evidence AS second_evidence
FROM contradiction c JOIN events one ON one.id = c.first_event JOIN events two ON two.id = c.second_event;

CREATE VIEW actors AS
SELECT v.id, v.name, v.kind, v.country,
    (SELECT count(*) FROM cast_member m WHERE m.actor_id = v.id) AS articles,
    (SELECT count(*) FROM statement s WHERE s.speaker_id = v.id) AS statements,
    (SELECT count(DISTINCT event_id) FROM event_actor p WHERE p.actor_id = v.id) AS events
FROM actor v;
