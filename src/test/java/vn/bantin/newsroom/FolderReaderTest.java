package vn.bantin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder is read for again, and what not. */
final class FolderReaderTest {

  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir private Path folder;
  private FolderReader reader;

  @BeforeEach
  void settle() throws IOException {
    write("a.yaml", "mot");
    write("b.yaml", "hai");
    reader = new FolderReader(folder, Duration.ofMillis(20));
    awaitSettled();
  }

  @Test
  void whatIsPassedOverDoesNotCount() throws IOException {
    NewsroomFolder before = reader.read();
    write("note.txt", "x");
    write(".c.yaml", "x");
    assertThat(reader.read()).isEqualTo(before);
  }

  @Test
  void anotherFileOfTheSameSizeAndTimeIsRead() throws IOException {
    Path other = write("other", "bon");
    Files.move(other, folder.resolve("a.yaml"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(reader.read().texts()).isEqualTo(Map.of("a", "bon", "b", "hai"));
  }

  @Test
  void anEditThatSetsTheTimeBackIsRead() throws IOException {
    write("a.yaml", "nam");
    assertThat(reader.read().texts()).isEqualTo(Map.of("a", "nam", "b", "hai"));
  }

  @Test
  void aFileThatIsYoungIsReadHoweverOftenItChanges() throws IOException {
    for (int i = 100; i < 400; i++) {
      write("a.yaml", "" + i);
      assertThat(reader.read().texts().get("a")).isEqualTo("" + i);
    }
  }

  @Test
  void whatComesAndGoesIsSeen() throws IOException {
    write("c.yaml", "ba");
    assertThat(reader.read().texts()).containsOnlyKeys("a", "b", "c");
    awaitSettled();
    Files.delete(folder.resolve("b.yaml"));
    assertThat(reader.read().texts()).containsOnlyKeys("a", "c");
    awaitSettled();
    Files.move(folder.resolve("c.yaml"), folder.resolve("d.yaml"));
    assertThat(reader.read().texts()).isEqualTo(Map.of("a", "mot", "d", "ba"));
  }

  @Test
  void partnersAreReadLikeFeeds() throws IOException {
    Path partners = Files.createDirectory(folder.resolve("partners"));
    write("partners/c.yaml", "ba");
    assertThat(reader.read().partners()).isEqualTo(Map.of("c", "ba"));
    assertThat(reader.read().texts()).containsOnlyKeys("a", "b");
    awaitSettled();
    write("partners/c.yaml", "bon");
    assertThat(reader.read().partners()).isEqualTo(Map.of("c", "bon"));
    awaitSettled();
    write("partners/d.yaml", "nam");
    assertThat(reader.read().partners()).containsOnlyKeys("c", "d");
    awaitSettled();
    Files.move(partners, folder.resolve("others"));
    assertThat(reader.read().partners()).isEmpty();
  }

  @Test
  void aMistakeIsSaidUntilItIsMended() throws IOException {
    write("C.yaml", "x");
    assertThat(reader.read().mistakes()).hasSize(1);
    assertThat(reader.read().mistakes()).hasSize(1);
    Files.delete(folder.resolve("C.yaml"));
    assertThat(reader.read().mistakes()).isEmpty();
  }

  private void awaitSettled() {
    await().untilAsserted(() -> assertThat(reader.read()).isSameAs(reader.read()));
  }

  private Path write(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setLastModifiedTime(file, LONG_AGO);
  }
}
