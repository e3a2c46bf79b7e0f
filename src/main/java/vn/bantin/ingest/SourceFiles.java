package vn.bantin.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files that people name, and those in folders that they name, by name.
 *
 * <p>A file that is named is always taken. In a folder dotfiles are ignored, and of the rest those
 * are taken whose extension is one of text or missing.
 */
public final class SourceFiles {

  // Links are followed. A folder is entered once, under whichever name comes first: a link to one
  // of its own parents is a cycle and is said; a second way to a folder is none and is passed over.

  private static final Set<String> EXTENSIONS = Set.of("md", "markdown", "txt", "text", "");

  private final List<Source> sources = new ArrayList<>();
  private final Deque<Path> parents = new ArrayDeque<>();
  private final Set<Path> entered = new HashSet<>();
  private int skipped;

  private SourceFiles() {}

  /** Finds the files; reads none of them. */
  public static SourceFiles find(List<Path> paths) {
    SourceFiles files = new SourceFiles();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        files.enter(path);
      } else {
        files.take(path);
      }
    }
    return files;
  }

  /** What was found, in the order of the paths named, and by name within a folder. */
  public List<Source> sources() {
    return List.copyOf(sources);
  }

  /** How many files in folders were passed over for their extension. */
  public int skipped() {
    return skipped;
  }

  private void enter(Path folder) {
    Path real;
    List<Path> children;
    try {
      real = folder.toRealPath();
      if (parents.contains(real)) {
        sources.add(Source.rejected(folder, cyclic(folder)));
        return;
      }
      if (!entered.add(real)) {
        return;
      }
      try (Stream<Path> list = Files.list(folder)) {
        children =
            list.filter(child -> !name(child).startsWith("."))
                .sorted(Comparator.comparing(SourceFiles::name))
                .toList();
      }
    } catch (IOException e) {
      sources.add(Source.rejected(folder, Source.unreadable(folder, e)));
      return;
    }
    parents.push(real);
    children.forEach(this::visit);
    parents.pop();
  }

  private void visit(Path child) {
    if (Files.isDirectory(child)) {
      enter(child);
    } else if (!EXTENSIONS.contains(extension(name(child)))) {
      skipped++;
    } else if (Files.isRegularFile(child) || !Files.exists(child)) {
      take(child);
    } else {
      skipped++;
    }
  }

  private void take(Path path) {
    if (Files.exists(path)) {
      sources.add(Source.file(path));
    } else if (isCycle(path)) {
      sources.add(Source.rejected(path, cyclic(path)));
    } else if (Files.isSymbolicLink(path)) {
      sources.add(
          Source.rejected(
              path,
              new Rejection(
                  "unreadable", path + " is a link to nothing", "remove it or mend its target")));
    } else {
      sources.add(
          Source.rejected(
              path, new Rejection("not-found", "there is no " + path, "check the name")));
    }
  }

  private static boolean isCycle(Path link) {
    Set<Path> seen = new HashSet<>();
    Path at = link.toAbsolutePath().normalize();
    try {
      while (Files.isSymbolicLink(at)) {
        if (!seen.add(at)) {
          return true;
        }
        at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
      }
    } catch (IOException _) {
      return false;
    }
    return false;
  }

  private static Rejection cyclic(Path path) {
    return new Rejection("cyclic-link", path + " is a link that leads back to itself", "remove it");
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
