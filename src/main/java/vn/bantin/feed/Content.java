package vn.bantin.feed;

/** How much of an article a feed carries. */
public enum Content {
  /** The whole text, and the summary beside it. */
  FULL,
  /** The summary alone; the reader goes to the article for the rest. */
  SUMMARY
}
