-- Plain SQL that SQLite and PostgreSQL both take.

-- The second at which the clock changes the article's state next; null when it does not.
ALTER TABLE article ADD COLUMN due_at BIGINT;
CREATE INDEX article_due ON article (due_at) WHERE due_at IS NOT NULL;

ALTER TABLE revision ADD COLUMN publish_at TEXT;
ALTER TABLE revision ADD COLUMN embargo_until TEXT;
ALTER TABLE revision ADD COLUMN expires_at TEXT;
-- Who made it; empty for a revision from before this column.
ALTER TABLE revision ADD COLUMN actor TEXT NOT NULL DEFAULT '';

-- The feeds' versions that carried a revision of an article: from one up to, without it, another.
CREATE TABLE feed_carriage (
  article  BIGINT NOT NULL REFERENCES article (num),
  feed     TEXT NOT NULL REFERENCES feed (name),
  revision INTEGER NOT NULL,
  from_seq BIGINT NOT NULL,
  from_at  BIGINT NOT NULL,
  to_seq   BIGINT,
  to_at    BIGINT,
  PRIMARY KEY (article, feed, from_seq)
);

-- What is carried when this table is made counts from the entry's last change.
INSERT INTO feed_carriage (article, feed, revision, from_seq, from_at)
  SELECT e.article, e.feed, a.revision, e.changed_seq, e.changed_at
  FROM feed_entry e JOIN article a ON a.num = e.article
  WHERE e.gone = 0;

-- Keys to the API. Of a secret only the hash is here.
CREATE TABLE token (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  hash       TEXT NOT NULL,
  scopes     TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  revoked_at BIGINT
);

-- The second of the change look_seq: a page of the archive has not changed before.
ALTER TABLE feed ADD COLUMN look_at BIGINT NOT NULL DEFAULT 0;
UPDATE feed SET look_at = changed_at;

-- What has left a feed is named in it for a while.
CREATE INDEX feed_entry_gone ON feed_entry (feed, changed_seq) WHERE gone = 1;

-- What was answered to a request with an Idempotency-Key; status is null while it is being done.
CREATE TABLE answered_request (
  attempt     TEXT NOT NULL UNIQUE,
  token       TEXT NOT NULL REFERENCES token (id),
  request_key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  at          BIGINT NOT NULL,
  status      INTEGER,
  type        TEXT,
  body        TEXT,
  entity_tag  TEXT,
  location    TEXT,
  PRIMARY KEY (token, request_key)
);
CREATE INDEX answered_request_at ON answered_request (at);

-- The articles of a state, newest first.
CREATE INDEX revision_state ON revision (state, published_at, article);
