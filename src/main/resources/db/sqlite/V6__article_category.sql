-- For SQLite alone, for the sake of json_each and WITHOUT ROWID.

-- The articles of a category, newest first.
CREATE TABLE article_category (
  category     TEXT NOT NULL,
  published_at BIGINT NOT NULL,
  article      BIGINT NOT NULL REFERENCES article (num),
  PRIMARY KEY (category, published_at, article)
) WITHOUT ROWID;

INSERT INTO article_category (category, published_at, article)
  SELECT c.value, r.published_at, a.num
  FROM article a
  JOIN revision r ON r.article = a.num AND r.number = a.revision
  JOIN json_each(r.categories) c;
