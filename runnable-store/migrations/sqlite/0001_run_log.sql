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

-- The log itself. What a run adds in one transaction is one row, so that a step with its events costs what one insert costs.
-- `id` is the run's number times 2^32, and the number of the run's entries up to the end of the row: rows of a run lie together, in order.
-- `n` of the entries are events; the last event of the run up to the end of the row is number `seq`.
CREATE TABLE log (
    id      INTEGER PRIMARY KEY NOT NULL,
    seq     INTEGER NOT NULL,
    n       INTEGER NOT NULL,
    entries TEXT NOT NULL
);

-- For people.
CREATE VIEW entries AS
SELECT runs.id AS run, log.id AS row, key AS place, value ->> 0 AS kind, value ->> 1 AS at, value ->> 2 AS path, value ->> 3 AS attempt,
       value -> 4 AS data, value -> 5 AS more
FROM log JOIN runs ON runs.no = log.id >> 32, json_each(log.entries);

CREATE VIEW steps AS
WITH ends AS (
    SELECT *, row_number() OVER (PARTITION BY run, path, attempt ORDER BY row DESC, place DESC) AS nth FROM entries
    WHERE kind IN ('succeeded', 'failed', 'cancelled', 'interrupted', 'recovered')
)
SELECT began.run, began.path, began.attempt, coalesce(done.kind, 'running') AS status, began.at AS started, done.at AS ended,
       began.data AS inputs, done.data -> 0 AS output, done.more -> 0 AS error
FROM entries AS began
LEFT JOIN ends AS done ON done.run = began.run AND done.path = began.path AND done.attempt = began.attempt AND done.nth = 1
WHERE began.kind = 'started';
