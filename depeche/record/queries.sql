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

-- name: tellings_of_article
SELECT t.* FROM telling t JOIN event e ON e.id = t.event_id WHERE e.article_id = :article

-- name: proposed_tellings_of_article
SELECT t.* FROM proposed_telling t JOIN event e ON e.id = t.event_id WHERE e.article_id = :article

-- name: keep_proposed_telling
INSERT INTO proposed_telling SELECT :event_id, :occurrence WHERE EXISTS (SELECT 1 FROM event WHERE id = :event_id)

-- name: proposed_tellings
SELECT t.occurrence, t.event_id, e.article_id, e.number FROM proposed_telling t JOIN event e ON e.id = t.event_id
ORDER BY t.occurrence, e.article_id, e.number

-- name: forget_proposed_tellings
DELETE FROM proposed_telling

-- name: add_proposed_telling
INSERT INTO proposed_telling VALUES (:event, :occurrence)

-- name: contradictions_of_article
SELECT c.* FROM contradiction c WHERE EXISTS (
    SELECT 1 FROM event e WHERE e.article_id = :article AND e.id IN (c.first_event, c.second_event))

-- name: keep_telling
INSERT INTO telling SELECT :event_id, :occurrence WHERE EXISTS (SELECT 1 FROM event WHERE id = :event_id)

-- name: keep_contradiction
INSERT INTO contradiction
SELECT :occurrence, :number, :matter, :first_event, :second_event, :first_says, :second_says
WHERE EXISTS (SELECT 1 FROM event WHERE id = :first_event) AND EXISTS (SELECT 1 FROM event WHERE id = :second_event)

-- name: own_dates
SELECT id, own_published FROM article ORDER BY id

-- name: set_date
UPDATE article SET published = :value, published_basis = :basis, published_candidates = :candidates,
    published_reasons = :reasons, published_first = :first, published_last = :last
WHERE id = :id

-- name: event_ids
SELECT article_id, number, id FROM event ORDER BY article_id, number

-- name: forget_copies
DELETE FROM copy

-- name: add_copy
INSERT INTO copy VALUES (:first, :second, :containment, :first_spans, :second_spans)

-- name: copies
SELECT * FROM copy ORDER BY first_id, second_id

-- name: forget_origins
DELETE FROM origin

-- name: add_origin
INSERT INTO origin VALUES (:article, :origin)

-- name: origins
SELECT * FROM origin ORDER BY article_id

-- name: forget_tellings
DELETE FROM telling

-- name: add_telling
INSERT INTO telling VALUES (:event, :occurrence)

-- name: tellings
SELECT t.occurrence, t.event_id, e.article_id, e.number FROM telling t JOIN event e ON e.id = t.event_id
ORDER BY t.occurrence, e.article_id, e.number

-- name: forget_contradictions
DELETE FROM contradiction

-- name: add_contradiction
INSERT INTO contradiction VALUES (:occurrence, :number, :matter, :first, :second, :first_says, :second_says)

-- name: contradictions
SELECT c.*, one.article_id AS first_article, one.number AS first_number, two.article_id AS second_article,
    two.number AS second_number
FROM contradiction c JOIN event one ON one.id = c.first_event JOIN event two ON two.id = c.second_event
ORDER BY first_article, first_number, second_article, second_number, c.matter

-- name: list_contradictions
SELECT * FROM contradictions
WHERE :occurrence IS NULL OR occurrence = (SELECT occurrence FROM telling WHERE event_id = :occurrence)
ORDER BY occurrence, first_article, second_article, matter LIMIT :limit OFFSET :offset

-- name: add_passage
INSERT INTO passage VALUES (NULL, :article, :start, :end, 0)

-- name: index_passage
INSERT INTO search(rowid, exact, stems) VALUES (:id, :exact, :stems)

-- name: mark_furniture
UPDATE passage SET furniture = NOT EXISTS (
    SELECT 1 FROM block b WHERE b.article_id = passage.article_id AND b.start < passage.end AND passage.start < b.end)
WHERE article_id = :article

