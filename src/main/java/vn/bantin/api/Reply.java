package vn.bantin.api;

import org.jspecify.annotations.Nullable;

/** An answer to a {@link Call}. */
public sealed interface Reply {

  /** The status code. */
  int status();

  /**
   * What was asked for.
   *
   * @param type the media type of the body
   * @param body text
   * @param entityTag strong, of an article; null when the body has none
   * @param location the address of what was made; null when nothing was
   */
  record Content(
      int status, String type, String body, @Nullable String entityTag, @Nullable String location)
      implements Reply {}

  /**
   * Not what was asked for.
   *
   * @param code stable, for programs
   * @param title what is wrong, for people
   * @param hint what to do about it
   * @param field a further header field as {@code Name: value}; null for none
   */
  record Refusal(int status, String code, String title, String hint, @Nullable String field)
      implements Reply {}
}
