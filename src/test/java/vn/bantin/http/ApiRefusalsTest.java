package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.http.ApiClient.BRIDGE;
import static vn.bantin.http.ApiClient.json;
import static vn.bantin.http.ApiClient.line;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.bantin.access.Scope;

/** What the API refuses, and how it keeps others from being held up; over real sockets. */
final class ApiRefusalsTest extends ServedApi {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no json                                    | 400 | json         | line 1, column",
        "{\"title\": \"x\"                          | 400 | json         | line 1, column",
        "[]                                         | 400 | json         | no JSON object",
        "{} {}                                      | 400 | json         | line 1, column",
        "{\"title\": \"x\", \"title\": \"y\"}       | 400 | json         | line 1, column",
        "{\"title\": \"x\", \"bodi\": 1, \"summary\": \"x\", \"published\": \"2026-01-01\"} | 422 |"
            + " bad-field | unknown member",
        "{\"title\": 5, \"published\": \"2026-01-01\"}  | 422 | bad-field | /title: this is no"
            + " text",
        "{\"title\": \"x\"}                         | 422 | no-date      | /published: it is not"
            + " there",
        "{\"title\": \"x\", \"published\": \"1/1/26\"} | 422 | bad-date  | /published: no date",
        "{\"title\": \"x\", \"published\": \"0000-01-01\"} | 422 | bad-date  | /published: no date",
        "{\"title\": \"x\", \"published\": \"9999-01-01\"} | 422 | bad-date  | /published: no date",
        "{\"title\": \"x\", \"published\": \"2026-02-29\"} | 422 | bad-date  | /published: no date",
        "{\"title\": \"x\", \"published\": \"2026-01-01\", \"state\": \"public\"} | 422 | bad-state"
            + " | /state: no state",
        "{\"title\": \"x\", \"published\": \"2026-01-02\", \"expires_at\": \"2026-01-01\","
            + " \"summary\": \"x\"} | 422 | bad-schedule | it expires at",
        "{\"title\": \"x\", \"published\": \"2026-01-01\", \"id\": \"other\"}  | 422 | bad-id   |"
            + " /id: it is not that of the address",
        "{\"title\": \"x\", \"published\": \"2099-01-02\", \"expires_at\": \"2099-01-01\","
            + " \"summary\": \"x\"} | 422 | bad-schedule | it expires at",
        "{\"title\": \"x\", \"published\": \"2099-01-02\", \"state\": \"live\", \"summary\": \"x\"}"
            + " | 422 | bad-state | public now, and published at",
        "{\"title\": \"x\", \"published\": \"2026-01-01\"}  | 422 | no-text | nothing is left",
        "{\"title\": \"x\", \"published\": \"2026-01-01\", \"media\": [{\"url\": \"x\"}]}  | 422 |"
            + " bad-media | /media/0/type: no media type",
        "{\"title\": \"x\", \"published\": \"2026-01-01\", \"media\": [{\"width\": -1, \"url\":"
            + " \"/a\", \"type\": \"image/png\"}]}  | 422 | bad-field | /media/0/width: this is no"
            + " whole number",
        "{\"title\": \"x\", \"published\": \"2026-01-01\", \"categories\": [\"nowhere\"],"
            + " \"summary\": \"x\"}  | 422 | bad-category | no category of the newsroom"
      })
  void refusesWhatIsNoArticle(String body, int status, String code, String title) {
    RawAnswer answer = api.put("a", body);
    assertThat(answer.status()).isEqualTo(status);
    JsonNode problem = json(answer);
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(problem.path("title").asString()).contains(title);
    assertThat(problem.path("hint").asString()).isNotBlank();
    assertThat(newsroom.app().store().count()).isZero();
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.write(
          "PUT /api/articles/a HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
              + newsroom.token(Scope.WRITE)
              + "\r\nContent-Type: application/json\r\nContent-Length: 52428800\r\n\r\n");
      RawAnswer answer = http.read("PUT");
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.text()).contains("\"code\":\"body-too-large\"");
    }
    String long8 = "x".repeat(9 << 20);
    RawAnswer text = api.put("a", BRIDGE.replace("Cầu đã thông.", long8));
    assertThat(text.status()).isEqualTo(413);
    assertThat(text.text()).contains("\"code\":\"too-large\"");
  }

  @Test
  void aWrongOrRevokedTokenOpensNothing() {
    String token = newsroom.token(Scope.WRITE);
    ApiClient other = api.with(token);
    assertThat(other.put("a", BRIDGE).status()).isEqualTo(201);
    RawAnswer reading = other.get("/api/articles/a");
    assertThat(reading.status()).isEqualTo(403);
    assertThat(reading.header("WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"bantin\", error=\"insufficient_scope\", scope=\"read\"");
    newsroom.revoke(token);
    for (String bad : List.of(token, token + "x", token.substring(0, 50), "x", "")) {
      RawAnswer refused = api.with(bad).put("b", BRIDGE);
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer realm=\"bantin\"");
    }
    RawAnswer none = api.with(null).get("/api/articles");
    assertThat(none.status()).isEqualTo(401);
    assertThat(none.text()).contains("\"code\":\"no-token\"");
    assertThat(none.header("Cache-Control")).isEqualTo("no-store");
    assertThat(api.with(null).get("/api/articles/nothing").status()).isEqualTo(401);
    assertThat(newsroom.app().store().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/articles?state=public",
        "/api/articles?category=D%C3%A2n",
        "/api/articles?limit=0",
        "/api/articles?limit=1001",
        "/api/articles?limit=x",
        "/api/articles?after=nothing",
        "/api/articles?page=2"
      })
  void refusesAParameterThatMakesNoSense(String path) {
    RawAnswer answer = api.get(path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("\"code\":\"parameter\"");
  }

  @Test
  void whatItDoesNotKnowIsRefused() {
    String token = "Authorization: Bearer " + newsroom.token(Scope.READ, Scope.WRITE);
    assertThat(newsroom.get("/api/nothing", token).status()).isEqualTo(404);
    assertThat(newsroom.get("/api/articles/a%20b", token).status()).isEqualTo(404);
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      RawAnswer answer = http.ask("DELETE", "/api/articles", token);
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, POST");
    }
    assertThat(api.call("PUT", "/api/articles/a", BRIDGE, "Content-Type: text/plain").status())
        .isEqualTo(415);
    assertThat(
            api.call("POST", "/api/articles", line("a"), "Content-Type: application/json").status())
        .isEqualTo(415);
  }

  @Test
  void moreLinesThanItTakesAreRefusedUnread() {
    RawAnswer answer = api.post("1\n".repeat(20_001));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text()).contains("\"code\":\"too-many-lines\"");
  }

  @Test
  void bodiesThatNobodyNeedsHoldNoWorker() {
    List<RawHttp> slow = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      RawHttp http = RawHttp.connect(newsroom.port());
      slow.add(http);
      http.write("GET /api/openapi.yaml HTTP/1.1\r\nHost: x\r\nContent-Length: 30000000\r\n\r\n ");
    }
    assertThat(newsroom.get("/articles/nothing").status()).isEqualTo(404);
    String token = newsroom.token(Scope.WRITE);
    for (int i = 0; i < 20; i++) {
      RawHttp http = RawHttp.connect(newsroom.port());
      slow.add(http);
      http.write(
          "PUT /api/articles/a HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
              + token
              + "\r\nContent-Type: application/json\r\nContent-Length: 30000000\r\n\r\n ");
    }
    assertThat(newsroom.get("/articles/nothing").status()).isEqualTo(404);
    assertThat(slow.getLast().read("PUT").status()).isEqualTo(503);
    slow.forEach(RawHttp::close);
  }

  @Test
  void aHeadOrAMethodInSmallLettersIsAnsweredAsItMust() {
    String tag = api.put("cau-1", BRIDGE).header("ETag");
    String token = "Authorization: Bearer " + newsroom.token(Scope.READ);
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      RawAnswer head = http.ask("HEAD", "/api/articles/cau-1", token, "If-None-Match: " + tag);
      assertThat(head.status()).isEqualTo(304);
      assertThat(head.all("Transfer-Encoding")).isEmpty();
      assertThat(http.ask("HEAD", "/api/articles/cau-1", token).status()).isEqualTo(200);
      http.write("head /api/articles HTTP/1.1\r\nHost: x\r\n" + token + "\r\n\r\n");
      RawAnswer small = http.read("HEAD");
      assertThat(small.status()).isEqualTo(405);
      assertThat(small.header("Connection")).isEqualTo("close");
    }
  }

  @Test
  void whoIsAskedToWaitForABodySendsIt() {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      String line = line("a");
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      http.write(
          "POST /api/articles HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nAuthorization: Bearer "
              + newsroom.token(Scope.WRITE)
              + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
              + bytes.length
              + "\r\n\r\n");
      assertThat(http.read("POST").status()).isEqualTo(100);
      http.write(new String(bytes, StandardCharsets.ISO_8859_1));
      assertThat(http.read("POST").status()).isEqualTo(200);
    }
  }
}
