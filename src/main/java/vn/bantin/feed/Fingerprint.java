package vn.bantin.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names of definitions: two that are the same have the same, on every machine. */
public final class Fingerprint {

  private static final int BYTES = 12;

  private Fingerprint() {}

  /** Of what decides which articles are in the feed. */
  public static String rules(FeedDefinition feed) {
    return of(feed.include() + "\n" + feed.exclude() + "\n" + feed.words());
  }

  /**
   * Of all that the feed's bytes depend on beside its articles.
   *
   * @param base public address of the server
   */
  public static String look(FeedDefinition feed, Site site, String base) {
    return of(feed + "\n" + site + "\n" + base + "\n" + FeedBuilder.REVISION);
  }

  private static String of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
