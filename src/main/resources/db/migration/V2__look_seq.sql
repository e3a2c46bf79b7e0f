-- Plain SQL that SQLite and PostgreSQL both take.

-- The number of the change from which on all of a feed's bytes are as its definition is now: an
-- entry that has not changed since may still look other in a copy that is older than that. Of a
-- feed from before this column nothing is known but that it is not later than its last change.
ALTER TABLE feed ADD COLUMN look_seq BIGINT NOT NULL DEFAULT 0;
UPDATE feed SET look_seq = changed_seq;
