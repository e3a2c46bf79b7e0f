package vn.bantin.page;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All {@link Asset}s. Those that only our own pages name have a path that their bytes decide. */
final class Assets {

  private static final int HASH_BYTES = 6;
  private static final Pattern OTHER = Pattern.compile("/assets/[0-9a-f]{12}(?<file>/[a-z.]+)");

  /** How pages look. */
  static final Asset STYLE = ours("page.css", "text/css; charset=utf-8");

  /** What makes pages handier where scripts run. */
  static final Asset SCRIPT = ours("page.js", "text/javascript; charset=utf-8");

  /** What a page in a frame tells the page around it. */
  static final Asset FRAME_SCRIPT = ours("frame.js", "text/javascript; charset=utf-8");

  /** How embeds look that have no style of their own. */
  static final Asset EMBED_STYLE = known("/embed.css", "embed.css", "text/css; charset=utf-8");

  /** The element that partners' pages show a feed by. */
  static final Asset EMBED_SCRIPT =
      known("/embed.js", "embed.js", "text/javascript; charset=utf-8");

  /** The sign of a newsroom that has none. */
  static final byte[] ICON = read("/page/icon.png");

  static final Map<String, Asset> BY_PATH =
      Stream.of(STYLE, SCRIPT, FRAME_SCRIPT, EMBED_STYLE, EMBED_SCRIPT)
          .collect(Collectors.toUnmodifiableMap(Asset::path, asset -> asset));

  private Assets() {}

  static Optional<Asset> ofOtherTimes(String path) {
    Matcher matcher = OTHER.matcher(path);
    return matcher.matches()
        ? Stream.of(STYLE, SCRIPT, FRAME_SCRIPT)
            .filter(asset -> asset.path().endsWith(matcher.group("file")))
            .findFirst()
        : Optional.empty();
  }

  private static Asset ours(String name, String contentType) {
    byte[] bytes = read("/page/" + name);
    return new Asset("/assets/" + hash(bytes) + "/" + name, contentType, bytes, true);
  }

  private static Asset known(String path, String name, String contentType) {
    return new Asset(path, contentType, read("/page/" + name), false);
  }

  private static byte[] read(String resource) {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InputStream open(String resource) throws IOException {
    @Nullable InputStream in = Assets.class.getResourceAsStream(resource);
    if (in == null) {
      throw new FileNotFoundException(resource);
    }
    return in;
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
