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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.bantin.article.Slug;

/**
 * What stood in a newsroom's folder at one moment; equal to another when nothing has changed.
 *
 * @param path the folder
 * @param texts what stands in each {@code NAME.yaml}, by NAME
 * @param mistakes files that have no text or no right name
 */
record NewsroomFolder(Path path, SortedMap<String, String> texts, List<FileMistake> mistakes) {

  /** The name of the file about the newsroom itself. */
  static final String SITE = "site";

  /** The largest file, in bytes. */
  static final int MAX_BYTES = 1024 * 1024;

  private static final String YAML = ".yaml";

  NewsroomFolder {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    mistakes = mistakes.stream().sorted().toList();
  }

  /** Reads the folder as it is now; whatever cannot be read is a mistake. */
  static NewsroomFolder load(Path path) {
    Loading loading = new Loading(path, new TreeMap<>(), new ArrayList<>());
    loading.folder();
    return new NewsroomFolder(path, loading.texts, loading.mistakes);
  }

  /** The file of a name, as a person would type it. */
  String file(String name) {
    return path.resolve(name + YAML).toString();
  }

  private record Loading(Path path, SortedMap<String, String> texts, List<FileMistake> mistakes) {

    void folder() {
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
      String lower = fileName.toLowerCase(Locale.ROOT);
      boolean isOurs = lower.endsWith(YAML) || lower.endsWith(".yml");
      if (!isOurs || fileName.startsWith(".") || Files.isDirectory(file)) {
        return;
      }
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
      } else {
        text(file, name);
      }
    }

    private void text(Path file, String name) {
      if (!Files.isRegularFile(file)) {
        wrong(file, 0, "this is not a file", "remove it");
        return;
      }
      byte[] bytes;
      try (InputStream in = Files.newInputStream(file)) {
        bytes = in.readNBytes(MAX_BYTES + 1);
      } catch (IOException e) {
        wrong(file, 0, "the file cannot be read: " + reason(e), "check its permissions");
        return;
      }
      if (bytes.length > MAX_BYTES) {
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
      texts.put(name, text.flip().toString());
    }

    private void wrong(Path file, int line, String message, String hint) {
      mistakes.add(new FileMistake(file.toString(), line, message, hint));
    }

    private static String reason(Exception e) {
      return e.getClass().getSimpleName().replaceAll("Exception$", "");
    }
  }
}
