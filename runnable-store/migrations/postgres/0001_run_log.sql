-- What pipelines are, once for each hash.
CREATE TABLE definitions (
    hash TEXT PRIMARY KEY,
    body TEXT NOT NULL
);

-- Who runs runs, and until when that is known. An advisory lock of the same name says it at once.
CREATE TABLE owners (
    id    TEXT PRIMARY KEY,
    until TIMESTAMPTZ NOT NULL
);

CREATE TABLE runs (
    no         BIGINT PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
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
    started    BIGINT NOT NULL,
    ended      BIGINT CHECK ((ended IS NULL) = (status = 'running')),
    packed     BOOLEAN NOT NULL DEFAULT false
);
CREATE INDEX runs_of_owner ON runs (owner) WHERE owner IS NOT NULL;
CREATE INDEX runs_of_pipeline ON runs (pipeline);
CREATE INDEX runs_of_tag ON runs (tag) WHERE tag IS NOT NULL;
CREATE INDEX runs_of_definition ON runs (definition);

-- The log itself. What a run adds in one transaction is one row.
-- `position` is the number of the run's entries up to the end of the row; `n` of its entries are events, the last is number `seq`.
CREATE TABLE log (
    run      BIGINT NOT NULL REFERENCES runs (no) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    seq      BIGINT NOT NULL,
    n        BIGINT NOT NULL,
    entries  TEXT NOT NULL,
    PRIMARY KEY (run, position)
);
