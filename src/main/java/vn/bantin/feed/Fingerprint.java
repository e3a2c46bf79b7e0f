package vn.bantin.feed;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short names of definitions: two that are the same have the same, on every machine. */
public final class Fingerprint {

  private static final int BYTES = 12;

  // Asked for again, a part is another object, whose first use is slow.
  private static final ClassValue<RecordComponent[]> PARTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          return type.getRecordComponents();
        }
      };

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
    return of(spelled(feed) + around(site, base));
  }

  /** The {@link #look} of every feed, by name. */
  public static Map<String, String> looks(FeedCatalog catalog, String base) {
    byte[] around = bytes(around(catalog.site(), base));
    Map<String, String> looks = new HashMap<>();
    for (FeedDefinition feed : catalog.feeds()) {
      looks.put(feed.name(), of(bytes(spelled(feed)), around));
    }
    return looks;
  }

  private static String around(Site site, String base) {
    return spelled(site) + base + "\n" + FeedBuilder.REVISION;
  }

  private static String spelled(Record record) {
    StringBuilder text = new StringBuilder();
    spell(record, text);
    return text.toString();
  }

  // All that a record's toString says, without it: linking those methods costs a start 50 ms.
  private static void spell(@Nullable Object value, StringBuilder text) {
    if (value instanceof Record record) {
      for (RecordComponent part : PARTS.get(record.getClass())) {
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

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String of(String text) {
    return of(bytes(text));
  }

  private static String of(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
