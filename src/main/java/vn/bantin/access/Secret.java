package vn.bantin.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text that the holder of a token has: {@code bantin_ID_SECRET}.
 *
 * <p>The secret has 256 random bits. So its hash can be found by no trial, and needs neither salt
 * nor a slow function.
 *
 * @param id that of the {@link Token}
 * @param value known to the holder alone
 */
public record Secret(String id, String value) {

  private static final Pattern FORM = Pattern.compile("bantin_([0-9a-f]{16})_([A-Za-z0-9_-]{43})");
  private static final int ID_BYTES = 8;
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one. */
  public static Secret random() {
    return new Secret(
        HexFormat.of().formatHex(bytes(ID_BYTES)),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES)));
  }

  /** The one that stands in a text; empty when none does. */
  public static Optional<Secret> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new Secret(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** What is kept of it. */
  public String hash() {
    return HexFormat.of().formatHex(digest());
  }

  /** Whether it is the token's, which is in force, found out in a time that tells nothing. */
  public boolean opens(Token token) {
    return isOf(token) && token.isInForce();
  }

  /** The same, be the token revoked or not. */
  public boolean isOf(Token token) {
    return MessageDigest.isEqual(digest(), HexFormat.of().parseHex(token.hash()));
  }

  /** The text that its holder keeps. */
  public String text() {
    return "bantin_" + id + "_" + value;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "bantin_" + id;
  }

  private byte[] digest() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
