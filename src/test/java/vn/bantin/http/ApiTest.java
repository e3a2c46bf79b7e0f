package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.http.ApiClient.BRIDGE;
import static vn.bantin.http.ApiClient.json;
import static vn.bantin.http.ApiClient.line;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.bantin.article.State;

/** The API over real sockets; the client checks each answer against the description. */
final class ApiTest extends ServedApi {

  @Test
  void anArticleThatIsPutIsEverywhereWhenThatIsAnswered() {
    String before = newsroom.get("/feeds/dan-van.atom").header("ETag");
    RawAnswer created = api.put("cau-1", BRIDGE);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("Location")).isEqualTo("/api/articles/cau-1");
    assertThat(newsroom.get("/feeds/dan-van.atom", "If-None-Match: " + before).text())
        .contains("Thêm một cây cầu");
    JsonNode article = json(created);
    assertThat(article.path("id").asString()).isEqualTo("cau-1");
    assertThat(article.path("state").asString()).isEqualTo("live");
    assertThat(api.get("/api/articles/cau-1").text()).isEqualTo(created.text());
    assertThat(api.get("/api/articles/cau-1").header("ETag")).isEqualTo(created.header("ETag"));
  }

  @Test
  void puttingItAgainChangesNothing() {
    RawAnswer created = api.put("cau-1", BRIDGE);
    String feed = newsroom.get("/feeds/dan-van.atom").header("ETag");
    RawAnswer again = api.put("cau-1", BRIDGE);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("ETag")).isEqualTo(created.header("ETag"));
    assertThat(newsroom.get("/feeds/dan-van.atom").header("ETag")).isEqualTo(feed);
    RawAnswer other = api.put("cau-1", BRIDGE.replace("một", "hai"));
    assertThat(other.status()).isEqualTo(200);
    assertThat(other.header("ETag")).isNotEqualTo(created.header("ETag"));
    assertThat(newsroom.get("/feeds/dan-van.atom").text()).contains("Thêm hai cây cầu");
  }

  @Test
  void whatItAnswersCanBePutAgain() {
    RawAnswer created =
        api.put(
            "cau-1",
            BRIDGE.replace(
                "\"title\"",
                """
                "url": "https://songmay.example/cau", "authors": ["Thu Hà"], "tags": ["cầu"],
                "expires_at": "2026-04-01T00:00:00", "language": "vi", "source": "songmay.example",
                "media": [{"url": "https://songmay.example/c.mp4", "type": "video/mp4", "length": 5,
                  "width": 4, "height": 3, "duration": 2, "caption": "Cầu"}], "title"\
                """));
    assertThat(created.status()).isEqualTo(201);
    assertThat(api.put("cau-1", created.text()).header("ETag")).isEqualTo(created.header("ETag"));
    assertThat(json(created).path("expires_at").asString()).isEqualTo("2026-04-01T00:00:00+07:00");
  }

  @Test
  void aPatchChangesWhatItNames() {
    api.put("cau-1", BRIDGE);
    RawAnswer patched =
        api.patch(
            "cau-1",
            """
            {"title": "Thêm hai cây cầu", "state": "corrected", "note": "hai, không phải một",
             "updated": "2026-02-02T07:00:00+07:00"}
            """);
    assertThat(patched.status()).isEqualTo(200);
    JsonNode article = json(patched);
    assertThat(article.path("title").asString()).isEqualTo("Thêm hai cây cầu");
    assertThat(article.path("body_html").asString()).isEqualTo("<p>Cầu đã thông.</p>");
    assertThat(article.path("state").asString()).isEqualTo("corrected");
    assertThat(newsroom.get("/feeds/dan-van.atom").text()).contains("Thêm hai cây cầu");
    assertThat(api.patch("cau-1", "{}").header("ETag")).isEqualTo(patched.header("ETag"));
    assertThat(api.patch("nothing", "{}").status()).isEqualTo(404);
  }

  @Test
  void aPatchOfTheTextTakesTheSummaryThatWasMadeOfItAlong() {
    api.put("cau-1", BRIDGE);
    JsonNode patched = json(api.patch("cau-1", "{\"body_html\": \"<p>Cầu chưa thông.</p>\"}"));
    assertThat(patched.path("summary").asString()).isEqualTo("Cầu chưa thông.");
    assertThat(patched.path("updated").asString()).isEqualTo("2026-03-01T15:30:00+07:00");
    api.patch("cau-1", "{\"summary\": \"Về cây cầu\"}");
    JsonNode again = json(api.patch("cau-1", "{\"body_html\": \"<p>Cầu đã thông.</p>\"}"));
    assertThat(again.path("summary").asString()).isEqualTo("Về cây cầu");
    assertThat(again.path("updated").asString()).isEqualTo("2026-03-01T15:30:02+07:00");
  }

  @Test
  void aWithdrawnArticleStaysSo() {
    api.put("cau-1", BRIDGE);
    assertThat(api.delete("cau-1", "").text()).contains("\"code\":\"parameter\"");
    RawAnswer withdrawn = api.delete("cau-1", "?reason=sai%20s%E1%BB%91%20li%E1%BB%87u");
    assertThat(withdrawn.status()).isEqualTo(200);
    assertThat(json(withdrawn).path("note").asString()).isEqualTo("sai số liệu");
    assertThat(newsroom.get("/feeds/dan-van.atom").text()).doesNotContain("cây cầu");
    assertThat(newsroom.get("/articles/cau-1").status()).isEqualTo(410);
    RawAnswer put = api.put("cau-1", BRIDGE);
    assertThat(put.status()).isEqualTo(409);
    assertThat(put.text()).contains("\"code\":\"withdrawn\"");
    assertThat(api.patch("cau-1", "{\"title\": \"x\"}").status()).isEqualTo(409);
    assertThat(api.post(line("cau-1")).text())
        .contains("\"outcome\":\"refused\",\"code\":\"withdrawn\"");
    assertThat(api.delete("cau-1", "?reason=x").header("ETag")).isEqualTo(withdrawn.header("ETag"));
    assertThat(api.delete("nothing", "?reason=x").status()).isEqualTo(404);
  }

  @Test
  void whoLosesTheRaceIsToldAndOverwritesNothing() {
    String first = api.put("cau-1", BRIDGE).header("ETag");
    String second =
        api.put("cau-1", BRIDGE.replace("một", "hai"), "If-Match: " + first).header("ETag");
    RawAnswer late = api.put("cau-1", BRIDGE.replace("một", "ba"), "If-Match: " + first);
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.text()).contains("\"code\":\"precondition-failed\"");
    assertThat(api.patch("cau-1", "{\"title\": \"x\"}", "If-Match: " + first).status())
        .isEqualTo(412);
    assertThat(api.delete("cau-1", "?reason=x", "If-Match: " + first).status()).isEqualTo(412);
    assertThat(api.put("cau-1", BRIDGE, "If-None-Match: *").status()).isEqualTo(412);
    assertThat(api.put("cau-2", BRIDGE, "If-Match: *").status()).isEqualTo(412);
    RawAnswer now = api.get("/api/articles/cau-1");
    assertThat(now.header("ETag")).isEqualTo(second);
    assertThat(json(now).path("title").asString()).isEqualTo("Thêm hai cây cầu");
    assertThat(api.get("/api/articles/cau-1", "If-None-Match: " + second).status()).isEqualTo(304);
    assertThat(api.put("cau-2", BRIDGE, "If-None-Match: *").status()).isEqualTo(201);
    assertThat(api.delete("cau-1", "?reason=x", "If-Match: " + second).status()).isEqualTo(200);
  }

  @Test
  void ofManyWhoChangeOneRevisionOneWins() {
    String tag = api.put("cau-1", BRIDGE).header("ETag");
    List<CompletableFuture<Integer>> writers =
        IntStream.range(0, 8)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(() ->
                    api.put("cau-1", BRIDGE.replace("một", "số " + i), "If-Match: " + tag)
                        .status()))
            .toList();
    assertThat(writers.stream().map(CompletableFuture::join).toList())
        .containsOnlyOnce(200)
        .containsOnly(200, 412);
    assertThat(json(api.get("/api/articles/cau-1/history")).path("revisions")).hasSize(2);
  }

  @Test
  void patchesOfDifferentMembersAllStay() {
    api.put("cau-1", BRIDGE);
    CompletableFuture.allOf(
            Stream.of("{\"title\": \"Cầu\"}", "{\"tags\": [\"cầu\"]}", "{\"source\": \"x\"}")
                .map(patch -> CompletableFuture.runAsync(() -> api.patch("cau-1", patch)))
                .toArray(CompletableFuture[]::new))
        .join();
    JsonNode article = json(api.get("/api/articles/cau-1"));
    assertThat(article.path("title").asString()).isEqualTo("Cầu");
    assertThat(article.path("tags").toString()).isEqualTo("[\"cầu\"]");
    assertThat(article.path("source").asString()).isEqualTo("x");
  }

  @Test
  void aScheduledArticleIsSeenHereAloneUntilItsTime() {
    RawAnswer put =
        api.put("cau-1", BRIDGE.replace("\"published\": \"2026-02", "\"publish_at\": \"2026-04"));
    assertThat(json(put).path("state").asString()).isEqualTo("scheduled");
    assertThat(newsroom.get("/articles/cau-1").status()).isEqualTo(404);
    assertThat(json(api.get("/api/articles?state=scheduled")).path("articles")).hasSize(1);
    assertThat(
            json(api.patch("cau-1", "{\"publish_at\": \"2026-03-20T07:00:00\"}"))
                .path("published")
                .asString())
        .isEqualTo("2026-03-20T07:00:00+07:00");
    clock.move(Duration.ofDays(30));
    newsroom.awaitTurn("cau-1", State.LIVE);
    JsonNode history = json(api.get("/api/articles/cau-1/history"));
    assertThat(history.at("/revisions/2/actor").asString()).isEqualTo("clock");
    assertThat(history.at("/revisions/0/actor").asString()).startsWith("token:t-");
    assertThat(history.at("/feeds/0/feed").asString()).isIn("dan-van", "moi-nhat");
  }

  @Test
  void listsInPagesWithoutGapsOrRepeats() {
    String lines =
        IntStream.range(0, 25)
            .mapToObj(i -> line("n" + i).replace("02-01T07", "02-01T" + (10 + i % 7)))
            .collect(Collectors.joining("\n"));
    assertThat(api.post(lines).text().lines()).hasSize(25);
    StringBuilder seen = new StringBuilder();
    String next = "/api/articles?category=dan-van&limit=10";
    int pages = 0;
    while (next != null) {
      JsonNode page = json(api.get(next));
      page.path("articles")
          .forEach(article -> seen.append(article.path("id").asString()).append(' '));
      next = page.path("next").isNull() ? null : page.path("next").asString();
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(seen.toString().strip().split(" ", -1)).hasSize(25).doesNotHaveDuplicates();
    assertThat(json(api.get("/api/articles?category=kinh-te")).path("articles")).isEmpty();
  }

  @Test
  void takesManyAndSaysWhatBecameOfEach() {
    String lines =
        String.join(
            "\n",
            line("a"),
            "",
            "{\"title\": 5}",
            "no json",
            line("a"),
            line("b"),
            " \t",
            line("c"));
    RawAnswer answer = api.post(lines);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text().lines().toList())
        .hasSize(6)
        .satisfies(told -> {
          assertThat(told.get(0))
              .isEqualTo("{\"line\":1,\"id\":\"a\",\"outcome\":\"created\",\"state\":\"live\"}");
          assertThat(told.get(1))
              .startsWith("{\"line\":3,\"outcome\":\"refused\",\"code\":\"bad-field\"");
          assertThat(told.get(2))
              .startsWith("{\"line\":4,\"outcome\":\"refused\",\"code\":\"json\"");
          assertThat(told.get(3)).contains("\"line\":5").contains("duplicate-id");
          assertThat(told.get(4)).contains("\"line\":6,\"id\":\"b\",\"outcome\":\"created\"");
          assertThat(told.get(5)).contains("\"line\":8,\"id\":\"c\",\"outcome\":\"created\"");
        });
    assertThat(newsroom.get("/feeds/dan-van.atom").text()).contains("articles/c");
    assertThat(api.post(line("a")).text()).contains("\"outcome\":\"unchanged\"");
    assertThat(api.post("\n \n").text()).isEmpty();
  }

  @Test
  void moreThanOneTransactionHoldsIsTaken() {
    String lines =
        IntStream.range(0, 2_500).mapToObj(i -> line("n" + i)).collect(Collectors.joining("\n"));
    assertThat(api.post(lines).text().lines()).hasSize(2_500).allMatch(l -> l.contains("created"));
    assertThat(newsroom.app().store().count()).isEqualTo(2_500);
  }

  @Test
  void itsDescriptionNamesEveryOperation() {
    assertThat(api.description().operations())
        .containsExactlyInAnyOrder(
            "get /api/openapi.yaml",
            "get /api/articles",
            "post /api/articles",
            "get /api/articles/{id}",
            "put /api/articles/{id}",
            "patch /api/articles/{id}",
            "delete /api/articles/{id}",
            "get /api/articles/{id}/history");
    assertThat(api.with(null).get("/api/openapi.yaml").status()).isEqualTo(200);
  }
}