-- name: search
SELECT p.article_id AS article, a.outlet, a.headline, a.published, p.start, p.end,
    substr(a.text, p.start + 1, p.end - p.start) AS passage
FROM search JOIN passage p ON p.id = search.rowid JOIN article a ON a.id = p.article_id
WHERE search MATCH :match AND NOT p.furniture
    AND (:article IS NULL OR a.id = :article)
    AND (:outlet IS NULL OR a.outlet = :outlet COLLATE NOCASE)
    AND (:since IS NULL OR a.published_last >= :since) AND (:until IS NULL OR a.published_first <= :until)
    AND ((:actor IS NULL AND :country IS NULL) OR EXISTS (SELECT 1 FROM cast_member m JOIN actor w ON w.id = m.actor_id
        WHERE m.article_id = a.id AND (:actor IS NULL OR w.folded LIKE '%' || :actor || '%')
            AND (:country IS NULL OR w.country = :country)))
ORDER BY bm25(search), p.article_id, p.start LIMIT :limit OFFSET :offset

-- name: list_articles
SELECT v.*, a.published_first FROM articles v JOIN article a ON a.id = v.id
WHERE (:article IS NULL OR v.id = :article)
    AND (:outlet IS NULL OR v.outlet = :outlet COLLATE NOCASE
        OR EXISTS (SELECT 1 FROM document d WHERE d.article_id = v.id AND d.outlet = :outlet COLLATE NOCASE))
    AND (:since IS NULL OR a.published_last >= :since) AND (:until IS NULL OR a.published_first <= :until)
ORDER BY a.published_first IS NULL, a.published_first, v.id LIMIT :limit OFFSET :offset

-- name: list_statements
SELECT v.* FROM statement s JOIN statements v ON v.id = s.id JOIN article a ON a.id = s.article_id
    JOIN actor speaker ON speaker.id = s.speaker_id
WHERE (:article IS NULL OR s.article_id = :article)
    AND (:actor IS NULL OR speaker.folded LIKE '%' || :actor || '%')
    AND (:actor_id IS NULL OR s.speaker_id = :actor_id)
    AND (:country IS NULL OR speaker.country = :country)
    AND (:type IS NULL OR s.act = :type)
    AND (:mode IS NULL OR s.mode = :mode)
    AND (:outlet IS NULL OR a.outlet = :outlet COLLATE NOCASE)
    AND (:since IS NULL OR a.published_last >= :since) AND (:until IS NULL OR a.published_first <= :until)
ORDER BY a.published_first IS NULL, a.published_first, a.id, s.number LIMIT :limit OFFSET :offset

-- name: list_events
SELECT v.* FROM event e JOIN events v ON v.id = e.id JOIN article a ON a.id = e.article_id
WHERE (:article IS NULL OR e.article_id = :article)
    AND (:actor IS NULL OR EXISTS (SELECT 1 FROM event_actor p JOIN actor w ON w.id = p.actor_id
        WHERE p.event_id = e.id AND w.folded LIKE '%' || :actor || '%'))
    AND (:actor_id IS NULL OR e.id IN (SELECT event_id FROM event_actor WHERE actor_id = :actor_id))
    AND (:occurrence IS NULL OR e.id = :occurrence OR EXISTS (SELECT 1 FROM telling t WHERE t.event_id = e.id
        AND t.occurrence = (SELECT occurrence FROM telling WHERE event_id = :occurrence)))
    AND (:country IS NULL OR EXISTS (SELECT 1 FROM event_actor p JOIN actor w ON w.id = p.actor_id
        WHERE p.event_id = e.id AND w.country = :country))
    AND (:type IS NULL OR e.type = :type)
    AND (:mode IS NULL OR e.mode = :mode)
    AND (:status IS NULL OR e.status = :status)
    AND (:outlet IS NULL OR a.outlet = :outlet COLLATE NOCASE)
    AND (:since IS NULL OR e.date_last >= :since) AND (:until IS NULL OR e.date_first <= :until)
ORDER BY a.published_first IS NULL, a.published_first, a.id, e.number LIMIT :limit OFFSET :offset

