package vn.bantin.feed;

/** What articles are shown as: to programs in a {@link Format}, to people on a page or in part. */
public sealed interface View permits Format, Page, Embed {

  /** What stands behind the first dot of an address; empty when there is no dot. */
  String extension();

  /** The value of {@code Content-Type}. */
  String contentType();
}
