package vn.bantin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases, folders and ports that cannot be used, and newsrooms with mistakes. */
final class BrokenPlacesTest {

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.in(folder);
  }

  @Test
  void aDatabaseThatIsAFolder() throws IOException {
    Files.createDirectories(desk.database());
    assertBroken(desk.run("list"), desk.database().toString(), "--database");
  }

  @Test
  void aDatabaseThatIsAnotherFile() throws IOException {
    desk.write("data/bantin.db", "This is a letter, not a database. ".repeat(200));
    assertBroken(desk.run("list"), desk.database().toString(), "no intact database");
    assertThat(desk.database()).content().startsWith("This is a letter");
  }

  @Test
  void aDatabaseWhoseMiddleWasOverwritten() throws IOException {
    desk.run("import", desk.write("a.md", Desk.markdown("a", "Bài A", "Chữ.")));
    byte[] bytes = Files.readAllBytes(desk.database());
    for (int i = 4096; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    Files.write(desk.database(), bytes);
    assertBroken(desk.run("list"), "", "no intact database");
  }

  @Test
  void aDataFolderThatIsAFile() throws IOException {
    desk.write("data", "a file");
    assertBroken(desk.run("import", "x.txt"), "is no folder", "--data");
    assertBroken(desk.run("list"), "there is no database", "--data");
  }

  @Test
  void aDataFolderThatCannotBeWritten() throws IOException {
    Path closed = Files.createDirectory(desk.folder().resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
    // No permission stops an administrator; the kernel's own folder stops everybody.
    desk.set(
        "BANTIN_DATA",
        Files.isWritable(closed) ? "/proc/bantin" : closed.resolve("data").toString());
    assertBroken(desk.run("import", "x.txt"), "cannot open the database", "that you may write to");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BANTIN_LISTEN", "BANTIN_ADMIN_LISTEN"})
  void aPortThatIsTaken(String variable) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      desk.set(variable, "127.0.0.1:" + taken.getLocalPort());
      Outcome outcome = desk.run("serve");
      assertBroken(outcome, "Address already in use", "--listen");
      assertThat(outcome.err()).contains("--admin-listen");
    }
  }

  @Test
  void aCertificateThatCannotBeUsed() throws IOException {
    Path file = desk.write("server.pem", "no certificate");
    String tls = "serve --tls-listen 127.0.0.1:0 --tls-certificate " + file + " --tls-key ";
    Outcome noKey = desk.run((Object[]) (tls + desk.folder().resolve("no.key")).split(" "));
    assertBroken(noKey, "no.key does not exist", "--tls-key");
    Outcome noCertificate = desk.run((Object[]) (tls + file).split(" "));
    assertBroken(noCertificate, "server.pem holds no certificate", "BEGIN CERTIFICATE");
  }

  @Test
  void anAddressThatIsNotThisMachines() {
    assertBroken(desk.run("serve", "--listen", "192.0.2.1:0"), "", "--listen");
    assertBroken(desk.run("serve", "--listen", "nowhere.invalid:0"), "unknown host", "--listen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"import x.txt", "import --dry-run x.txt", "serve"})
  void aNewsroomWithMistakesIsRefusedWithFileAndLine(String line) throws IOException {
    desk.write("feeds/dan-van.yaml", "title: Dân vận\ndescription: Tin.\nlimt: 5\n");
    Outcome outcome = desk.run((Object[]) line.split(" "));
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("feeds/dan-van.yaml:3: ", "limit", "bantin check");
    assertThat(desk.database()).doesNotExist();
  }

  @Test
  void checkNamesEveryMistakeWithFileAndLine() throws IOException {
    assertThat(desk.run("check")).isEqualTo(new Outcome(0, "no mistakes, 3 feeds\n", ""));
    desk.write("feeds/dan-van.yaml", "title: Dân vận\ndescription: Tin.\nlimt: 5\nttl: soon\n");
    desk.write("feeds/kinh-te.yaml", "title: [\n");
    Outcome outcome = desk.run("check");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .containsPattern("feeds/dan-van.yaml:3: .* \\(.+\\)\n")
        .containsPattern("feeds/dan-van.yaml:4: .* \\(.+\\)\n")
        .containsPattern("feeds/kinh-te.yaml:\\d: .* \\(.+\\)\n")
        .endsWith("3 mistakes\n");
    Outcome none = desk.run("check", "--feeds", desk.folder().resolve("nowhere"));
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.out()).contains("nowhere", "--feeds");
  }

  @Test
  void somethingUnexpectedIsSaidToBeAFault() {
    assertThat(Failure.describe(new IllegalStateException(new NullPointerException())))
        .isEqualTo(
            "NullPointerException (this is a fault in Bantin itself: please report it with the"
                + " command you gave)");
  }

  /** One line that says what and how to go on, and nothing of the machinery. */
  private static void assertBroken(Outcome outcome, String what, String hint) {
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .hasLineCount(1)
        .contains(what)
        .containsPattern("\\(.*\\Q" + hint + "\\E.*\\)\n$")
        .doesNotContain("\tat ", "Exception", "fault in Bantin");
  }
}
