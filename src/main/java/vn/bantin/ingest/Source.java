package vn.bantin.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file that was found, or a reason why something named is none. Its bytes are read when asked.
 */
public final class Source {

  private final Path path;
  private final @Nullable Rejection rejection;

  private Source(Path path, @Nullable Rejection rejection) {
    this.path = path;
    this.rejection = rejection;
  }

  static Source file(Path path) {
    return new Source(path, null);
  }

  static Source rejected(Path path, Rejection rejection) {
    return new Source(path, rejection);
  }

  /** What a source holds. */
  public sealed interface Contents {

    /**
     * All of a file.
     *
     * @param bytes not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Bytes(byte[] bytes) implements Contents {}

    /**
     * Nothing that can be read.
     *
     * @param rejection why
     */
    record Refused(Rejection rejection) implements Contents {}
  }

  /** The path as people named it. */
  public String name() {
    return path.toString();
  }

  /** Reads the file, unless it is too large. */
  public Contents read() {
    if (rejection != null) {
      return new Contents.Refused(rejection);
    }
    try {
      long size = Files.size(path);
      if (size > Utf8.MAX_BYTES) {
        return new Contents.Refused(Utf8.tooLarge(size));
      }
      try (InputStream in = Files.newInputStream(path)) {
        byte[] bytes = in.readNBytes(Utf8.MAX_BYTES + 1);
        return bytes.length > Utf8.MAX_BYTES
            ? new Contents.Refused(Utf8.tooLarge(bytes.length))
            : new Contents.Bytes(bytes);
      }
    } catch (IOException e) {
      return new Contents.Refused(unreadable(path, e));
    }
  }

  static Rejection unreadable(Path path, IOException e) {
    return new Rejection(
        "unreadable",
        "cannot read " + path + ": " + e.getClass().getSimpleName(),
        "check that it exists and that you may read it");
  }
}
