package vn.bantin.snapshot;

import java.util.List;

/**
 * What is made each time it is asked for, because few ask: a feed as a partner gets it, or what
 * depends on the definitions alone.
 *
 * @param contentType the value of {@code Content-Type}
 * @param bytes not copied
 * @param entityTag strong, of these bytes (RFC 9110 §8.8.3)
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Document(String contentType, byte[] bytes, String entityTag) {

  private static final int HASH_BYTES = 9;

  /** The document of these bytes. */
  public static Document of(String contentType, byte[] bytes) {
    return new Document(contentType, bytes, '"' + Hash.of(bytes, HASH_BYTES) + '"');
  }

  /**
   * Whether a client that sends these lines of {@code If-None-Match} has it (RFC 9110 §13.1.2).
   *
   * <p>Its tag has no comma and no space, so that no list of tags can have it by chance.
   */
  public boolean isAmong(List<String> ifNoneMatch) {
    return ifNoneMatch.stream()
        .anyMatch(line -> line.strip().equals("*") || line.contains(entityTag));
  }
}
