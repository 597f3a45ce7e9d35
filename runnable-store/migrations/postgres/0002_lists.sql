ALTER TABLE runs ADD COLUMN cancel BIGINT;
ALTER TABLE runs ADD COLUMN steps BIGINT;
ALTER TABLE runs ADD COLUMN steps_done BIGINT;
ALTER TABLE runs ADD COLUMN failed_step TEXT;
ALTER TABLE runs ADD COLUMN failed_attempt BIGINT;
COMMENT ON COLUMN runs.cancel IS 'The epoch in which another process asked to cancel the run. In a later epoch the request has no effect.';
COMMENT ON COLUMN runs.steps IS 'The number of steps that started, at the end of the run.';
COMMENT ON COLUMN runs.steps_done IS 'The number of steps that succeeded, at the end of the run.';
COMMENT ON COLUMN runs.failed_step IS 'The path of the step with the error of the run.';
COMMENT ON COLUMN runs.failed_attempt IS 'The attempt of that step.';

-- Runs are listed by their start, newest first.
CREATE INDEX runs_of_start ON runs (started, no);
CREATE INDEX runs_of_status ON runs (status, started, no);
DROP INDEX runs_of_pipeline;
CREATE INDEX runs_of_pipeline ON runs (pipeline, status, started, no);
DROP INDEX runs_of_tag;
CREATE INDEX runs_of_tag ON runs (tag, status, started, no, pipeline) WHERE tag IS NOT NULL;
-- Prefixes of ids: the order of the other index on ids depends on the language of the database.
CREATE INDEX runs_of_id ON runs (id COLLATE "C");
CREATE INDEX runs_of_cancel ON runs (owner) WHERE cancel IS NOT NULL;
