package vn.bantin.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.bantin.App;
import vn.bantin.config.Settings;
import vn.bantin.feed.StoredFeeds;

/** A place to work in: an invented newsroom, an empty database, and the commands. */
final class Desk {

  static final String SITE =
      """
      title: Đài Sông Mây
      description: Tin tức tỉnh Sông Mây.
      home: https://songmay.example/
      language: vi
      zone: Asia/Ho_Chi_Minh
      authority: songmay.example,2026
      categories:
        dan-van: Dân vận
        kinh-te: Kinh tế
      """;

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  private Desk(Path folder) {
    this.folder = folder;
    environment.put("BANTIN_FEEDS", folder.resolve("feeds").toString());
    environment.put("BANTIN_DATA", folder.resolve("data").toString());
    environment.put("BANTIN_LISTEN", "127.0.0.1:0");
    environment.put("BANTIN_ADMIN_LISTEN", "127.0.0.1:0");
  }

  /** Makes one in an empty folder. */
  static Desk in(Path folder) throws IOException {
    Desk desk = new Desk(folder);
    desk.write("feeds/site.yaml", SITE);
    desk.write("feeds/dan-van.yaml", feed("dan-van", "dân vận"));
    desk.write("feeds/kinh-te.yaml", feed("kinh-te", "kinh tế"));
    desk.write("feeds/moi-nhat.yaml", "title: Mới nhất\ndescription: Mọi tin.\n");
    return desk;
  }

  /** Markdown with front matter. */
  static String markdown(String id, String title, String body) {
    return """
    ---
    id: %s
    title: "%s"
    published: 2026-01-14T06:45:00+07:00
    categories: [dan-van]
    ---
    %s
    """
        .formatted(id, title, body);
  }

  Path folder() {
    return folder;
  }

  Path database() {
    return folder.resolve("data/bantin.db");
  }

  /** The database with the files that stand beside it while it is open, or after a crash. */
  List<Path> databaseFiles() throws IOException {
    try (Stream<Path> files = Files.list(database().getParent())) {
      return files.toList();
    }
  }

  /** The options of its newsroom and database, as the environment of a process. */
  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  /** Sets an option for all commands that follow. */
  void set(String variable, String value) {
    environment.put(variable, value);
  }

  Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  /** Runs a command in this process. */
  Outcome run(Object... arguments) {
    String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      int code =
          CommandLineInterface.commands(
                  environment, new PrintWriter(out), new PrintWriter(err), words)
              .execute(words);
      return new Outcome(code, out.toString(), err + log.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
    }
  }

  /** Opens the same newsroom and database. */
  App open() {
    return App.open(Settings.of(Map.of(), environment), _ -> {}, Clock.systemUTC());
  }

  /** Everything wrong with any feed. */
  List<String> violations() {
    try (App app = open()) {
      app.ingest(App.operator());
      return StoredFeeds.violations(app.catalog(), app.store());
    }
  }

  private static String feed(String category, String words) {
    return """
    title: Mục %1$s
    description: Tin của mục %1$s.
    categories:
      include: [%1$s]
    words: [%2$s]
    """
        .formatted(category, words);
  }
}
