package vn.bantin.article;

import java.util.regex.Pattern;

/**
 * The newsroom's own name for an article: stable for ever, never its address.
 *
 * @param value 1 to 200 characters of ASCII letters, digits and {@code -._~:}
 */
public record ArticleId(String value) implements Comparable<ArticleId> {

  /** The longest id, in characters. */
  public static final int MAX_LENGTH = 200;

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~:-]{1," + MAX_LENGTH + "}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if {@code value} is not an id
   */
  public ArticleId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an article id: " + value);
    }
  }

  /** Whether {@code value} may stand as an id. */
  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }

  @Override
  public int compareTo(ArticleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
