package vn.bantin.snapshot;

import java.nio.ByteBuffer;

/**
 * A feed's bytes in one coding.
 *
 * @param coding how they are coded
 * @param bytes direct and read-only; every reader takes a {@link ByteBuffer#duplicate}
 * @param entityTag the strong validator, with its quotes (RFC 9110 §8.8.3)
 */
public record Representation(Coding coding, ByteBuffer bytes, String entityTag) {

  /** How many bytes. */
  public int length() {
    return bytes.remaining();
  }
}
