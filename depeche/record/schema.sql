-- The record, version 3. Tables are singular and hold what was read; views are plural and made to be looked at.
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

-- What is known across articles: written by weavings, and by people's decisions about occurrences.

-- The articles that are woven; what is stored or corrected anew has no row until the next weaving.
CREATE TABLE woven (
    article_id TEXT PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    names TEXT NOT NULL                     -- JSON list: the stems of the names in its text
) STRICT;

-- What copies are found by: a sample of the hashes of an article's word shingles (64 bits, as signed integers).
CREATE TABLE shingle (
    hash INTEGER NOT NULL,
    article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    PRIMARY KEY (hash, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX shingle_by_article ON shingle(article_id);

-- What tellings of one act are found by: type and a participant, and the days on which it can lie (NULL: any).
CREATE TABLE event_key (
    key TEXT NOT NULL,
    event_id TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE,
    first INTEGER,                          -- days since 1 January of year 1, counted from 1
    last INTEGER,
    PRIMARY KEY (key, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_key_by_event ON event_key(event_id);

-- Pairs of tellings for whose being of one act enough speaks; occurrences are gathered from these.
CREATE TABLE tie (
    first_article TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    first_event TEXT NOT NULL,
    second_article TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    second_event TEXT NOT NULL,
    strength REAL NOT NULL,
    PRIMARY KEY (first_event, second_event)
) STRICT, WITHOUT ROWID;
CREATE INDEX tie_by_second ON tie(second_event);
CREATE INDEX tie_by_first_article ON tie(first_article);
CREATE INDEX tie_by_second_article ON tie(second_article);

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
    origin_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    why TEXT NOT NULL DEFAULT 'id'          -- what makes it the origin: agency, date, length or id
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
CREATE INDEX proposed_telling_by_occurrence ON proposed_telling(occurrence);

-- Two passages that cannot both hold. The events are those that the passages tell, where one was read there.
CREATE TABLE contradiction (
    id INTEGER PRIMARY KEY,
    matter TEXT NOT NULL,                   -- status, date, place, roles or number
    why TEXT NOT NULL,                      -- what was compared: a key of the reasons in words
    first_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    first_start INTEGER NOT NULL,
    first_end INTEGER NOT NULL CHECK (first_end > first_start AND first_start >= 0),
    first_event TEXT REFERENCES event(id) ON DELETE CASCADE,
    first_says TEXT NOT NULL,
    second_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    second_start INTEGER NOT NULL,
    second_end INTEGER NOT NULL CHECK (second_end > second_start AND second_start >= 0),
    second_event TEXT REFERENCES event(id) ON DELETE CASCADE,
    second_says TEXT NOT NULL
) STRICT;
CREATE INDEX contradiction_by_first_article ON contradiction(first_id, second_id);
CREATE INDEX contradiction_by_second_article ON contradiction(second_id);
CREATE INDEX contradiction_by_first ON contradiction(first_event);
CREATE INDEX contradiction_by_second ON contradiction(second_event);

-- Actors that are one under another name; those that are themselves have no row.
CREATE TABLE identity (
    actor_id TEXT PRIMARY KEY REFERENCES actor(id) ON DELETE CASCADE,
    identity TEXT NOT NULL REFERENCES actor(id) ON DELETE CASCADE,
    why TEXT NOT NULL                       -- what makes them one: a key of the reasons in words
) STRICT;
CREATE INDEX identity_by_identity ON identity(identity);

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
    (SELECT o.why FROM origin o WHERE o.article_id = a.id) AS copy_why,
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
SELECT CASE WHEN (SELECT t.occurrence FROM telling t WHERE t.event_id = c.first_event)
        = (SELECT t.occurrence FROM telling t WHERE t.event_id = c.second_event)
        THEN (SELECT t.occurrence FROM telling t WHERE t.event_id = c.first_event) END AS occurrence,
    c.matter, c.why, one.type, one.actor, one.recipient,
    c.first_id AS first_article, c.first_says,
    substr(first.text, c.first_start + 1, c.first_end - c.first_start) AS first_evidence,
    c.second_id AS second_article, c.second_says,
    substr(second.text, c.second_start + 1, c.second_end - c.second_start) AS second_evidence,
    c.first_start, c.second_start, c.first_event, c.second_event
FROM contradiction c JOIN article first ON first.id = c.first_id JOIN article second ON second.id = c.second_id
    LEFT JOIN events one ON one.id = c.first_event;

-- The other names of actors, and the name that stands for each.
CREATE VIEW identities AS
SELECT i.actor_id AS id, w.name, w.kind, w.country, i.identity, v.name AS whole, i.why
FROM identity i JOIN actor w ON w.id = i.actor_id JOIN actor v ON v.id = i.identity;

CREATE VIEW actors AS
SELECT v.id, v.name, v.kind, v.country,
    (SELECT count(DISTINCT m.article_id) FROM cast_member m WHERE m.actor_id IN (
        SELECT v.id UNION ALL SELECT i.actor_id FROM identity i WHERE i.identity = v.id)) AS articles,
    (SELECT count(*) FROM statement t WHERE t.speaker_id IN (
        SELECT v.id UNION ALL SELECT i.actor_id FROM identity i WHERE i.identity = v.id)) AS statements,
    (SELECT count(DISTINCT p.event_id) FROM event_actor p WHERE p.actor_id IN (
        SELECT v.id UNION ALL SELECT i.actor_id FROM identity i WHERE i.identity = v.id)) AS events,
    (SELECT group_concat(name || ' [' || why || ']', ' | ') FROM (
        SELECT w.name, i.why FROM identity i JOIN actor w ON w.id = i.actor_id
        WHERE i.identity = v.id ORDER BY w.name, w.kind, w.country)) AS variants
FROM actor v WHERE v.id NOT IN (SELECT actor_id FROM identity);

-- The titles that articles give an actor, and from when to when.
CREATE VIEW roles AS
SELECT v.id AS actor, v.name, r.value AS role, min(a.published_first) AS first, max(a.published_last) AS last,
    count(DISTINCT m.article_id) AS articles
FROM cast_member m JOIN json_each(m.roles) r JOIN article a ON a.id = m.article_id
    LEFT JOIN identity i ON i.actor_id = m.actor_id JOIN actor v ON v.id = coalesce(i.identity, m.actor_id)
GROUP BY v.id, r.value;

-- Stances in time: of each side on each issue, without those of copies; `changed` marks one that goes another
-- way than the one before it (to call for a thing is to support it).
CREATE VIEW stances AS
SELECT id, issue, side, actor, stance, condition, date, before,
    before IS NOT NULL AND replace(before, 'calls_for', 'supports') != replace(stance, 'calls_for', 'supports') AS changed,
    article, outlet, evidence
FROM (
    SELECT p.id, p.issue, coalesce(v.country, w.name) AS side, w.name AS actor, p.stance, p.condition,
        CASE WHEN p.date GLOB '[0-9]*' THEN p.date ELSE a.published END AS date,
        lag(p.stance) OVER (PARTITION BY p.issue, coalesce(v.country, w.name) ORDER BY
            CASE WHEN p.date GLOB '[0-9]*' THEN p.date ELSE a.published_first END NULLS LAST, p.article_id, p.number
        ) AS before,
        p.article_id AS article, a.outlet,
        (SELECT group_concat(quote, ' […] ') FROM (
            SELECT n.quote FROM position_evidence c JOIN anchor n ON n.id = c.anchor_id
            WHERE c.position_id = p.id ORDER BY c.number)) AS evidence
    FROM position p JOIN article a ON a.id = p.article_id JOIN actor v ON v.id = p.actor_id
        LEFT JOIN identity i ON i.actor_id = v.id JOIN actor w ON w.id = coalesce(i.identity, v.id)
    WHERE p.article_id NOT IN (SELECT article_id FROM origin)
);

-- What outlets and speakers call the thing, month by month; several copies of one text are one origin.
CREATE VIEW framing AS
SELECT t.term, a.outlet, t.voice, substr(a.published_first, 1, 7) AS month, count(*) AS uses,
    count(DISTINCT t.article_id) AS articles, count(DISTINCT coalesce(o.origin_id, t.article_id)) AS origins
FROM term t JOIN article a ON a.id = t.article_id LEFT JOIN origin o ON o.article_id = t.article_id
GROUP BY t.term, a.outlet, t.voice, month;