-- name: timeline
SELECT v.* FROM event e JOIN events v ON v.id = e.id JOIN article a ON a.id = e.article_id
WHERE e.date_first IS NOT NULL
    AND (:article IS NULL OR e.article_id = :article)
    AND (:actor IS NULL OR EXISTS (SELECT 1 FROM event_actor p JOIN actor w ON w.id = p.actor_id
        WHERE p.event_id = e.id AND w.folded LIKE '%' || :actor || '%'))
    AND (:actor_id IS NULL OR e.id IN (SELECT event_id FROM event_actor WHERE actor_id = :actor_id))
    AND (:occurrence IS NULL OR e.id = :occurrence OR EXISTS (SELECT 1 FROM telling t WHERE t.event_id = e.id
        AND t.occurrence = (SELECT occurrence FROM telling WHERE event_id = :occurrence)))
    AND (:country IS NULL OR EXISTS (SELECT 1 FROM event_actor p JOIN actor w ON w.id = p.actor_id
        WHERE p.event_id = e.id AND w.country = :country))
    AND (:type IS NULL OR e.type = :type)
    AND (:mode IS NULL OR e.mode = :mode)
    AND (:status IS NULL OR e.status = :status)
    AND (:outlet IS NULL OR a.outlet = :outlet COLLATE NOCASE)
    AND (:since IS NULL OR e.date_last >= :since) AND (:until IS NULL OR e.date_first <= :until)
ORDER BY e.date_first, e.date_last, a.id, e.number LIMIT :limit OFFSET :offset

-- name: list_actors
SELECT v.* FROM actors v JOIN actor w ON w.id = v.id
WHERE (:actor IS NULL OR w.folded LIKE '%' || :actor || '%')
    AND (:actor_id IS NULL OR v.id = :actor_id)
    AND (:country IS NULL OR v.country = :country)
    AND (:type IS NULL OR v.kind = :type)
    AND (:article IS NULL OR EXISTS (
        SELECT 1 FROM cast_member m WHERE m.actor_id = v.id AND m.article_id = :article))
ORDER BY v.statements + v.events DESC, v.name, v.id LIMIT :limit OFFSET :offset

-- name: list_occurrences
SELECT v.occurrence AS id, v.type, v.mode, v.status, v.date, v.actor, v.recipient, v.place, v.evidence,
    count(*) AS tellings, count(DISTINCT coalesce(o.origin_id, v.article)) AS origins, min(v.date_first) AS date_first
FROM event e JOIN events v ON v.id = e.id JOIN article a ON a.id = e.article_id
    LEFT JOIN origin o ON o.article_id = a.id
WHERE (:article IS NULL OR e.article_id = :article)
    AND (:actor IS NULL OR EXISTS (SELECT 1 FROM event_actor p JOIN actor w ON w.id = p.actor_id
        WHERE p.event_id = e.id AND w.folded LIKE '%' || :actor || '%'))
    AND (:actor_id IS NULL OR e.id IN (SELECT event_id FROM event_actor WHERE actor_id = :actor_id))
    AND (:occurrence IS NULL OR e.id = :occurrence OR EXISTS (SELECT 1 FROM telling t WHERE t.event_id = e.id
        AND t.occurrence = (SELECT occurrence FROM telling WHERE event_id = :occurrence)))
    AND (:country IS NULL OR EXISTS (SELECT 1 FROM event_actor p JOIN actor w ON w.id = p.actor_id
        WHERE p.event_id = e.id AND w.country = :country))
    AND (:type IS NULL OR e.type = :type)
    AND (:mode IS NULL OR e.mode = :mode)
    AND (:status IS NULL OR e.status = :status)
    AND (:outlet IS NULL OR a.outlet = :outlet COLLATE NOCASE)
    AND (:since IS NULL OR e.date_last >= :since) AND (:until IS NULL OR e.date_first <= :until)
GROUP BY v.occurrence
ORDER BY min(v.date_first) IS NULL, min(v.date_first), v.occurrence LIMIT :limit OFFSET :offset

