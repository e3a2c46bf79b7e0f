package vn.bantin.http;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.List;
import vn.bantin.snapshot.Coding;

/**
 * The validators of the representation that a request selects (RFC 9110 §8.8).
 *
 * @param version the opaque tag that all codings of one feed version share, without quotes: ASCII
 *     letters, digits, {@code -}, {@code .}, {@code _}
 * @param coding the selected coding; its suffix ends the entity-tag
 * @param lastModified the second of the last change, which may be ahead of the clock
 */
record Validators(String version, Coding coding, Instant lastModified) {
  // Made for every request: the checks allocate nothing.
  private static final List<Coding> CODINGS = List.of(Coding.values());

  Validators {
    if (version.isEmpty()) {
      throw new IllegalArgumentException("no version's tag");
    }
    for (int i = 0; i < version.length(); i++) {
      if (!isVersionChar(version.charAt(i))) {
        throw new IllegalArgumentException("not a version's tag: " + version);
      }
    }
    for (int i = 0; i < CODINGS.size(); i++) {
      String suffix = CODINGS.get(i).suffix();
      if (!suffix.isEmpty() && version.endsWith(suffix)) {
        throw new IllegalArgumentException("ends like a coding: " + version);
      }
    }
    if (lastModified.get(ChronoField.NANO_OF_SECOND) != 0) {
      throw new IllegalArgumentException("not a whole second: " + lastModified);
    }
  }

  /** The value of {@code ETag}: strong, quoted, with the coding's suffix. */
  String entityTag() {
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
