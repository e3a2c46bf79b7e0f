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

  private static final String PNG = ".png";

  /** Longer than the tick of any file system's clock; FAT's is two seconds. */
  private static final Duration YOUNG = Duration.ofSeconds(3);

  private static final String CHANGED = "ctime";
  private static final String STAMP = "unix:ino,size," + CHANGED;

  private final Path path;
  private final Path partnersPath;
  private final Duration young;
  private Map<Path, Known> known = new HashMap<>();
  private List<Map<String, Object>> folders = List.of();
  private @Nullable NewsroomFolder last;

  FolderReader(Path path) {
    this(path, YOUNG);
  }

  FolderReader(Path path, Duration young) {
    this.path = path;
    this.partnersPath = path.resolve(NewsroomFolder.PARTNERS);
    this.young = young;
  }

  /** Reads the folder as it is now; whatever cannot be read is a mistake. */
  NewsroomFolder read() {
    NewsroomFolder before = last;
    if (before != null && isAsBefore()) {
      return before;
    }
    last = null;
    folders = stamps();
    Pass pass = new Pass(Instant.now().minus(young), new ArrayList<>(), new HashMap<>());
    Look feeds = new Look(path, "feed", pass);
    SortedMap<String, String> texts = feeds.list();
    SortedMap<String, String> partners =
        Files.isDirectory(partnersPath)
            ? new Look(partnersPath, "partner", pass).list()
            : new TreeMap<>();
    known = pass.seen;
    NewsroomFolder now = new NewsroomFolder(path, texts, feeds.pictures, partners, pass.mistakes);
    // Only what is all known can be found to be as before.
    boolean isKnown =
        pass.mistakes.isEmpty()
            && feeds.pictures.isEmpty()
            && pass.seen.size() == texts.size() + partners.size()
            && folders.stream().allMatch(pass::isOld);
    last = isKnown ? now : null;
    return now;
  }

  /** Whether a file has come, gone or got another name since the last reading, by its folder. */
  boolean hasMoved() {
    return !folders.equals(stamps());
  }

  private boolean isAsBefore() {
    if (hasMoved()) {
      return false;
    }
    for (Known file : known.values()) {
      if (!file.stamp.equals(stamp(file.path))) {
        return false;
      }
    }
    return true;
  }

  // A folder of partners that comes or goes changes the one that it is in.
  private List<Map<String, Object>> stamps() {
    return Files.isDirectory(partnersPath)
        ? List.of(stamp(path), stamp(partnersPath))
        : List.of(stamp(path));
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

  /**
   * One reading of everything.
   *
   * @param old before when a file must have changed so that its stamp tells the next change
   * @param seen what need not be read the next time if its stamp is the same
   */
  private record Pass(Instant old, List<FileMistake> mistakes, Map<Path, Known> seen) {

    boolean isOld(Map<String, Object> stamp) {
      return stamp.get(CHANGED) instanceof FileTime changed && changed.toInstant().isBefore(old);
    }

    void wrong(Path file, int line, String message, String hint) {
      mistakes.add(new FileMistake(file.toString(), line, message, hint));
    }
  }

  private final class Look {
    private final Path folder;
    private final String what;
    private final Pass pass;
    private final SortedMap<String, String> texts = new TreeMap<>();
    private final SortedMap<String, String> pictures = new TreeMap<>();

    Look(Path folder, String what, Pass pass) {
      this.folder = folder;
      this.what = what;
      this.pass = pass;
    }

    SortedMap<String, String> list() {
      if (!Files.isDirectory(folder)) {
        pass.wrong(folder, 0, "there is no such folder", "make it, or name another with --feeds");
        return texts;
      }
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          file(file);
        }
      } catch (IOException | DirectoryIteratorException e) {
        pass.wrong(folder, 0, "the folder cannot be read: " + reason(e), "check its permissions");
      }
      return texts;
    }

    private void file(Path file) {
      String fileName = file.getFileName().toString();
      if (fileName.endsWith(PNG)) {
        pictures.put(fileName, new TreeMap<>(stamp(file)).toString());
      }
      if (!counts(fileName)) {
        return;
      }
      Map<String, Object> stamp = stamp(file);
      Known before = known.get(file);
      if (before != null && before.stamp.equals(stamp)) {
        take(fileName, before);
      } else if (!Files.isDirectory(file)) {
        read(file, fileName, stamp);
      }
    }

    private void read(Path file, String fileName, Map<String, Object> stamp) {
      String name = fileName.substring(0, fileName.lastIndexOf('.'));
      if (!fileName.endsWith(YAML)) {
        pass.wrong(file, 0, "the name does not end in .yaml", "rename it to " + name + YAML);
      } else if (!Slug.isValid(name)) {
        String better = Slug.of(name);
        pass.wrong(
            file,
            0,
            "a " + what + "'s name is made of a-z, 0-9 and hyphens",
            Slug.isValid(better) ? "rename it to " + better + YAML : "rename it");
      } else if (!Files.isRegularFile(file)) {
        pass.wrong(file, 0, "this is not a file", "remove it");
      } else {
        text(file, fileName, stamp);
      }
    }

    private void text(Path file, String fileName, Map<String, Object> stamp) {
      byte[] bytes;
      try (InputStream in = Files.newInputStream(file)) {
        bytes = in.readNBytes(NewsroomFolder.MAX_BYTES + 1);
      } catch (IOException e) {
        pass.wrong(file, 0, "the file cannot be read: " + reason(e), "check its permissions");
        return;
      }
      if (bytes.length > NewsroomFolder.MAX_BYTES) {
        pass.wrong(file, 0, "the file is larger than 1 MB", "make it smaller");
        return;
      }
      CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
      CharBuffer text = CharBuffer.allocate(bytes.length);
      if (decoder.decode(ByteBuffer.wrap(bytes), text, true).isError()) {
        int line = 1 + (int) text.flip().chars().filter(c -> c == '\n').count();
        pass.wrong(file, line, "the text is not UTF-8", "save the file in the encoding UTF-8");
        return;
      }
      take(fileName, new Known(file, stamp, text.flip().toString()));
    }

    private void take(String fileName, Known file) {
      texts.put(fileName.substring(0, fileName.length() - YAML.length()), file.text);
      if (pass.isOld(file.stamp)) {
        pass.seen.put(file.path, file);
      }
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