-- name: list_issues
SELECT p.issue, count(*) AS positions, count(DISTINCT p.actor_id) AS actors, count(DISTINCT p.article_id) AS articles
FROM position p JOIN article a ON a.id = p.article_id JOIN actor w ON w.id = p.actor_id
WHERE (:article IS NULL OR p.article_id = :article)
    AND (:actor IS NULL OR w.folded LIKE '%' || :actor || '%')
    AND (:actor_id IS NULL OR p.actor_id = :actor_id)
    AND (:issue IS NULL OR p.issue = :issue)
    AND (:country IS NULL OR w.country = :country)
    AND (:outlet IS NULL OR a.outlet = :outlet COLLATE NOCASE)
    AND (:since IS NULL OR a.published_last >= :since) AND (:until IS NULL OR a.published_first <= :until)
GROUP BY p.issue ORDER BY count(*) DESC, p.issue LIMIT :limit OFFSET :offset

-- name: list_positions
SELECT v.* FROM position p JOIN positions v ON v.id = p.id JOIN article a ON a.id = p.article_id
    JOIN actor w ON w.id = p.actor_id
WHERE (:article IS NULL OR p.article_id = :article)
    AND (:actor IS NULL OR w.folded LIKE '%' || :actor || '%')
    AND (:actor_id IS NULL OR p.actor_id = :actor_id)
    AND (:issue IS NULL OR p.issue = :issue)
    AND (:country IS NULL OR w.country = :country)
    AND (:type IS NULL OR p.stance = :type)
    AND (:outlet IS NULL OR a.outlet = :outlet COLLATE NOCASE)
    AND (:since IS NULL OR a.published_last >= :since) AND (:until IS NULL OR a.published_first <= :until)
ORDER BY a.published_first IS NULL, a.published_first, a.id, p.number LIMIT :limit OFFSET :offset

-- name: list_terms
SELECT v.* FROM term t JOIN terms v ON v.id = t.id JOIN article a ON a.id = t.article_id
WHERE (:article IS NULL OR t.article_id = :article)
    AND (:outlet IS NULL OR a.outlet = :outlet COLLATE NOCASE)
    AND (:since IS NULL OR a.published_last >= :since) AND (:until IS NULL OR a.published_first <= :until)
ORDER BY a.published_first IS NULL, a.published_first, a.id, t.number LIMIT :limit OFFSET :offset

-- name: audit_articles
SELECT id, sha256, text FROM article ORDER BY id

-- name: audit_anchors
SELECT id, start, end, prefix, quote, suffix FROM anchor WHERE article_id = :article ORDER BY start, end

-- name: audit_ranges
SELECT 'block' AS what, start, end FROM block WHERE article_id = :article
UNION ALL SELECT 'furniture', start, end FROM furniture WHERE article_id = :article
UNION ALL SELECT 'passage', start, end FROM passage WHERE article_id = :article

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

-- name: audit_search
SELECT (SELECT count(*) FROM passage) AS passages, (SELECT count(*) FROM search) AS indexed

-- name: data_version
PRAGMA data_version

-- name: counts
SELECT (SELECT count(*) FROM article) AS articles, (SELECT count(*) FROM document) AS documents,
    (SELECT count(*) FROM statement) AS statements, (SELECT count(*) FROM event) AS events,
    (SELECT count(*) FROM position) AS positions, (SELECT count(*) FROM term) AS terms,
    (SELECT count(*) FROM actor) AS actors, (SELECT count(*) FROM anchor) AS anchors,
    (SELECT count(*) FROM origin) AS copies, (SELECT count(DISTINCT occurrence) FROM telling) AS occurrences,
    (SELECT count(*) FROM contradiction) AS contradictions,
    (SELECT count(*) FROM refusal) AS refusals

-- name: narrowed_dates
SELECT id, published, published_basis, published_candidates, published_reasons FROM article
WHERE published IS NOT json_extract(own_published, '$.value')
    OR published_basis IS NOT json_extract(own_published, '$.basis')
ORDER BY id
