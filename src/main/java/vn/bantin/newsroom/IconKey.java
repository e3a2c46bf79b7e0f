package vn.bantin.newsroom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Icon;
import vn.bantin.yaml.Mistake;
import vn.bantin.yaml.YamlMap;

/** The key {@code icon} of {@code site.yaml}: the name of a picture beside that file. */
final class IconKey {

  private static final String ICON = "icon";

  private IconKey() {}

  /** The icon; null when there is none or it is wrong. */
  static @Nullable Icon read(YamlMap site, Path folder) {
    String name = site.text(ICON);
    if (name == null) {
      return null;
    }
    try {
      Path named = Path.of(name);
      Path file = folder.resolve(named);
      if (named.isAbsolute() || named.getNameCount() != 1 || !Files.isRegularFile(file)) {
        throw new IllegalArgumentException("there is no such file beside site.yaml");
      }
      try (InputStream in = Files.newInputStream(file)) {
        return new Icon(in.readNBytes(Icon.MAX_BYTES + 1));
      }
    } catch (InvalidPathException _) {
      mistake(site, name, "that is no name of a file");
    } catch (IllegalArgumentException e) {
      mistake(site, name, String.valueOf(e.getMessage()));
    } catch (IOException _) {
      mistake(site, name, "it cannot be read");
    }
    return null;
  }

  private static void mistake(YamlMap site, String name, String reason) {
    site.mistake(
        ICON,
        Mistake.quoted(name) + " cannot be the icon: " + reason,
        "put a square PNG of %d to %d pixels beside site.yaml, such as icon.png"
            .formatted(Icon.MIN_SIDE, Icon.MAX_SIDE));
  }
}
