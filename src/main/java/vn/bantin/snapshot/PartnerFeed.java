package vn.bantin.snapshot;

/**
 * A feed as a partner with a key gets it.
 *
 * @param bytes not copied
 * @param entityTag strong, of these bytes (RFC 9110 §8.8.3)
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record PartnerFeed(byte[] bytes, String entityTag) {

  private static final int HASH_BYTES = 9;

  static PartnerFeed of(byte[] bytes) {
    return new PartnerFeed(bytes, "\"partner-" + Hash.of(bytes, HASH_BYTES) + '"');
  }
}
