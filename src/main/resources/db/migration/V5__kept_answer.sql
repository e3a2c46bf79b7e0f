-- Plain SQL that SQLite and PostgreSQL both take.

-- An answer to a request with an Idempotency-Key is kept in the transaction of what it tells of, so
-- there is none without it. The answers of the day before are let go.
DROP TABLE answered_request;
CREATE TABLE answered_request (
  token       TEXT NOT NULL REFERENCES token (id),
  request_key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  at          BIGINT NOT NULL,
  status      INTEGER NOT NULL,
  type        TEXT NOT NULL,
  body        TEXT NOT NULL,
  entity_tag  TEXT,
  location    TEXT,
  PRIMARY KEY (token, request_key)
);
CREATE INDEX answered_request_at ON answered_request (at);
