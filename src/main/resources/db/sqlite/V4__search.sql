-- For SQLite alone.

-- What can be searched: every public article. Its place is where it stands in the index: by the day
-- on which it was published, and within the day by when it came.
CREATE TABLE searched (
  place        INTEGER PRIMARY KEY,
  article      BIGINT NOT NULL UNIQUE REFERENCES article (num),
  published_at BIGINT NOT NULL
);

-- The words, without and with their marks. The tokenizer is given words that are ready: E000 to
-- F8FF, for private use, stand for tones and gaps.
CREATE VIRTUAL TABLE search_index USING fts5 (
  words, marked, authors, marked_authors,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co'"
);

-- Articles from before there was an index, which have yet to be entered.
CREATE TABLE unsearched (
  article BIGINT PRIMARY KEY REFERENCES article (num)
);
INSERT INTO unsearched (article) SELECT num FROM article;
