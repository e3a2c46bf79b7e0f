package vn.bantin.snapshot;

import java.nio.ByteBuffer;

/**
 * A feed's bytes in one coding.
 *
 * @param bytes direct and read-only; every reader takes a {@link ByteBuffer#duplicate}
 * @param validators what they are known by
 * @param entityTag the strong validator as it is sent (RFC 9110 §8.8.3)
 */
public record Representation(ByteBuffer bytes, Validators validators, String entityTag) {

  /** How the bytes are coded. */
  public Coding coding() {
    return validators.coding();
  }

  /** How many bytes. */
  public int length() {
    return bytes.remaining();
  }
}
