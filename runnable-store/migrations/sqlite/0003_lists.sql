-- The epoch in which another process asked to cancel the run. In a later epoch the request has no effect.
ALTER TABLE runs ADD COLUMN cancel INTEGER;

-- The numbers of steps that started and succeeded, and the attempt with the error of the run. Written at the end of the run, so that
-- a list of runs does not read their logs.
ALTER TABLE runs ADD COLUMN steps INTEGER;
ALTER TABLE runs ADD COLUMN steps_done INTEGER;
ALTER TABLE runs ADD COLUMN failed_step TEXT;
ALTER TABLE runs ADD COLUMN failed_attempt INTEGER;

-- Runs are listed by their start, newest first, and all indexes end in the key `no`. A list reads this index alone, because the row
-- of a run may be large.
CREATE INDEX runs_of_start ON runs (
    started, no, id, pipeline, definition, status, tag, parent, ended, steps, steps_done, failed_step, failed_attempt
);
CREATE INDEX runs_of_status ON runs (status, started);
DROP INDEX runs_of_pipeline;
CREATE INDEX runs_of_pipeline ON runs (pipeline, status, started);
DROP INDEX runs_of_tag;
CREATE INDEX runs_of_tag ON runs (tag, status, started, no, pipeline) WHERE tag IS NOT NULL;
CREATE INDEX runs_of_cancel ON runs (owner) WHERE cancel IS NOT NULL;
