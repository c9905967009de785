-- What lists of the record are asked for: every one takes all values of a filter, and NULL asks nothing.

-- part: whole_actor
SELECT :actor_id UNION ALL SELECT identity FROM identity WHERE actor_id = :actor_id
        UNION ALL SELECT actor_id FROM identity WHERE identity = coalesce(
            (SELECT identity FROM identity WHERE actor_id = :actor_id), :actor_id)

-- part: asked_article
(:outlet IS NULL OR a.outlet = :outlet COLLATE NOCASE)
    AND (:since IS NULL OR a.published_last >= :since) AND (:until IS NULL OR a.published_first <= :until)

-- part: asked_position
(:article IS NULL OR p.article_id = :article)
    AND (:actor IS NULL OR w.folded LIKE '%' || :actor || '%')
    AND (:actor_id IS NULL OR p.actor_id IN ({{whole_actor}}))
    AND (:issue IS NULL OR p.issue = :issue)
    AND (:country IS NULL OR w.country = :country)

-- part: asked_event
(:article IS NULL OR e.article_id = :article)
    AND (:actor IS NULL OR EXISTS (SELECT 1 FROM event_actor p JOIN actor w ON w.id = p.actor_id
        WHERE p.event_id = e.id AND w.folded LIKE '%' || :actor || '%'))
    AND (:actor_id IS NULL OR e.id IN (SELECT event_id FROM event_actor WHERE actor_id IN ({{whole_actor}})))
    AND (:occurrence IS NULL OR e.id = :occurrence OR EXISTS (SELECT 1 FROM telling t WHERE t.event_id = e.id
        AND t.occurrence = (SELECT occurrence FROM telling WHERE event_id = :occurrence)))
    AND (:country IS NULL OR EXISTS (SELECT 1 FROM event_actor p JOIN actor w ON w.id = p.actor_id
        WHERE p.event_id = e.id AND w.country = :country))
    AND (:type IS NULL OR e.type = :type)
    AND (:mode IS NULL OR e.mode = :mode)
    AND (:status IS NULL OR e.status = :status)
    AND (:outlet IS NULL OR a.outlet = :outlet COLLATE NOCASE)
    AND (:since IS NULL OR e.date_last >= :since) AND (:until IS NULL OR e.date_first <= :until)

-- Those of several copies are folded afterwards: the last two columns are then how many tell it.
-- name: list_contradictions
SELECT *, 2 AS articles, 2 AS origins FROM contradictions
WHERE :occurrence IS NULL OR occurrence = (SELECT occurrence FROM telling WHERE event_id = :occurrence)
ORDER BY first_article, second_article, first_start, second_start, matter LIMIT :limit OFFSET :offset

-- name: search
SELECT p.article_id AS article, a.outlet, a.headline, a.published, p.start, p.end,
    substr(a.text, p.start + 1, p.end - p.start) AS passage
FROM search JOIN passage p ON p.id = search.rowid JOIN article a ON a.id = p.article_id
WHERE search MATCH :match AND NOT p.furniture
    AND (:article IS NULL OR a.id = :article)
    AND {{asked_article}}
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
    AND (:actor_id IS NULL OR s.speaker_id IN ({{whole_actor}}))
    AND (:country IS NULL OR speaker.country = :country)
    AND (:type IS NULL OR s.act = :type)
    AND (:mode IS NULL OR s.mode = :mode)
    AND {{asked_article}}
ORDER BY a.published_first IS NULL, a.published_first, a.id, s.number LIMIT :limit OFFSET :offset

-- name: list_events
SELECT v.* FROM event e JOIN events v ON v.id = e.id JOIN article a ON a.id = e.article_id
WHERE {{asked_event}}
ORDER BY a.published_first IS NULL, a.published_first, a.id, e.number LIMIT :limit OFFSET :offset

-- name: timeline
SELECT v.* FROM event e JOIN events v ON v.id = e.id JOIN article a ON a.id = e.article_id
WHERE e.date_first IS NOT NULL
    AND {{asked_event}}
ORDER BY e.date_first, e.date_last, a.id, e.number LIMIT :limit OFFSET :offset

-- name: list_actors
SELECT v.* FROM actors v JOIN actor w ON w.id = v.id
WHERE (:actor IS NULL OR w.folded LIKE '%' || :actor || '%')
    AND (:actor_id IS NULL OR v.id IN ({{whole_actor}}))
    AND (:country IS NULL OR v.country = :country)
    AND (:type IS NULL OR v.kind = :type)
    AND (:article IS NULL OR EXISTS (
        SELECT 1 FROM cast_member m WHERE m.actor_id = v.id AND m.article_id = :article))
