package vn.bantin.feed;

/** Something in a feed cannot be written in its format. */
final class FeedWriteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FeedWriteException(Exception cause) {
    super(cause);
  }
}
