package vn.bantin.snapshot;

import java.time.Instant;
import java.time.temporal.ChronoField;

/**
 * What a representation is known by (RFC 9110 §8.8).
 *
 * @param version the opaque tag that all codings of one feed version share, without quotes: ASCII
 *     letters, digits, {@code -}, {@code .}, {@code _}
 * @param coding its coding; its suffix ends the entity-tag
 * @param lastModified the second of the last change, which may be ahead of the clock
 */
public record Validators(String version, Coding coding, Instant lastModified) {
  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException naming what is out of it
   */
  public Validators {
    if (version.isEmpty()) {
      throw new IllegalArgumentException("no version's tag");
    }
    for (int i = 0; i < version.length(); i++) {
      if (!isVersionChar(version.charAt(i))) {
        throw new IllegalArgumentException("not a version's tag: " + version);
      }
    }
    for (Coding other : Coding.values()) {
      String suffix = other.suffix();
      if (!suffix.isEmpty() && version.endsWith(suffix)) {
        throw new IllegalArgumentException("ends like a coding: " + version);
      }
    }
    if (lastModified.get(ChronoField.NANO_OF_SECOND) != 0) {
      throw new IllegalArgumentException("not a whole second: " + lastModified);
    }
  }

  /** The value of {@code ETag}: strong, quoted, with the coding's suffix. */
  public String entityTag() {
    return '"' + version + coding.suffix() + '"';
  }

  private static boolean isVersionChar(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_';
  }
}
