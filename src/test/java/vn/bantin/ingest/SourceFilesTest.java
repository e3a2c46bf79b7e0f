package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {

  @TempDir private Path folder;

  @Test
  void findsTextFilesByName() throws IOException {
    write("b.md");
    write("a.txt");
    write("c/d.markdown");
    write("c/e");
    write("f.TEXT");
    write(".an");
    write(".git/x.md");
    write("anh.jpg");
    write("c/z.html");

    SourceFiles files = SourceFiles.find(List.of(folder));

    assertThat(files.sources())
        .extracting(Source::name)
        .containsExactly(
            path("a.txt"), path("b.md"), path("c/d.markdown"), path("c/e"), path("f.TEXT"));
    assertThat(files.skipped()).isEqualTo(2);
  }

  @Test
  void takesAFileThatIsNamedWhateverItsExtension() throws IOException {
    Path file = write("trang.html");

    Source source = SourceFiles.find(List.of(file)).sources().getFirst();

    assertThat(source.read())
        .isInstanceOfSatisfying(
            Source.Contents.Bytes.class,
            contents -> assertThat(contents.bytes()).asString().isEqualTo("trang.html"));
  }

  @Test
  void readsOnlyWhenAsked() throws IOException {
    Path file = write("a.md");
    Source source = SourceFiles.find(List.of(file)).sources().getFirst();
    Files.writeString(file, "sau");

    assertThat(source.read())
        .isInstanceOfSatisfying(
            Source.Contents.Bytes.class,
            contents -> assertThat(contents.bytes()).asString().isEqualTo("sau"));
    Files.delete(file);
    assertThat(refusal(source)).isEqualTo("unreadable");
  }

  @Test
  void namesCyclesAndBrokenLinks() throws IOException {
    write("a/b.md");
    Files.createSymbolicLink(folder.resolve("a/len"), folder);
    Files.createSymbolicLink(folder.resolve("a/minh"), Path.of("minh"));
    Files.createSymbolicLink(folder.resolve("a/hong.md"), Path.of("khong-co.md"));

    List<Source> sources = SourceFiles.find(List.of(folder)).sources();

    assertThat(sources)
        .extracting(Source::name, SourceFilesTest::refusal)
        .containsExactly(
            tuple(path("a/b.md"), "none"),
            tuple(path("a/hong.md"), "unreadable"),
            tuple(path("a/len"), "cyclic-link"),
            tuple(path("a/minh"), "cyclic-link"));
  }

  @Test
  void entersAFolderOnce() throws IOException {
    write("a/b.md");
    Files.createSymbolicLink(folder.resolve("c"), folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("tep.md"), folder.resolve("a/b.md"));

    assertThat(SourceFiles.find(List.of(folder)).sources())
        .extracting(Source::name)
        .containsExactly(path("a/b.md"), path("tep.md"));
  }

  @Test
  void namesWhatIsNotThere() {
    Source source = SourceFiles.find(List.of(folder.resolve("khong-co"))).sources().getFirst();

    assertThat(refusal(source)).isEqualTo("not-found");
  }

  @Test
  void refusesAHugeFileWithoutReadingIt() throws IOException {
    Path file = folder.resolve("to.txt");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }

    assertThat(refusal(SourceFiles.find(List.of(file)).sources().getFirst()))
        .isEqualTo("too-large");
  }

  private static String refusal(Source source) {
    return switch (source.read()) {
      case Source.Contents.Bytes _ -> "none";
      case Source.Contents.Refused(Rejection rejection) -> rejection.code();
    };
  }

  private Path write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, name);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
