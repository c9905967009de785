-- Every statement of SQL that the record runs, by name.

-- name: article_by_sha256
SELECT id FROM article WHERE sha256 = :sha256

-- name: article_by_id
SELECT id FROM article WHERE id = :id

-- name: articles_by_start
SELECT id FROM article
WHERE id = :start OR substr(id, 1, length(:start)) = :start OR substr(sha256, 1, length(:start)) = :start
ORDER BY id != :start, id LIMIT 3

-- name: article_names
SELECT sha256, id, headline FROM article

-- name: article_ids
SELECT id FROM article ORDER BY id

-- name: article
SELECT * FROM article WHERE id = :article

-- name: add_article
INSERT INTO article VALUES (:id, :sha256, :outlet, :agencies, :headline, :published, :published_basis,
    :published_candidates, :published_reasons, :published_first, :published_last, :own_published, :origin, :layout,
    :url, :author, :metadata_from, :reader, :text)

-- name: renew_article
UPDATE article SET outlet = :outlet, agencies = :agencies, headline = :headline, published = :published,
    published_basis = :published_basis, published_candidates = :published_candidates,
    published_reasons = :published_reasons, published_first = :published_first, published_last = :published_last,
    own_published = :own_published, url = :url, author = :author, metadata_from = :metadata_from, reader = :reader
WHERE id = :id

-- name: forget_statement
DELETE FROM statement WHERE article_id = :article

-- name: forget_event
DELETE FROM event WHERE article_id = :article

-- name: forget_position
DELETE FROM position WHERE article_id = :article

-- name: forget_term
DELETE FROM term WHERE article_id = :article

-- name: forget_anchor
DELETE FROM anchor WHERE article_id = :article

-- name: forget_cast_member
DELETE FROM cast_member WHERE article_id = :article

-- name: forget_block
DELETE FROM block WHERE article_id = :article

-- name: forget_furniture
DELETE FROM furniture WHERE article_id = :article

-- name: forget_unused_actor
DELETE FROM actor WHERE id = :actor
    AND NOT EXISTS (SELECT 1 FROM cast_member WHERE actor_id = :actor)
    AND NOT EXISTS (SELECT 1 FROM statement WHERE speaker_id = :actor)
    AND NOT EXISTS (SELECT 1 FROM statement_actor WHERE actor_id = :actor)
    AND NOT EXISTS (SELECT 1 FROM event_actor WHERE actor_id = :actor)
    AND NOT EXISTS (SELECT 1 FROM position WHERE actor_id = :actor)

-- name: add_document
INSERT INTO document VALUES (:article, :origin, :given_id, :layout, :outlet, :headline, :published, :basis, :url,
    :author) ON CONFLICT DO NOTHING

-- name: documents
SELECT * FROM document WHERE article_id = :article ORDER BY origin

-- name: add_block
INSERT INTO block VALUES (:article, :number, :start, :end, :kind)

-- name: blocks
SELECT * FROM block WHERE article_id = :article ORDER BY number

-- name: add_furniture
INSERT INTO furniture VALUES (:article, :number, :start, :end, :reason)

-- name: furniture
SELECT * FROM furniture WHERE article_id = :article ORDER BY number

-- name: add_anchor
INSERT INTO anchor VALUES (NULL, :article, :start, :end, :prefix, :quote, :suffix)

-- name: anchors
SELECT id, start, end FROM anchor WHERE article_id = :article

-- name: add_actor
INSERT INTO actor VALUES (:id, :name, :kind, :country, :folded) ON CONFLICT DO NOTHING

-- name: actors_of_article
SELECT DISTINCT v.* FROM actor v WHERE v.id IN (
    SELECT actor_id FROM cast_member WHERE article_id = :article
    UNION SELECT speaker_id FROM statement WHERE article_id = :article
    UNION SELECT p.actor_id FROM statement_actor p JOIN statement s ON s.id = p.statement_id
        WHERE s.article_id = :article
    UNION SELECT p.actor_id FROM event_actor p JOIN event e ON e.id = p.event_id WHERE e.article_id = :article
    UNION SELECT actor_id FROM position WHERE article_id = :article)

-- name: add_cast_member
INSERT INTO cast_member VALUES (:article, :number, :actor, :roles)

-- name: cast_members
SELECT * FROM cast_member WHERE article_id = :article ORDER BY number

