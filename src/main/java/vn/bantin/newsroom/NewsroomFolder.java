package vn.bantin.newsroom;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stood in a newsroom's folder at one moment; equal to another when nothing has changed.
 *
 * @param path the folder
 * @param texts what stands in each {@code NAME.yaml}, by NAME
 * @param pictures what the file system says of each {@code NAME.png}, by the file's name
 * @param partners what stands in each {@code partners/NAME.yaml}, by NAME
 * @param mistakes files that have no text or no right name
 */
record NewsroomFolder(
    Path path,
    SortedMap<String, String> texts,
    SortedMap<String, String> pictures,
    SortedMap<String, String> partners,
    List<FileMistake> mistakes) {

  /** The name of the file about the newsroom itself. */
  static final String SITE = "site";

  /** The name of the folder with a file for each partner. */
  static final String PARTNERS = "partners";

  /** The largest file, in bytes. */
  static final int MAX_BYTES = 1024 * 1024;

  NewsroomFolder {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    pictures = Collections.unmodifiableSortedMap(new TreeMap<>(pictures));
    partners = Collections.unmodifiableSortedMap(new TreeMap<>(partners));
    mistakes = mistakes.stream().sorted().toList();
  }

  /** Reads the folder as it is now; whatever cannot be read is a mistake. */
  static NewsroomFolder load(Path path) {
    return new FolderReader(path).read();
  }

  /** The file of a name, as a person would type it. */
  String file(String name) {
    return path.resolve(name + FolderReader.YAML).toString();
  }

  /** The file of a partner, as a person would type it. */
  String partnerFile(String name) {
    return path.resolve(PARTNERS).resolve(name + FolderReader.YAML).toString();
  }
}
