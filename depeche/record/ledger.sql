-- Every statement of SQL that the ledger of a watch runs, by name.

-- name: add_feed
INSERT INTO feed (address, next, failures) VALUES (:address, 0, 0) ON CONFLICT DO NOTHING

-- name: feed
SELECT address, title, etag, modified, next, failures, said FROM feed WHERE address = :address

-- name: feed_answered
UPDATE feed SET title = :title, etag = :etag, modified = :modified, next = :next, failures = 0, said = NULL
WHERE address = :address

-- name: feed_unchanged
UPDATE feed SET next = :next, failures = 0, said = NULL WHERE address = :address

-- name: feed_failed
UPDATE feed SET next = :next, failures = failures + 1, said = :said WHERE address = :address

-- name: add_page
INSERT INTO page (key, address, feed, dated, state, next, tries)
VALUES (:key, :address, :feed, :dated, 'waiting', 0, 0) ON CONFLICT DO NOTHING

-- name: pages
SELECT p.number, p.address, p.dated, p.tries, p.archive, p.start, p.end, f.title AS feed_title
FROM (
    SELECT *, row_number() OVER (PARTITION BY substr(key, 1, instr(key || '/', '/') - 1) ORDER BY next, number) AS place
    FROM page WHERE state = :state AND next <= :now
) p JOIN feed f ON f.address = p.feed
WHERE p.place <= :each ORDER BY p.place, p.next, p.number LIMIT :limit

-- name: page_of_identity
SELECT address FROM page WHERE identity = :identity AND number != :number

-- name: page_fetched
UPDATE page SET state = 'fetched', identity = :identity, archive = :archive, start = :start, end = :end, said = NULL,
    next = 0
WHERE number = :number

-- name: archive_grown
UPDATE archive SET length = :end WHERE number = :archive

-- name: page_settled
UPDATE page SET state = :state, said = :said WHERE number = :number

-- name: page_later
UPDATE page SET next = :next, tries = tries + 1, said = :said WHERE number = :number

-- name: add_archive
INSERT INTO archive VALUES (:number, 0)

-- name: last_archive
SELECT number, length FROM archive ORDER BY number DESC LIMIT 1

-- name: next_page
SELECT min(next) AS next FROM page WHERE state = 'waiting'

-- name: states
SELECT state, count(*) AS count FROM page GROUP BY state ORDER BY state
