-- Plain SQL that SQLite and PostgreSQL both take.

-- The number and the second of the latest change. Its one row is the lock that every writer takes.
CREATE TABLE change_sequence (
  id  INTEGER PRIMARY KEY CHECK (id = 1),
  seq BIGINT NOT NULL,
  at  BIGINT NOT NULL
);
INSERT INTO change_sequence (id, seq, at) VALUES (1, 0, 0);

-- num is the number of the change that created the article.
CREATE TABLE article (
  num      BIGINT PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL
);

-- An article's content stands in its revisions; article.revision names the current one.
CREATE TABLE revision (
  article      BIGINT NOT NULL REFERENCES article (num),
  number       INTEGER NOT NULL,
  seq          BIGINT NOT NULL,
  at           BIGINT NOT NULL,
  state        TEXT NOT NULL,
  note         TEXT,
  title        TEXT NOT NULL,
  summary      TEXT NOT NULL,
  body         TEXT NOT NULL,
  url          TEXT,
  authors      TEXT NOT NULL,
  categories   TEXT NOT NULL,
  tags         TEXT NOT NULL,
  language     TEXT NOT NULL,
  source       TEXT,
  published    TEXT NOT NULL,
  updated      TEXT NOT NULL,
  published_at BIGINT NOT NULL,
  media        TEXT NOT NULL,
  PRIMARY KEY (article, number)
);
CREATE INDEX revision_published ON revision (published_at, article);

-- rules and look are fingerprints of the definition; rules is empty while the feed is not defined.
CREATE TABLE feed (
  name          TEXT PRIMARY KEY,
  rules         TEXT NOT NULL,
  look          TEXT NOT NULL,
  next_position BIGINT NOT NULL,
  changed_seq   BIGINT NOT NULL,
  changed_at    BIGINT NOT NULL
);
CREATE INDEX feed_changed ON feed (changed_seq);

-- The entry log: one row for every article that was ever in the feed.
CREATE TABLE feed_entry (
  feed         TEXT NOT NULL REFERENCES feed (name),
  article      BIGINT NOT NULL REFERENCES article (num),
  position     BIGINT NOT NULL,
  published_at BIGINT NOT NULL,
  changed_seq  BIGINT NOT NULL,
  changed_at   BIGINT NOT NULL,
  gone         SMALLINT NOT NULL,
  PRIMARY KEY (feed, article),
  UNIQUE (feed, position)
);
CREATE INDEX feed_entry_current ON feed_entry (feed, gone, published_at, position);
CREATE INDEX feed_entry_article ON feed_entry (article);
CREATE INDEX feed_entry_changed ON feed_entry (feed, changed_seq);
