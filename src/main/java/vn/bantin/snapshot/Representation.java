package vn.bantin.snapshot;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A feed's bytes in one coding.
 *
 * @param bytes direct and read-only; every reader takes a {@link ByteBuffer#duplicate}
 * @param validators what they are known by
 * @param entityTag the strong validator as it is sent (RFC 9110 §8.8.3)
 */
public record Representation(ByteBuffer bytes, Validators validators, String entityTag) {

  private static final int HASH_BYTES = 4;

  /** Copies the bytes and makes their validators. */
  static Representation of(String version, Instant changedAt, Coding coding, byte[] bytes) {
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    String hash = coding == Coding.IDENTITY ? "" : Hash.of(bytes, HASH_BYTES);
    Validators validators = new Validators(version, coding, hash, changedAt);
    return new Representation(direct.asReadOnlyBuffer(), validators, validators.entityTag());
  }

  /** How the bytes are coded. */
  public Coding coding() {
    return validators.coding();
  }

  /** How many bytes. */
  public int length() {
    return bytes.remaining();
  }
}
