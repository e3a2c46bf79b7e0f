package vn.bantin.feed;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Short names of definitions: two that are the same have the same, on every machine. */
public final class Fingerprint {

  private static final int BYTES = 12;

  private Fingerprint() {}

  /** Of what decides which articles are in the feed. */
  public static String rules(FeedDefinition feed) {
    StringBuilder text = new StringBuilder();
    spell(feed.include(), text);
    spell(feed.exclude(), text);
    spell(feed.words(), text);
    return of(text.toString() + FeedCatalog.REVISION);
  }

  /**
   * Of all that the feed's bytes depend on beside its articles.
   *
   * @param base public address of the server
   */
  public static String look(FeedDefinition feed, Site site, String base) {
    StringBuilder text = new StringBuilder();
    spell(feed, text);
    spell(site, text);
    return of(text + base + "\n" + FeedBuilder.REVISION);
  }

  // All that a record's toString says, without it: linking those methods costs a start 50 ms.
  private static void spell(@Nullable Object value, StringBuilder text) {
    if (value instanceof Record record) {
      for (RecordComponent part : record.getClass().getRecordComponents()) {
        spell(valueOf(part, record), text.append(part.getName()).append('='));
      }
    } else if (value instanceof Collection<?> list) {
      list.forEach(element -> spell(element, text.append("- ")));
      text.append('\n');
    } else {
      text.append(value).append('\n');
    }
  }

  private static @Nullable Object valueOf(RecordComponent part, Record record) {
    try {
      return part.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
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
