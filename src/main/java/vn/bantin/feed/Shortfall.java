package vn.bantin.feed;

/**
 * Why an article is not what a partner takes.
 *
 * @param rule what it falls short of
 * @param found what it has
 * @param bound what the partner demands
 */
public record Shortfall(Rule rule, long found, long bound) {

  /** What a partner may demand of an article. */
  public enum Rule {
    /** A title that is not too long. */
    TITLE("title-length", "the title has %d characters, and at most %d are taken"),
    /** A text of some length. */
    TEXT("full-text", "words in the text: %d, and at least %d are needed"),
    /** A picture. */
    PICTURE("no-picture", "it has no picture"),
    /** A picture of some width. */
    WIDTH("picture-width", "its picture is %d pixels wide, and at least %d are needed"),
    /** A picture of some height. */
    HEIGHT("picture-height", "its picture is %d pixels high, and at least %d are needed"),
    /** A place among so many in a feed. */
    COUNT("item-count", "it is number %d in the feed, and at most %d are taken"),
    /** That it is new. */
    AGE("age", "it is %d days old, and at most %d are taken");

    private final String code;
    private final String sentence;

    Rule(String code, String sentence) {
      this.code = code;
      this.sentence = sentence;
    }

    /** Stable, for programs. */
    public String code() {
      return code;
    }
  }

  /** For people, in English, as part of a sentence. */
  public String sentence() {
    return rule.sentence.formatted(found, bound);
  }
}
