CREATE TABLE correction_of_2 (
    number INTEGER PRIMARY KEY,
    text_sha256 TEXT NOT NULL,
    target TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('set', 'accept', 'reject', 'add', 'merge', 'split', 'undo')),
    at TEXT NOT NULL,
    "like" TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    "by" TEXT NOT NULL,
    made TEXT NOT NULL,
    note TEXT NOT NULL,
    loose INTEGER NOT NULL,
    baked INTEGER NOT NULL
) STRICT;
INSERT INTO correction_of_2 SELECT *, 1 FROM correction;
DROP TABLE correction;
ALTER TABLE correction_of_2 RENAME TO correction;
CREATE INDEX correction_by_text ON correction(text_sha256);

CREATE TABLE proposal (
    article_id TEXT PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    reading TEXT NOT NULL
) STRICT;

CREATE TABLE proposed_telling (
    event_id TEXT PRIMARY KEY REFERENCES event(id) ON DELETE CASCADE,
    occurrence TEXT NOT NULL
) STRICT;
INSERT INTO proposed_telling SELECT event_id, occurrence FROM telling;

-- Without these, forgetting an article's anchors looks through all that could rest on them.
CREATE INDEX statement_by_mention ON statement(mention_id);
CREATE INDEX statement_by_cue ON statement(cue_id);
CREATE INDEX statement_content_by_anchor ON statement_content(anchor_id);
CREATE INDEX event_evidence_by_anchor ON event_evidence(anchor_id);
CREATE INDEX position_evidence_by_anchor ON position_evidence(anchor_id);
CREATE INDEX term_by_anchor ON term(anchor_id);
