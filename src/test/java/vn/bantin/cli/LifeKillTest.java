package vn.bantin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is scheduled, and a server that is killed about the time when it is due. */
final class LifeKillTest {

  private static final String FEED = "/feeds/dan-van.atom";

  @TempDir private Path folder;
  private Desk desk;
  private String token;
  private int made;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.in(folder);
    desk.write(
        "feeds/dan-van.yaml",
        "title: Dân vận\ndescription: Tin.\ncategories:\n  include: [dan-van]\nlimit: 500\n");
    desk.run("import", desk.write("a.md", Desk.markdown("a", "B\u00e0i A", "Ch\u1eef.")));
    token = desk.run("token", "create", "cms", "--scope", "write").out().strip();
  }

  @Test
  void whatIsDueIsPublishedOnceHoweverOftenTheServerIsKilled() throws Exception {
    kill(3, 20_261_125);
  }

  @Test
  @Tag("soak")
  void whatIsDueIsPublishedOnceThoughTheServerIsKilledAHundredTimes() throws Exception {
    kill(100, 7);
  }

  private void kill(int times, long seed) throws Exception {
    Random random = new Random(seed);
    List<String> promised = new ArrayList<>();
    for (int round = 0; round < times; round++) {
      try (BantinProcess server = serve()) {
        for (int i = 0; i < 4; i++) {
          promised.add(schedule(random.nextInt(3)));
        }
        server.endsWithin(Duration.ofMillis(random.nextInt(2_500)));
        server.kill();
      }
    }
    try (BantinProcess _ = serve()) {
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(get(FEED)).contains(titles(promised)));
      assertThat(get(FEED).split("<entry", -1)).hasSize(1 + 1 + promised.size());
    }
    for (String id : promised) {
      JsonNode revisions = desk.run("history", id, "--json").objects().getFirst().path("revisions");
      assertThat(revisions).as(id).hasSizeBetween(1, 2);
      assertThat(revisions.get(revisions.size() - 1).path("state").asString()).isEqualTo("live");
    }
    StoreInspection.of(desk).assertWhole();
    assertThat(desk.violations()).isEmpty();
  }

  private String schedule(int seconds) throws Exception {
    String id = "hen-" + made++;
    Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
    String json =
        "{\"title\": \"%s.\", \"summary\": \"x\", \"categories\": [\"dan-van\"], \"publish_at\": \"%s\"}"
            .formatted(id, time);
    HttpRequest put =
        HttpRequest.newBuilder(uri("/api/articles/" + id))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json))
            .build();
    assertThat(send(put).statusCode()).isEqualTo(201);
    return id;
  }

  private static String[] titles(List<String> ids) {
    return ids.stream().map(id -> "<title>" + id + ".</title>").toArray(String[]::new);
  }

  private String get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)).build()).body();
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }

  private URI uri(String path) {
    return URI.create("http://" + desk.environment().get("BANTIN_LISTEN") + path);
  }

  private BantinProcess serve() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      desk.set("BANTIN_LISTEN", "127.0.0.1:" + free.getLocalPort());
    }
    BantinProcess server = BantinProcess.start(desk, "serve");
    assertThat(server.reader().readLine()).as(server.errors()).startsWith("Bantin is ready at ");
    return server;
  }
}