-- name: add_statement
INSERT INTO statement VALUES (:id, :article, :number, :mode, :act, :speaker, :mention, :cue, :channel, :rule,
    :confidence)

-- name: statements_of_article
SELECT * FROM statement WHERE article_id = :article ORDER BY number

-- name: add_statement_content
INSERT INTO statement_content VALUES (:owner, :number, :anchor)

-- name: statement_contents
SELECT c.statement_id AS owner, c.anchor_id FROM statement_content c JOIN statement s ON s.id = c.statement_id
WHERE s.article_id = :article ORDER BY c.statement_id, c.number

-- name: add_statement_actor
INSERT INTO statement_actor VALUES (:owner, :part, :number, :actor)

-- name: statement_actors
SELECT p.statement_id AS owner, p.part, p.actor_id FROM statement_actor p JOIN statement s ON s.id = p.statement_id
WHERE s.article_id = :article ORDER BY p.statement_id, p.part, p.number

-- name: add_event
INSERT INTO event VALUES (:id, :article, :number, :type, :mode, :date, :first, :last, :place, :country, :status,
    :according_to, :about, :contexts, :rule, :confidence)

-- name: events_of_article
SELECT * FROM event WHERE article_id = :article ORDER BY number

-- name: add_event_evidence
INSERT INTO event_evidence VALUES (:owner, :number, :anchor)

-- name: event_evidence
SELECT c.event_id AS owner, c.anchor_id FROM event_evidence c JOIN event e ON e.id = c.event_id
WHERE e.article_id = :article ORDER BY c.event_id, c.number

-- name: add_event_actor
INSERT INTO event_actor VALUES (:owner, :part, :number, :actor)

-- name: event_actors
SELECT p.event_id AS owner, p.part, p.actor_id FROM event_actor p JOIN event e ON e.id = p.event_id
WHERE e.article_id = :article ORDER BY p.event_id, p.part, p.number

-- name: add_position
INSERT INTO position VALUES (:id, :article, :number, :actor, :issue, :stance, :condition, :date)

-- name: positions_of_article
SELECT * FROM position WHERE article_id = :article ORDER BY number

-- name: add_position_evidence
INSERT INTO position_evidence VALUES (:owner, :number, :anchor)

-- name: position_evidence
SELECT c.position_id AS owner, c.anchor_id FROM position_evidence c JOIN position p ON p.id = c.position_id
WHERE p.article_id = :article ORDER BY c.position_id, c.number

-- name: add_term
INSERT INTO term VALUES (:id, :article, :number, :term, :voice, :anchor)

-- name: terms_of_article
SELECT * FROM term WHERE article_id = :article ORDER BY number

-- name: add_refusal
INSERT INTO refusal VALUES (:id, :origin, :reason, :advice, :excerpt) ON CONFLICT DO NOTHING

-- name: forget_refusals
DELETE FROM refusal WHERE origin = :origin

-- name: refusals
SELECT * FROM refusal ORDER BY origin, reason, id

-- name: add_correction
INSERT INTO correction VALUES (NULL, :text_sha256, :target, :verdict, :at, :like, :field, :value, :by, :made, :note,
    :loose, :baked)

-- name: corrections_of_text
SELECT * FROM correction WHERE text_sha256 IN (:sha256, '') ORDER BY number

-- name: corrections
SELECT * FROM correction ORDER BY number

-- name: free_corrections
UPDATE correction SET baked = 0 WHERE text_sha256 = :sha256

-- name: proposal
SELECT reading FROM proposal WHERE article_id = :article

-- name: keep_proposal
INSERT INTO proposal VALUES (:article, :reading)
ON CONFLICT DO UPDATE SET reading = excluded.reading

-- name: drop_proposal
DELETE FROM proposal WHERE article_id = :article

-- name: proposed_articles
SELECT article_id AS id FROM proposal ORDER BY article_id

-- name: articles_of_actor
SELECT id FROM article a WHERE EXISTS (SELECT 1 FROM cast_member WHERE article_id = a.id AND actor_id = :actor)
    OR EXISTS (SELECT 1 FROM statement WHERE article_id = a.id AND speaker_id = :actor)
    OR EXISTS (SELECT 1 FROM statement_actor p JOIN statement s ON s.id = p.statement_id
        WHERE s.article_id = a.id AND p.actor_id = :actor)
    OR EXISTS (SELECT 1 FROM event_actor p JOIN event e ON e.id = p.event_id
        WHERE e.article_id = a.id AND p.actor_id = :actor)
    OR EXISTS (SELECT 1 FROM position WHERE article_id = a.id AND actor_id = :actor)
