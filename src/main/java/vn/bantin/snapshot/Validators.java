package vn.bantin.snapshot;

import java.time.Instant;
import java.time.temporal.ChronoField;

/**
 * What a representation is known by (RFC 9110 §8.8).
 *
 * <p>Coded bytes are named beside the version: a compressor may make others of the same feed, with
 * more effort or on another machine, and a strong entity-tag names one sequence of bytes alone.
 *
 * @param version the opaque tag that all codings of one feed version share, without quotes: ASCII
 *     letters, digits, {@code -}, {@code _}
 * @param coding its coding; its suffix stands behind the version in the entity-tag
 * @param hash of the coded bytes, lower-case letters and digits; empty for {@link Coding#IDENTITY},
 *     whose bytes the version names
 * @param lastModified the second of the last change, which may be ahead of the clock
 */
public record Validators(String version, Coding coding, String hash, Instant lastModified) {
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
    if (hash.isEmpty() != (coding == Coding.IDENTITY)) {
      throw new IllegalArgumentException("not the hash of " + coding + ": " + hash);
    }
    for (int i = 0; i < hash.length(); i++) {
      if (!isHashChar(hash.charAt(i))) {
        throw new IllegalArgumentException("not a hash: " + hash);
      }
    }
    if (lastModified.get(ChronoField.NANO_OF_SECOND) != 0) {
      throw new IllegalArgumentException("not a whole second: " + lastModified);
    }
  }

  /** The value of {@code ETag}: strong, quoted; of coded bytes with the coding and their hash. */
  public String entityTag() {
    String coded = hash.isEmpty() ? "" : coding.suffix() + "." + hash;
    return '"' + version + coded + '"';
  }

  /** Whether the character may stand in the hash of coded bytes. */
  public static boolean isHashChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isVersionChar(char c) {
    return isHashChar(c) || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  }
}
