-- The fencing token: counts how often the run changed hands. A process writes with the epoch under which it got the run, and each
-- transaction checks that epoch.
ALTER TABLE runs ADD COLUMN epoch INTEGER NOT NULL DEFAULT 1;

-- The check reads this index alone, because the row of a run may be large.
CREATE INDEX runs_of_epoch ON runs (no, epoch);