ORDER BY id

-- name: actor_by_id
SELECT * FROM actor WHERE id = :id

-- name: record_ids
SELECT 'statement' AS target, number, id FROM statement WHERE article_id = :article
UNION ALL SELECT 'event', number, id FROM event WHERE article_id = :article
UNION ALL SELECT 'position', number, id FROM position WHERE article_id = :article
UNION ALL SELECT 'term', number, id FROM term WHERE article_id = :article

-- name: record_place
SELECT article_id, number FROM statement WHERE id = :id AND :target = 'statement'
UNION ALL SELECT article_id, number FROM event WHERE id = :id AND :target = 'event'
UNION ALL SELECT article_id, number FROM position WHERE id = :id AND :target = 'position'
UNION ALL SELECT article_id, number FROM term WHERE id = :id AND :target = 'term'

-- name: set_loose
UPDATE correction SET loose = :loose WHERE number = :number

-- name: add_passage
INSERT INTO passage VALUES (NULL, :article, :start, :end, 0)

-- name: index_passage
INSERT INTO search(rowid, exact, stems) VALUES (:id, :exact, :stems)

-- name: mark_furniture
UPDATE passage SET furniture = NOT EXISTS (
    SELECT 1 FROM block b WHERE b.article_id = passage.article_id AND b.start < passage.end AND passage.start < b.end)
WHERE article_id = :article

-- name: audit_articles
SELECT id, sha256, text FROM article ORDER BY id

-- name: audit_anchors
SELECT id, start, end, prefix, quote, suffix FROM anchor WHERE article_id = :article ORDER BY start, end

-- name: audit_ranges
SELECT 'block' AS what, start, end FROM block WHERE article_id = :article
UNION ALL SELECT 'furniture', start, end FROM furniture WHERE article_id = :article
UNION ALL SELECT 'passage', start, end FROM passage WHERE article_id = :article
UNION ALL SELECT 'contradiction', first_start, first_end FROM contradiction WHERE first_id = :article
UNION ALL SELECT 'contradiction', second_start, second_end FROM contradiction WHERE second_id = :article

-- name: audit_orphans
SELECT 'anchor' AS what, article_id AS article, CAST(id AS TEXT) AS id FROM anchor
WHERE id NOT IN (SELECT anchor_id FROM statement_content UNION ALL SELECT anchor_id FROM event_evidence
    UNION ALL SELECT anchor_id FROM position_evidence UNION ALL SELECT anchor_id FROM term
    UNION ALL SELECT mention_id FROM statement WHERE mention_id IS NOT NULL
    UNION ALL SELECT cue_id FROM statement WHERE cue_id IS NOT NULL)
UNION ALL
SELECT 'actor', '-', id FROM actor
WHERE id NOT IN (SELECT actor_id FROM cast_member UNION ALL SELECT speaker_id FROM statement
    UNION ALL SELECT actor_id FROM statement_actor UNION ALL SELECT actor_id FROM event_actor
    UNION ALL SELECT actor_id FROM position)
UNION ALL
SELECT 'article', id, id FROM article WHERE id NOT IN (SELECT article_id FROM document)
UNION ALL
SELECT 'statement', article_id, id FROM statement WHERE id NOT IN (SELECT statement_id FROM statement_content)
UNION ALL
SELECT 'event', article_id, id FROM event WHERE id NOT IN (SELECT event_id FROM event_evidence)
UNION ALL
SELECT 'position', article_id, id FROM position WHERE id NOT IN (SELECT position_id FROM position_evidence)

-- name: audit_dates
SELECT 'article' AS what, id AS article, id, published AS date FROM article WHERE published IS NOT NULL
UNION ALL SELECT 'document', article_id, origin, published FROM document WHERE published IS NOT NULL
UNION ALL SELECT 'event', article_id, id, date FROM event WHERE date IS NOT NULL
UNION ALL SELECT 'position', article_id, id, date FROM position WHERE date IS NOT NULL

-- name: audit_search
SELECT (SELECT count(*) FROM passage) AS passages, (SELECT count(*) FROM search) AS indexed

-- name: data_version
PRAGMA data_version
