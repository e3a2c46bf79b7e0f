package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Articles;
import vn.bantin.config.Option;
import vn.bantin.http.Http2Frames.Frame;
import vn.bantin.store.SettableClock;
import vn.bantin.tls.CertificateFiles;
import vn.bantin.tls.Pems;

/** HTTP/2 to the letter. */
final class Http2SpecTest {

  private static final String ATOM = "/feeds/dan-van.atom";
  private static final long PATIENCE_SECONDS = 120;

  // Undertow now and then closes a connection on which a block of fields comes in several frames
  // that
  // do not arrive together.
  private static final List<String> KNOWN_FAILURES =
      List.of("× 1: Sends a CONTINUATION frame", "× 2: Sends multiple CONTINUATION frames");

  @TempDir private static Path folder;

  private static ServedNewsroom newsroom;

  @BeforeAll
  static void start() throws IOException {
    CertificateFiles files = Pems.put(folder, "ec");
    newsroom =
        ServedNewsroom.start(
            folder,
            new SettableClock(ServedNewsroom.START),
            Map.of(
                Option.TLS_LISTEN, "127.0.0.1:0",
                Option.TLS_CERTIFICATE, files.certificate().toString(),
                Option.TLS_KEY, files.key().toString(),
                Option.HTTP2, "true",
                Option.H2C, "true"));
    // larger than a window (RFC 9113 §6.9.2), so that an answer is not over before it is disturbed
    String body = "<p>Đường mới</p>".repeat(6_000);
    newsroom.put(Articles.saying(Articles.article("a", "dan-van", 1), body));
  }

  @AfterAll
  static void stop() {
    newsroom.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void h2specFindsNothingNew(boolean secure) throws Exception {
    String port = Integer.toString(secure ? newsroom.tlsPort() : newsroom.port());
    List<String> target = List.of("-h", "127.0.0.1", "-p", port, "-P", ATOM, "-o", "5");
    List<String> said = h2spec(target, secure ? List.of("-t", "-k") : List.of());
    assertThat(said).anyMatch(line -> line.matches("145 tests, \\d+ passed, 0 skipped, .*"));
    int failures = said.indexOf("Failures:");
    List<String> failed =
        said.subList(failures < 0 ? said.size() : failures, said.size()).stream()
            .filter(line -> line.startsWith("×"))
            .toList();
    assertThat(failed).isSubsetOf(KNOWN_FAILURES);
  }

  private static List<String> h2spec(List<String> target, List<String> more) throws Exception {
    Path program = folder.resolve("h2spec");
    if (!Files.exists(program)) {
      unpack(program);
    }
    Path said = Files.createTempFile(folder, "h2spec", ".txt");
    ProcessBuilder builder = new ProcessBuilder(program.toString());
    builder.command().addAll(target);
    builder.command().addAll(more);
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return Files.readString(said, StandardCharsets.UTF_8).lines().map(String::strip).toList();
  }

  private static void unpack(Path program) throws Exception {
    String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    String name = "/h2spec/2.2.0/h2spec_" + system + "_amd64.tar.gz";
    Process tar =
        new ProcessBuilder("tar", "-xz", "-C", program.getParent().toString(), "h2spec").start();
    try (InputStream packed = Http2SpecTest.class.getResourceAsStream(name)) {
      packed.transferTo(tar.getOutputStream());
      tar.getOutputStream().close();
    }
    assertThat(tar.waitFor()).isZero();
  }

  @Test
  void aRequestIsAnsweredFrameByFrame() {
    try (Http2Frames frames = Http2Frames.connect(newsroom.port())) {
      frames.ask(ATOM, 1, Http2Frames.END_STREAM);
      Frame head = frames.read(Http2Frames.HEADERS);
      assertThat(head.stream()).isEqualTo(1);
      assertThat(head.content()[0]).as(":status 200").isEqualTo((byte) 0x88);
      frames.write(new Frame(Http2Frames.PING, 0, 0, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
      assertThat(frames.read(Http2Frames.PING).content()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }
  }
}
