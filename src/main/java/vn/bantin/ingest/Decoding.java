package vn.bantin.ingest;

/** What bytes turned out to be: text, or a reason why not. */
sealed interface Decoding permits Decoding.Text, Rejection {

  /**
   * The text with {@code \n} between its lines.
   *
   * @param text without byte order mark
   */
  record Text(String text) implements Decoding {}
}