ORDER BY v.statements + v.events DESC, v.name, v.id LIMIT :limit OFFSET :offset

-- name: list_identities
SELECT * FROM identities WHERE (:actor_id IS NULL OR id IN ({{whole_actor}}))
ORDER BY whole, identity, name, id LIMIT :limit OFFSET :offset

-- name: list_roles
SELECT * FROM roles WHERE (:actor_id IS NULL OR actor IN ({{whole_actor}}))
    AND (:since IS NULL OR last >= :since) AND (:until IS NULL OR first <= :until)
ORDER BY name, actor, first IS NULL, first, role LIMIT :limit OFFSET :offset

-- name: list_occurrences
SELECT v.occurrence AS id, v.type, v.mode, v.status, v.date, v.actor, v.recipient, v.place, v.evidence,
    count(*) AS tellings, count(DISTINCT coalesce(o.origin_id, v.article)) AS origins, min(v.date_first) AS date_first
FROM event e JOIN events v ON v.id = e.id JOIN article a ON a.id = e.article_id
    LEFT JOIN origin o ON o.article_id = a.id
WHERE {{asked_event}}
GROUP BY v.occurrence
ORDER BY min(v.date_first) IS NULL, min(v.date_first), v.occurrence LIMIT :limit OFFSET :offset

-- name: list_issues
SELECT p.issue, count(*) AS positions, count(DISTINCT p.actor_id) AS actors, count(DISTINCT p.article_id) AS articles
FROM position p JOIN article a ON a.id = p.article_id JOIN actor w ON w.id = p.actor_id
WHERE {{asked_position}}
    AND {{asked_article}}
GROUP BY p.issue ORDER BY count(*) DESC, p.issue LIMIT :limit OFFSET :offset

-- name: list_positions
SELECT v.* FROM position p JOIN positions v ON v.id = p.id JOIN article a ON a.id = p.article_id
    JOIN actor w ON w.id = p.actor_id
WHERE {{asked_position}}
    AND (:type IS NULL OR p.stance = :type)
    AND {{asked_article}}
ORDER BY a.published_first IS NULL, a.published_first, a.id, p.number LIMIT :limit OFFSET :offset

-- name: list_stances
SELECT v.* FROM stances v JOIN position p ON p.id = v.id JOIN article a ON a.id = p.article_id
    JOIN actor w ON w.id = p.actor_id
WHERE {{asked_position}}
    AND (:type IS NULL OR p.stance = :type)
    AND {{asked_article}}
ORDER BY v.issue, v.side, v.date IS NULL, v.date, v.article, p.number LIMIT :limit OFFSET :offset

-- name: list_framing
SELECT * FROM framing
WHERE (:outlet IS NULL OR outlet = :outlet COLLATE NOCASE)
    AND (:since IS NULL OR month >= substr(:since, 1, 7)) AND (:until IS NULL OR month <= substr(:until, 1, 7))
ORDER BY term, month IS NULL, month, outlet, voice != 'outlet', voice LIMIT :limit OFFSET :offset

-- name: list_terms
SELECT v.* FROM term t JOIN terms v ON v.id = t.id JOIN article a ON a.id = t.article_id
WHERE (:article IS NULL OR t.article_id = :article)
    AND {{asked_article}}
ORDER BY a.published_first IS NULL, a.published_first, a.id, t.number LIMIT :limit OFFSET :offset

-- name: counts
SELECT (SELECT count(*) FROM article) AS articles, (SELECT count(*) FROM document) AS documents,
    (SELECT count(*) FROM statement) AS statements, (SELECT count(*) FROM event) AS events,
    (SELECT count(*) FROM position) AS positions, (SELECT count(*) FROM term) AS terms,
    (SELECT count(*) FROM actor) AS actors, (SELECT count(*) FROM anchor) AS anchors,
    (SELECT count(*) FROM origin) AS copies, (SELECT count(DISTINCT occurrence) FROM telling) AS occurrences,
    (SELECT count(*) FROM contradiction) AS contradictions, (SELECT count(*) FROM identity) AS identities,
    (SELECT count(*) FROM article WHERE published IS NOT json_extract(own_published, '$.value')) AS narrowed,
    (SELECT count(*) FROM refusal) AS refusals
