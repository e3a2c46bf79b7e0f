package vn.bantin.newsroom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Slug;

/**
 * Reads a newsroom's folder, again and again; not for two threads at once.
 *
 * <p>A file is read once more when its number, size or the time of its last change has changed, or
 * when that was so young that another change within the same tick of the file system's clock would
 * not show. Whoever sets a file's own time back cannot set back the time of that change.
 */
final class FolderReader {

  /** How the name of a file ends that counts. */
  static final String YAML = ".yaml";

  /** Longer than the tick of any file system's clock; FAT's is two seconds. */
  private static final Duration YOUNG = Duration.ofSeconds(3);

  private static final String CHANGED = "ctime";
  private static final String STAMP = "unix:ino,size," + CHANGED;

  private final Path path;
  private final Duration young;
  private Map<String, Known> known = new HashMap<>();
  private Map<String, Object> folder = Map.of();
  private @Nullable NewsroomFolder last;

  FolderReader(Path path) {
    this(path, YOUNG);
  }

  FolderReader(Path path, Duration young) {
    this.path = path;
    this.young = young;
  }

  /** Reads the folder as it is now; whatever cannot be read is a mistake. */
  NewsroomFolder read() {
    NewsroomFolder before = last;
    if (before != null && isAsBefore()) {
      return before;
    }
    folder = stamp(path);
    Look look = new Look(new TreeMap<>(), new ArrayList<>(), new HashMap<>());
    look.list();
    known = look.seen;
    NewsroomFolder now = new NewsroomFolder(path, look.texts, look.mistakes);
    // Only what is all known can be found to be as before.
    boolean isKnown =
        look.mistakes.isEmpty() && look.seen.size() == look.texts.size() && look.isOld(folder);
    last = isKnown ? now : null;
    return now;
  }

  // Whatever comes, goes or gets another name changes the folder as well.
  private boolean isAsBefore() {
    if (!folder.equals(stamp(path))) {
      return false;
    }
    for (Known file : known.values()) {
      if (!file.stamp.equals(stamp(file.path))) {
        return false;
      }
    }
    return true;
  }

  private static boolean counts(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return !fileName.startsWith(".") && (lower.endsWith(YAML) || lower.endsWith(".yml"));
  }

  /**
   * What a file said.
   *
   * @param stamp what the file system said of it before it was read
   */
  private record Known(Path path, Map<String, Object> stamp, String text) {}

  private final class Look {
    private final SortedMap<String, String> texts;
    private final List<FileMistake> mistakes;
    private final Map<String, Known> seen;
    private final Instant old = Instant.now().minus(young);

    Look(SortedMap<String, String> texts, List<FileMistake> mistakes, Map<String, Known> seen) {
      this.texts = texts;
      this.mistakes = mistakes;
      this.seen = seen;
    }

    void list() {
      if (!Files.isDirectory(path)) {
        wrong(path, 0, "there is no such folder", "make it, or name another with --feeds");
        return;
      }
      try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
        for (Path file : files) {
          file(file);
        }
      } catch (IOException | DirectoryIteratorException e) {
        wrong(path, 0, "the folder cannot be read: " + reason(e), "check its permissions");
      }
    }

    private void file(Path file) {
      String fileName = file.getFileName().toString();
      if (!counts(fileName)) {
        return;
      }
      Map<String, Object> stamp = stamp(file);
      Known before = known.get(fileName);
      if (before != null && before.stamp.equals(stamp)) {
        take(fileName, before);
      } else if (!Files.isDirectory(file)) {
        read(file, fileName, stamp);
      }
    }

    private void read(Path file, String fileName, Map<String, Object> stamp) {
      String name = fileName.substring(0, fileName.lastIndexOf('.'));
      if (!fileName.endsWith(YAML)) {
        wrong(file, 0, "the name does not end in .yaml", "rename it to " + name + YAML);
      } else if (!Slug.isValid(name)) {
        String better = Slug.of(name);
        wrong(
            file,
            0,
            "a feed's name is made of a-z, 0-9 and hyphens",
            Slug.isValid(better) ? "rename it to " + better + YAML : "rename it");
      } else if (!Files.isRegularFile(file)) {
        wrong(file, 0, "this is not a file", "remove it");
      } else {
        text(file, fileName, stamp);
      }
    }

    private void text(Path file, String fileName, Map<String, Object> stamp) {
      byte[] bytes;
      try (InputStream in = Files.newInputStream(file)) {
        bytes = in.readNBytes(NewsroomFolder.MAX_BYTES + 1);
      } catch (IOException e) {
        wrong(file, 0, "the file cannot be read: " + reason(e), "check its permissions");
        return;
      }
      if (bytes.length > NewsroomFolder.MAX_BYTES) {
        wrong(file, 0, "the file is larger than 1 MB", "make it smaller");
        return;
      }
      CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
      CharBuffer text = CharBuffer.allocate(bytes.length);
      if (decoder.decode(ByteBuffer.wrap(bytes), text, true).isError()) {
        int line = 1 + (int) text.flip().chars().filter(c -> c == '\n').count();
        wrong(file, line, "the text is not UTF-8", "save the file in the encoding UTF-8");
        return;
      }
      take(fileName, new Known(file, stamp, text.flip().toString()));
    }

    private void take(String fileName, Known file) {
      texts.put(fileName.substring(0, fileName.length() - YAML.length()), file.text);
      if (isOld(file.stamp)) {
        seen.put(fileName, file);
      }
    }

    private boolean isOld(Map<String, Object> stamp) {
      return stamp.get(CHANGED) instanceof FileTime changed && changed.toInstant().isBefore(old);
    }

    private void wrong(Path file, int line, String message, String hint) {
      mistakes.add(new FileMistake(file.toString(), line, message, hint));
    }
  }

  /** What the file system says of a file; nothing where it cannot say all of it. */
  private static Map<String, Object> stamp(Path file) {
    try {
      return Files.readAttributes(file, STAMP);
    } catch (IOException | UnsupportedOperationException _) {
      return Map.of();
    }
  }

  private static String reason(Exception e) {
    return e.getClass().getSimpleName().replaceAll("Exception$", "");
  }
}
