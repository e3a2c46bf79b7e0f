package vn.bantin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Processes that are killed in the middle of their work. */
final class KillTest {

  private static final int FILES = 2_000;
  private static final Duration TICK = Duration.ofMillis(10);
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.in(folder);
  }

  @Test
  void anImportThatIsKilledHasStoredAllThatItReported() throws Exception {
    killImports(3, 20261123);
  }

  @Test
  @Tag("soak")
  void anImportThatIsKilledAHundredTimesHasStoredAllThatItReported() throws Exception {
    killImports(100, 7);
  }

  @Test
  void aServerThatIsKilledServesTheSameValidatorsAgain() throws Exception {
    write(20);
    desk.run("import", folder.resolve("in"));
    desk.set("BANTIN_BASE_URL", "https://tin.songmay.example");
    HttpResponse<String> before;
    try (BantinProcess server = serve()) {
      // Until the clock has passed the last change, Last-Modified is held back.
      before = await().until(() -> get("/feeds/dan-van.atom", ""), KillTest::isSettled);
      server.kill();
    }
    String tag = before.headers().firstValue("ETag").orElseThrow();
    try (BantinProcess _ = serve()) {
      HttpResponse<String> after = get("/feeds/dan-van.atom", "");
      assertThat(after.body()).isEqualTo(before.body());
      for (String name : new String[] {"ETag", "Last-Modified"}) {
        assertThat(after.headers().firstValue(name)).isEqualTo(before.headers().firstValue(name));
      }
      assertThat(get("/feeds/dan-van.atom", tag).statusCode()).isEqualTo(304);
    }
    StoreInspection.of(desk).assertWhole();
  }

  @Test
  void aServerThatIsAskedToStopStopsCleanly() throws Exception {
    try (BantinProcess server = serve()) {
      assertThat(get("/feeds/moi-nhat.rss", "").statusCode()).isEqualTo(200);
      server.terminate();
      server.await(Duration.ofSeconds(20));
      assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port()).close())
          .isInstanceOf(ConnectException.class);
      assertThat(server.errors()).contains(" stopped\n").doesNotContain("\tat ", "Exception");
    }
    assertThat(desk.folder().resolve("data").toFile().list())
        .as("the log of the database is folded in")
        .containsExactly("bantin.db");
  }

  private static boolean isSettled(HttpResponse<String> response) {
    return date(response, "Last-Modified").isBefore(date(response, "Date"));
  }

  private static Instant date(HttpResponse<String> response, String name) {
    String date = response.headers().firstValue(name).orElseThrow();
    return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
  }

  private void killImports(int times, long seed) throws Exception {
    write(FILES);
    Random random = new Random(seed);
    Set<String> reported = new HashSet<>();
    int killedHalfway = 0;
    for (int round = 0; round < times; round++) {
      Path report = folder.resolve("report" + round + ".json");
      try (BantinProcess process =
          BantinProcess.reporting(
              report, desk, "import", folder.resolve("in").toString(), "--json")) {
        boolean hasBegun = round % 2 == 0;
        if (hasBegun) {
          await().pollInterval(TICK).until(() -> Files.size(report) > 0);
        }
        process.endsWithin(Duration.ofMillis(random.nextInt(hasBegun ? 500 : 2_000)));
        process.kill();
        assertThat(process.errors()).isEmpty();
      }
      reported.addAll(reported(Files.readString(report)));
      if (Files.exists(desk.database())) {
        desk.run("list");
        StoreInspection stored = StoreInspection.of(desk);
        assertThat(stored.ids()).as("round %d", round).containsAll(reported);
        stored.assertWhole();
        if (stored.ids().size() == FILES) {
          startAnew(reported);
        } else if (!stored.ids().isEmpty()) {
          killedHalfway++;
        }
      }
    }
    assertThat(killedHalfway).isPositive();
    Outcome last = desk.run("import", folder.resolve("in"), "--json");
    assertThat(last.code()).isZero();
    JsonNode summary = last.objects().getLast().path("summary");
    assertThat(summary.path("created").asInt(0) + summary.path("unchanged").asInt(0))
        .isEqualTo(FILES);
    assertThat(summary.path("unchanged").asInt(0)).isGreaterThanOrEqualTo(reported.size());
    StoreInspection stored = StoreInspection.of(desk);
    assertThat(stored.ids()).hasSize(FILES);
    stored.assertWhole();
    assertThat(desk.violations()).isEmpty();
  }

  /** The ids in all lines that were written to their end. */
  private static List<String> reported(String report) {
    return report
        .substring(0, report.lastIndexOf('\n') + 1)
        .lines()
        .map(JSON::readTree)
        .filter(told -> told.has("article"))
        .map(told -> told.at("/article/id").asString())
        .toList();
  }

  private void startAnew(Set<String> reported) throws IOException {
    reported.clear();
    for (Path file : desk.databaseFiles()) {
      Files.delete(file);
    }
  }

  private void write(int files) throws IOException {
    for (int i = 0; i < files; i++) {
      String text = Desk.markdown("n" + i, "Tin số " + i, "Chuyện thứ " + i + " của làng.");
      String category = i % 3 == 0 ? "[dan-van]" : i % 3 == 1 ? "[kinh-te]" : "[dan-van, kinh-te]";
      desk.write("in/%04d.md".formatted(i), text.replace("[dan-van]", category));
    }
  }

  private BantinProcess serve() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      desk.set("BANTIN_LISTEN", "127.0.0.1:" + free.getLocalPort());
    }
    BantinProcess server = BantinProcess.start(desk, "serve");
    assertThat(server.reader().readLine()).as(server.errors()).startsWith("Bantin is ready at ");
    return server;
  }

  private int port() {
    String listen = desk.environment().get("BANTIN_LISTEN");
    return Integer.parseInt(listen.substring(listen.indexOf(':') + 1));
  }

  private HttpResponse<String> get(String path, String tag)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(uri).header("If-None-Match", tag).build();
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
