-- What is known across articles, and what it is found by.

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
INSERT INTO contradiction SELECT :id, :matter, :why, :first_id, :first_start, :first_end, :first_event, :first_says,
    :second_id, :second_start, :second_end, :second_event, :second_says
WHERE (:first_event IS NULL OR EXISTS (SELECT 1 FROM event WHERE id = :first_event))
    AND (:second_event IS NULL OR EXISTS (SELECT 1 FROM event WHERE id = :second_event))

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
INSERT INTO origin VALUES (:article, :origin, :why)

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
INSERT INTO contradiction VALUES (NULL, :matter, :why, :first_id, :first_start, :first_end, :first_event, :first_says,
    :second_id, :second_start, :second_end, :second_event, :second_says)

-- name: contradictions
SELECT c.*, one.number AS first_number, two.number AS second_number
FROM contradiction c LEFT JOIN event one ON one.id = c.first_event LEFT JOIN event two ON two.id = c.second_event
ORDER BY c.first_id, c.second_id, c.first_start, c.second_start, c.matter, c.first_says, c.second_says

-- name: forget_contradictions_between
DELETE FROM contradiction WHERE first_id = :first AND second_id = :second

-- name: forget_parted_contradictions
DELETE FROM contradiction WHERE why = 'telling' AND (SELECT occurrence FROM telling WHERE event_id = first_event)
    IS NOT (SELECT occurrence FROM telling WHERE event_id = second_event)

-- name: narrowed_dates
SELECT id, published, published_basis, published_candidates, published_reasons FROM article
WHERE published IS NOT json_extract(own_published, '$.value')
    OR published_basis IS NOT json_extract(own_published, '$.basis')
ORDER BY id

-- name: unwoven
SELECT id FROM article WHERE id NOT IN (SELECT article_id FROM woven) ORDER BY id

-- name: unweave
DELETE FROM woven WHERE article_id = :article

-- name: add_woven
INSERT INTO woven VALUES (:article, :names)

-- name: names_of
SELECT article_id, names FROM woven WHERE article_id IN (SELECT value FROM json_each(:articles))

-- name: forget_shingles
DELETE FROM shingle WHERE article_id = :article

-- name: add_shingle
INSERT INTO shingle VALUES (:hash, :article)

-- name: articles_sharing
SELECT article_id FROM shingle WHERE hash IN (SELECT value FROM json_each(:hashes)) AND article_id != :article
GROUP BY article_id HAVING count(*) >= :least

-- name: forget_event_keys
DELETE FROM event_key WHERE event_id IN (SELECT id FROM event WHERE article_id = :article)

-- name: add_event_key
INSERT INTO event_key VALUES (:key, :event, :first, :last)

-- name: events_near
SELECT e.article_id, e.number FROM event_key k JOIN event e ON e.id = k.event_id
WHERE k.key = :key AND (k.first IS NULL OR :last IS NULL OR k.first <= :last)
    AND (k.last IS NULL OR :first IS NULL OR k.last >= :first)

-- name: told_events
SELECT e.*, (SELECT json_group_array(quote) FROM (SELECT n.quote FROM event_evidence c JOIN anchor n ON n.id = c.anchor_id
        WHERE c.event_id = e.id ORDER BY c.number)) AS quotes,
    (SELECT json_group_array(json_array(part, name, kind, country)) FROM (
        SELECT p.part, v.name, v.kind, v.country FROM event_actor p JOIN actor v ON v.id = p.actor_id
        WHERE p.event_id = e.id ORDER BY p.number)) AS people
FROM event e WHERE e.id IN (SELECT value FROM json_each(:events))

-- name: event_ids_of
SELECT number, id FROM event WHERE article_id = :article

-- name: places_of_events
SELECT id, article_id, number FROM event WHERE id IN (SELECT value FROM json_each(:events))

-- name: ties_of_article
SELECT first_event, second_event FROM tie WHERE first_article = :article
UNION SELECT first_event, second_event FROM tie WHERE second_article = :article

-- name: forget_ties_of_article
DELETE FROM tie WHERE first_article = :article OR second_article = :article

-- name: add_tie
INSERT INTO tie VALUES (:first_article, :first_event, :second_article, :second_event, :strength) ON CONFLICT DO NOTHING

-- name: ties_of_event
SELECT first_event, second_event, strength FROM tie WHERE first_event = :event
UNION SELECT first_event, second_event, strength FROM tie WHERE second_event = :event

-- name: copies_of_article
SELECT first_id, second_id FROM copy WHERE first_id = :article
UNION SELECT first_id, second_id FROM copy WHERE second_id = :article

-- name: forget_copies_of_article
DELETE FROM copy WHERE first_id = :article OR second_id = :article

-- name: forget_origin
DELETE FROM origin WHERE article_id = :article

-- name: dating_of_article
SELECT own_published, outlet, agencies, length(text) AS length FROM article WHERE id = :article

-- name: forget_telling
DELETE FROM telling WHERE event_id = :event

-- name: forget_proposed_telling
DELETE FROM proposed_telling WHERE event_id = :event

-- name: telling_of_event
SELECT occurrence FROM telling WHERE event_id = :event

-- name: tellings_of_occurrence
SELECT e.article_id, e.number, e.id FROM telling t JOIN event e ON e.id = t.event_id WHERE t.occurrence = :occurrence
ORDER BY e.article_id, e.number

-- name: shared_occurrences
SELECT one.number AS first, two.number AS second
FROM event one JOIN telling t ON t.event_id = one.id JOIN telling u ON u.occurrence = t.occurrence
    JOIN event two ON two.id = u.event_id
WHERE one.article_id = :first AND two.article_id = :second ORDER BY one.number, two.number

-- name: has_decisions
SELECT EXISTS (SELECT 1 FROM correction WHERE target = 'occurrence') AS found

-- name: known_actors
SELECT v.id, v.name, v.kind, v.country, (SELECT json_group_array(DISTINCT r.value)
    FROM cast_member m JOIN json_each(m.roles) r WHERE m.actor_id = v.id) AS roles,
    (SELECT count(*) FROM cast_member m WHERE m.actor_id = v.id) AS articles
FROM actor v ORDER BY v.id

-- name: forget_identities
DELETE FROM identity

-- name: forget_identity
DELETE FROM identity WHERE actor_id IN (:one, :two) AND (identity IN (:one, :two) OR EXISTS (
    SELECT 1 FROM identity i WHERE i.actor_id IN (:one, :two) AND i.actor_id != identity.actor_id
        AND i.identity = identity.identity))

-- name: add_identity
INSERT INTO identity VALUES (:actor, :identity, :why)

-- name: identities
SELECT v.name, v.kind, v.country, w.name AS whole_name, w.kind AS whole_kind, w.country AS whole_country, i.why
FROM identity i JOIN actor v ON v.id = i.actor_id JOIN actor w ON w.id = i.identity
ORDER BY w.name, w.id, v.name, v.id

-- name: first_evidence
SELECT n.start, n.end FROM event_evidence c JOIN anchor n ON n.id = c.anchor_id
WHERE c.event_id = :event ORDER BY c.number LIMIT 1

-- name: event_at
SELECT id FROM event WHERE article_id = :article AND number = :number
