-- What weavings keep for the next one; every article is woven anew.
DROP VIEW contradictions;
DROP VIEW actors;
DROP VIEW articles;
CREATE TABLE woven (
    article_id TEXT PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    names TEXT NOT NULL                     -- JSON list: the stems of the names in its text
) STRICT;
CREATE TABLE shingle (
    hash INTEGER NOT NULL,
    article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    PRIMARY KEY (hash, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX shingle_by_article ON shingle(article_id);
CREATE TABLE event_key (
    key TEXT NOT NULL,
    event_id TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE,
    first INTEGER,                          -- days since 1 January of year 1, counted from 1
    last INTEGER,
    PRIMARY KEY (key, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_key_by_event ON event_key(event_id);
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
ALTER TABLE origin ADD COLUMN why TEXT NOT NULL DEFAULT 'id';
CREATE INDEX proposed_telling_by_occurrence ON proposed_telling(occurrence);
DROP TABLE contradiction;
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
CREATE TABLE identity (
    actor_id TEXT PRIMARY KEY REFERENCES actor(id) ON DELETE CASCADE,
    identity TEXT NOT NULL REFERENCES actor(id) ON DELETE CASCADE,
    why TEXT NOT NULL                       -- what makes them one: a key of the reasons in words
) STRICT;
CREATE INDEX identity_by_identity ON identity(identity);
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

CREATE VIEW articles AS
SELECT a.id, a.outlet, a.headline, a.published, a.published_basis, a.agencies, a.origin, a.url, a.layout,
    (SELECT count(*) FROM document d WHERE d.article_id = a.id) AS documents,
    (SELECT count(*) FROM statement s WHERE s.article_id = a.id) AS statements,
    (SELECT count(*) FROM event e WHERE e.article_id = a.id) AS events,
    coalesce((SELECT o.origin_id FROM origin o WHERE o.article_id = a.id), a.id) AS copy_of,
    (SELECT o.why FROM origin o WHERE o.article_id = a.id) AS copy_why,
    length(a.text) AS characters
FROM article a;
