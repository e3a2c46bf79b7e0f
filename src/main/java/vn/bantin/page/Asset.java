package vn.bantin.page;

import java.util.Optional;

/**
 * A file that pages need and that is the same for every newsroom.
 *
 * @param path where it is, from the first slash on
 * @param contentType the value of {@code Content-Type}
 * @param bytes not to be written to
 * @param isForGood whether other bytes would have another path
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record Asset(String path, String contentType, byte[] bytes, boolean isForGood) {

  /** The sign of a newsroom that has none, in PNG; not to be written to. */
  public static byte[] icon() {
    return Assets.ICON;
  }

  /**
   * The asset at a path; empty when there is none. For a path of another version of this server,
   * which a page that somebody has kept may still name, it is the one of that name now.
   */
  public static Optional<Asset> at(String path) {
    return Optional.ofNullable(Assets.BY_PATH.get(path)).or(() -> Assets.ofOtherTimes(path));
  }
}
