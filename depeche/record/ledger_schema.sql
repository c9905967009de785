-- The ledger of a watch, version 1: what it asked, what it found, what is still to be done. It stands beside the
-- record; without it a watch begins anew, and the record knows the articles that it has. Times are Unix seconds.

CREATE TABLE feed (
    address TEXT PRIMARY KEY,
    title TEXT,
    etag TEXT,                              -- of the last whole answer, for conditional requests
    modified TEXT,                          -- its Last-Modified
    next INTEGER NOT NULL,                  -- when it may be asked again
    failures INTEGER NOT NULL,              -- in a row
    said TEXT                               -- why it failed last
) STRICT;

-- The files of the archive and their lengths in bytes; what stands behind was being written in a kill.
CREATE TABLE archive (
    number INTEGER PRIMARY KEY,
    length INTEGER NOT NULL
) STRICT;

CREATE TABLE page (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,               -- the address without scheme, www and tracking
    address TEXT NOT NULL,
    feed TEXT NOT NULL REFERENCES feed(address),
    dated TEXT,                             -- as the feed prints it
    state TEXT NOT NULL CHECK (state IN ('waiting', 'fetched', 'read', 'refused', 'variant')),
    next INTEGER NOT NULL,                  -- when it may be asked for
    tries INTEGER NOT NULL,
    identity TEXT UNIQUE,                   -- the key of its canonical address, once it is known
    archive INTEGER REFERENCES archive(number),
    start INTEGER,                          -- its bytes in the file of the archive
    end INTEGER,
    said TEXT                               -- why it waits or was refused, or whose variant it is
) STRICT;
CREATE INDEX page_by_state ON page(state, next, number);
