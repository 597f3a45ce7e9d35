-- The fencing token: counts how often the run changed hands. A process writes with the epoch under which it got the run, and each
-- transaction checks that epoch.
ALTER TABLE runs ADD COLUMN epoch BIGINT NOT NULL DEFAULT 1;
