package vn.bantin.article;

/**
 * Who changes an article.
 *
 * @param name for the history: a command's user as {@code cli:NAME}, {@code clock} for what was due
 */
public record Actor(String name) {

  /** The longest name, in characters. */
  public static final int MAX_LENGTH = 200;

  /** Nobody but the time that has come. */
  public static final Actor CLOCK = new Actor("clock");

  /** Whoever made changes before it was written down. */
  public static final Actor UNKNOWN = new Actor("unknown");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it is blank or too long
   */
  public Actor {
    if (name.isBlank() || name.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("no name of somebody who changes articles: " + name);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
