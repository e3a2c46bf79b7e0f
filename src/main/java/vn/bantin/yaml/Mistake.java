package vn.bantin.yaml;

/**
 * Something wrong in a file that a person wrote.
 *
 * @param line where, from 1
 * @param message what is wrong
 * @param hint what to do about it
 */
public record Mistake(int line, String message, String hint) {

  private static final int LONGEST_QUOTE = 60;

  /** What a person wrote, as a message repeats it: in quotes, on one line, only its beginning. */
  public static String quoted(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (line.codePointCount(0, line.length()) > LONGEST_QUOTE) {
      line = line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
    return "\"" + line + "\"";
  }

  @Override
  public String toString() {
    return line + ": " + message + " (" + hint + ")";
  }
}
