package vn.bantin.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The newsroom's sign, as browsers show it beside the name of a page: a square picture in PNG.
 *
 * @param png its bytes; not copied, not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its bytes, below
public record Icon(byte[] png) {

  /** The least pixels of a side: browsers show it as small as 16, and larger on good screens. */
  public static final int MIN_SIDE = 48;

  /** The most pixels of a side. */
  public static final int MAX_SIDE = 1024;

  /** The most bytes. */
  public static final int MAX_BYTES = 256 * 1024;

  /** Its media type. */
  public static final String MEDIA_TYPE = "image/png";

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int HEADER = 16;

  /**
   * Checks the form (PNG, third edition, §5.2 and §11.2.1).
   *
   * @throws IllegalArgumentException saying what is wrong, for people
   */
  public Icon {
    if (png.length > MAX_BYTES) {
      throw new IllegalArgumentException("it is larger than " + MAX_BYTES / 1024 + " KB");
    }
    ByteBuffer bytes = ByteBuffer.wrap(png);
    if (png.length < HEADER + 2 * Integer.BYTES
        || !bytes.slice(0, SIGNATURE.length).equals(ByteBuffer.wrap(SIGNATURE))
        || !"IHDR".equals(new String(png, HEADER - 4, 4, StandardCharsets.US_ASCII))) {
      throw new IllegalArgumentException("it is no PNG");
    }
    int width = bytes.getInt(HEADER);
    int height = bytes.getInt(HEADER + Integer.BYTES);
    if (width != height || width < MIN_SIDE || width > MAX_SIDE) {
      throw new IllegalArgumentException(
          "it is %d by %d pixels, not a square of %d to %d"
              .formatted(width, height, MIN_SIDE, MAX_SIDE));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Icon icon && Arrays.equals(png, icon.png);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(png);
  }
}
