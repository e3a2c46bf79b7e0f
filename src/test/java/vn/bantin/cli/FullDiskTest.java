package vn.bantin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that cannot grow. SQLite itself is told the limit, which makes it answer as it does
 * when the disk is full; a limit on the size of a process's files makes the system refuse the
 * write.
 */
final class FullDiskTest {

  private static final int ARTICLES = 60;

  /** In KiB: enough for the library that the driver unpacks. */
  private static final int LIMIT = 4_096;

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.in(folder);
    for (int i = 0; i < ARTICLES; i++) {
      String body = "Chuyện của làng. ".repeat(1_000);
      desk.write("in/%02d.md".formatted(i), Desk.markdown("a" + i, "Bài " + i, body));
    }
  }

  @Test
  void aFullDatabaseStopsTheImportAndKeepsAllThatWasReported() throws IOException {
    desk.run("import", Files.createDirectory(folder.resolve("nothing")));
    Outcome full = desk.run("import", folder.resolve("in"), "--json", "--database", limited(60));
    assertThat(full.code()).isEqualTo(3);
    assertThat(full.err()).hasLineCount(1).contains("SQLITE_FULL").contains("(make room");
    assertWholeAndRepeatable(full);
  }

  @Test
  void anArticleThatStillFitsIsStoredAndStaysWhenTheNextDoesNot() throws IOException {
    desk.run("import", Files.createDirectory(folder.resolve("nothing")));
    Path small = desk.write("small.md", Desk.markdown("small", "Tin ngắn", "Vài chữ."));
    assertThat(desk.run("import", small, "--database", limited(60)).code()).isZero();
    Outcome full = desk.run("import", folder.resolve("in"), "--database", limited(60));
    assertThat(full.code()).isEqualTo(3);
    assertThat(desk.run("list").out()).hasLineCount(1).startsWith("small ");
    Outcome withdrawn = desk.run("withdraw", "small", "--reason", "x", "--database", limited(60));
    assertThat(withdrawn.code()).isZero();
    assertThat(desk.violations()).isEmpty();
  }

  @Test
  void aDatabaseThatCannotEvenBeMadeSaysWhy() {
    Outcome full = desk.run("import", folder.resolve("in"), "--database", limited(5));
    assertThat(full.code()).isEqualTo(3);
    assertThat(full.err()).hasLineCount(1).contains("SQLITE_FULL").contains("(make room");
    assertThat(desk.run("import", folder.resolve("in")).code()).isZero();
  }

  @Test
  void aWriteThatTheSystemRefusesStopsTheImportAndKeepsAllThatWasReported() throws Exception {
    desk.run("import", folder.resolve("in/00.md"));
    Path large = desk.write("in/large.md", Desk.markdown("large", "Bài", "Lớn. ".repeat(900_000)));
    Outcome full;
    try (BantinProcess limited =
        BantinProcess.limited(desk, LIMIT, "import", "--json", folder.resolve("in").toString())) {
      full = limited.outcome();
    }
    assertThat(StoreInspection.of(desk).ids()).containsExactly("a0");
    Files.delete(large);
    assertThat(full.code()).isEqualTo(3);
    assertThat(full.err()).hasLineCount(1).contains("SQLITE_").contains("nothing half-done");
    assertWholeAndRepeatable(full);
  }

  private void assertWholeAndRepeatable(Outcome full) {
    List<String> reported =
        full.objects().stream()
            .filter(told -> told.has("article"))
            .map(told -> told.at("/article/id").asString())
            .toList();
    StoreInspection before = StoreInspection.of(desk);
    assertThat(before.ids()).hasSizeLessThan(ARTICLES).containsAll(reported);
    before.assertWhole();
    Outcome again = desk.run("import", folder.resolve("in"));
    assertThat(again.code()).isZero();
    assertThat(StoreInspection.of(desk).ids()).hasSize(ARTICLES);
    StoreInspection.of(desk).assertWhole();
    assertThat(desk.violations()).isEmpty();
  }

  private String limited(int pages) {
    return "jdbc:sqlite:" + desk.database() + "?max_page_count=" + pages;
  }
}
