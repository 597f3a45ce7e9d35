CREATE TABLE definitions (
    hash TEXT PRIMARY KEY,
    body TEXT NOT NULL
);
COMMENT ON TABLE definitions IS 'The definitions of pipelines, once for each hash.';
COMMENT ON COLUMN definitions.body IS 'The definition as JSON.';

CREATE TABLE owners (
    id    TEXT PRIMARY KEY,
    until TIMESTAMPTZ NOT NULL,
    lease INTERVAL NOT NULL,
    name  TEXT NOT NULL
);
COMMENT ON TABLE owners IS 'The processes that run runs. See the view workers.';
COMMENT ON COLUMN owners.id IS 'The owner of runs (runs.owner), new for each start of a process.';
COMMENT ON COLUMN owners.until IS 'The time until which the lease is valid. The process renews it after a third of the lease.';
COMMENT ON COLUMN owners.lease IS 'The length of the lease. A lease is valid at least for this time after a start of the server.';
COMMENT ON COLUMN owners.name IS 'The application_name of the connections of the process, as in pg_stat_activity.';

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
    packed     BOOLEAN NOT NULL DEFAULT false,
    epoch      BIGINT NOT NULL DEFAULT 1,
    ended_by   BIGINT
);
CREATE INDEX runs_of_owner ON runs (owner) WHERE owner IS NOT NULL;
CREATE INDEX runs_of_pipeline ON runs (pipeline);
CREATE INDEX runs_of_tag ON runs (tag) WHERE tag IS NOT NULL;
CREATE INDEX runs_of_definition ON runs (definition);
COMMENT ON TABLE runs IS 'A row for each run. The view run_list has times and JSON instead of numbers and texts.';
COMMENT ON COLUMN runs.no IS 'The key of the run, in the order of creation.';
COMMENT ON COLUMN runs.id IS 'The id of the run.';
COMMENT ON COLUMN runs.definition IS 'The hash of the definition of the pipeline.';
COMMENT ON COLUMN runs.owner IS 'The owner that runs the run, while it is running.';
COMMENT ON COLUMN runs.input IS 'The parameters by name, as JSON.';
COMMENT ON COLUMN runs.output IS 'The returns by name, as JSON, if the run succeeded.';
COMMENT ON COLUMN runs.error IS 'The error, as JSON, if the run failed.';
COMMENT ON COLUMN runs.tag IS 'A label for filters.';
COMMENT ON COLUMN runs.parent IS 'The run from which this run was forked.';
COMMENT ON COLUMN runs.code IS 'The name, version and commit of the program, as JSON.';
COMMENT ON COLUMN runs.started IS 'Milliseconds since the Unix epoch.';
COMMENT ON COLUMN runs.ended IS 'Milliseconds since the Unix epoch.';
COMMENT ON COLUMN runs.packed IS 'True if the log of the run was compacted.';
COMMENT ON COLUMN runs.epoch IS 'The fencing token: each claim, interruption and end increments it, and each append checks it.';
COMMENT ON COLUMN runs.ended_by IS 'The epoch of the append that last ended the run. A repeated append recognizes itself by it.';

CREATE TABLE log (
    run      BIGINT NOT NULL REFERENCES runs (no) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    seq      BIGINT NOT NULL,
    n        BIGINT NOT NULL,
    epoch    BIGINT,
    entries  TEXT NOT NULL,
    PRIMARY KEY (run, position)
);
COMMENT ON TABLE log IS 'The logs of the runs. What a run adds in one transaction is one row. See the views entries and steps.';
COMMENT ON COLUMN log.run IS 'The key of the run (runs.no).';
COMMENT ON COLUMN log.position IS 'The number of the entries of the run up to the end of the row.';
COMMENT ON COLUMN log.seq IS 'The number of the last event of the run up to the end of the row.';
COMMENT ON COLUMN log.n IS 'The number of events in the row.';
COMMENT ON COLUMN log.epoch IS 'The epoch under which the row was written. Empty after compaction.';
COMMENT ON COLUMN log.entries IS 'The entries, as a JSON list.';

CREATE VIEW run_list AS
SELECT id, pipeline, status, to_timestamp(started / 1000.0) AS started, to_timestamp(ended / 1000.0) AS ended,
       to_timestamp(ended / 1000.0) - to_timestamp(started / 1000.0) AS duration, input::JSON AS input, output::JSON AS output,
       error::JSON AS error, error::JSON ->> 'message' AS message, tag, parent, code::JSON AS code, owner,
       coalesce((SELECT seq FROM log WHERE log.run = runs.no ORDER BY position DESC LIMIT 1), 0) AS events
FROM runs;
COMMENT ON VIEW run_list IS 'The runs, with times and JSON.';

CREATE VIEW entries AS
SELECT runs.id AS run, log.position AS row, place, entry ->> 0 AS kind,
       to_timestamp((entry ->> 1)::BIGINT / 1000.0) AS at, entry ->> 2 AS path, (entry ->> 3)::BIGINT AS attempt,
       entry -> 4 AS data, entry -> 5 AS more
FROM log JOIN runs ON runs.no = log.run, json_array_elements(log.entries::JSON) WITH ORDINALITY AS elements (entry, place);
COMMENT ON VIEW entries IS 'The entries of the logs: for each, its run, time, path and attempt. The kind determines data and more.';

CREATE VIEW steps AS
WITH ends AS (
    SELECT *, row_number() OVER (PARTITION BY run, path, attempt ORDER BY row DESC, place DESC) AS nth FROM entries
    WHERE kind IN ('succeeded', 'failed', 'cancelled', 'interrupted', 'recovered')
)
SELECT began.run, began.path, began.attempt, coalesce(done.kind, 'running') AS status, began.at AS started, done.at AS ended,
       done.at - began.at AS duration, began.data AS inputs, done.data -> 0 AS output, done.more -> 0 AS error
FROM entries AS began
LEFT JOIN ends AS done ON done.run = began.run AND done.path = began.path AND done.attempt = began.attempt AND done.nth = 1
WHERE began.kind = 'started';
COMMENT ON VIEW steps IS 'The attempts of the steps.';

CREATE VIEW workers AS
SELECT owners.id AS owner, owners.name, owners.until, owners.lease,
       now() < greatest(owners.until, pg_postmaster_start_time() + owners.lease) AS alive,
       (SELECT count(*) FROM runs WHERE runs.owner = owners.id) AS running
FROM owners;
COMMENT ON VIEW workers IS 'The processes that run runs, with the numbers of their running runs.';
