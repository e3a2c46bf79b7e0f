package vn.bantin.search;

/** Why a text is no question. */
public enum Unsearchable implements Asked {
  /** It has no word. */
  EMPTY,
  /** It has more than {@value SearchQuery#MAX_LENGTH} characters. */
  TOO_LONG,
  /** It has more than {@value SearchQuery#MAX_WORDS} words. */
  TOO_MANY_WORDS,
  /** It only says what is not wanted. */
  ONLY_EXCLUDED
}
