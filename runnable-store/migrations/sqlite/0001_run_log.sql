-- What pipelines are, once for each hash.
CREATE TABLE definitions (
    hash TEXT PRIMARY KEY NOT NULL,
    body TEXT NOT NULL
) WITHOUT ROWID;

-- Who runs runs, and until when (milliseconds since the Unix epoch) that is known. A lock of the same name says it at once.
CREATE TABLE owners (
    id    TEXT PRIMARY KEY NOT NULL,
    until INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE runs (
    no         INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    pipeline   TEXT NOT NULL,
    definition TEXT NOT NULL REFERENCES definitions (hash),
    status     TEXT NOT NULL CHECK (status IN ('running', 'succeeded', 'failed', 'cancelled', 'interrupted')),
    owner      TEXT CHECK ((owner IS NULL) = (status <> 'running')),
    input      TEXT NOT NULL,
    output     TEXT,
    error      TEXT,
    tag        TEXT,
    parent     TEXT,
    code       TEXT,
    started    INTEGER NOT NULL,
    ended      INTEGER CHECK ((ended IS NULL) = (status = 'running')),
    packed     INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX runs_of_owner ON runs (owner) WHERE owner IS NOT NULL;
CREATE INDEX runs_of_pipeline ON runs (pipeline);
CREATE INDEX runs_of_tag ON runs (tag) WHERE tag IS NOT NULL;
CREATE INDEX runs_of_definition ON runs (definition);

-- The log itself: one table, so that a step and its events are one insert into one place.
-- An event has `sub` 0, and `seq` is its own; other entries have the `seq` of the event before them, and are counted by `sub`.
-- Where `n` > 1 an entry holds the `n` events that end at `seq`: `data` is a list of `[at, data]`.
CREATE TABLE log (
    run     INTEGER NOT NULL REFERENCES runs (no) ON DELETE CASCADE,
    seq     INTEGER NOT NULL,
    sub     INTEGER NOT NULL,
    n       INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    path    TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    data    TEXT,
    error   TEXT,
    PRIMARY KEY (run, seq, sub)
) WITHOUT ROWID;

-- For people.
CREATE VIEW events AS
SELECT runs.id AS run, seq, n, at, path, attempt, kind, data FROM log JOIN runs ON runs.no = log.run WHERE sub = 0;

CREATE VIEW steps AS
SELECT runs.id AS run, began.path, began.attempt, coalesce(done.kind, 'running') AS status, began.at AS started, done.at AS ended,
       began.data AS inputs, done.data AS output, done.error
FROM log AS began
JOIN runs ON runs.no = began.run
LEFT JOIN log AS done ON done.run = began.run AND done.path = began.path AND done.attempt = began.attempt AND done.sub > 0
    AND done.kind IN ('succeeded', 'failed', 'cancelled', 'interrupted', 'recovered')
    AND NOT EXISTS (
        SELECT 1 FROM log AS later WHERE later.run = done.run AND later.path = done.path AND later.attempt = done.attempt AND later.sub > 0
            AND (later.seq, later.sub) > (done.seq, done.sub) AND later.kind NOT IN ('put', 'get')
    )
WHERE began.sub > 0 AND began.kind = 'started';

CREATE VIEW artifacts AS
SELECT runs.id AS run, path AS step, attempt, kind, at, data FROM log JOIN runs ON runs.no = log.run WHERE sub > 0 AND kind IN ('put', 'get');
