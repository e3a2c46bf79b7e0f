import com.google.googlejavaformat.java.Main;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The formatting step of the build: {@code --check} names the files under the given folder that are
 * not formatted, {@code --write} formats them.
 *
 * <p>google-java-format needs a newer Java than Maven may run on, so it cannot be a Maven plugin.
 */
final class Format {
  private Format() {}

  public static void main(String[] args) throws Exception {
    var check = args[0].equals("--check");
    var out = new PrintWriter(System.out, true);
    var words = new ArrayList<String>();
    words.addAll(check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
    try (var files = Files.walk(Path.of(args[1]))) {
      files.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().forEach(words::add);
    }
    var exit =
        new Main(out, new PrintWriter(System.err, true), System.in)
            .format(words.toArray(String[]::new));
    out.flush();
    if (check && exit != 0) {
      System.err.println("The files above are not formatted. Run: mvn -Pformat validate");
    }
    System.exit(exit);
  }
}
