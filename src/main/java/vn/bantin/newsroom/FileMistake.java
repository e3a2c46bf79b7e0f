package vn.bantin.newsroom;

import java.util.Comparator;
import vn.bantin.yaml.Mistake;

/**
 * Something wrong in the newsroom's folder.
 *
 * @param file which file, or the folder itself, as a person would type it
 * @param line where in the file, from 1; 0 for the file as a whole
 * @param message what is wrong
 * @param hint what to do about it
 */
public record FileMistake(String file, int line, String message, String hint)
    implements Comparable<FileMistake> {

  private static final Comparator<FileMistake> ORDER =
      Comparator.comparing(FileMistake::file)
          .thenComparingInt(FileMistake::line)
          .thenComparing(FileMistake::message)
          .thenComparing(FileMistake::hint);

  static FileMistake in(String file, Mistake mistake) {
    return new FileMistake(file, mistake.line(), mistake.message(), mistake.hint());
  }

  /** By file, then by line. */
  @Override
  public int compareTo(FileMistake other) {
    return ORDER.compare(this, other);
  }

  /** Such as {@code feeds/dan-van.yaml:7: message (hint)}. */
  @Override
  public String toString() {
    return file + (line == 0 ? "" : ":" + line) + ": " + message + " (" + hint + ")";
  }
}
