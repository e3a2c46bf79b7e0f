package vn.bantin.snapshot;

import java.nio.ByteBuffer;

/**
 * What the holder of an older version of a feed lacks of the current one, as a feed document of the
 * same format (RFC 3229, instance manipulation {@code feed}); immutable.
 *
 * @param identity its bytes without coding; direct and read-only, every reader takes a {@link
 *     ByteBuffer#duplicate}
 * @param gzip the same in gzip
 */
public record Delta(ByteBuffer identity, ByteBuffer gzip) {

  /** How much memory its bytes take. */
  int weight() {
    return identity.remaining() + gzip.remaining();
  }
}
