package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Article;
import vn.bantin.article.Articles;
import vn.bantin.config.Option;
import vn.bantin.observe.Event;
import vn.bantin.store.SettableClock;
import vn.bantin.tls.CertificateFiles;
import vn.bantin.tls.Pems;

/** What readers get by HTTP/2, with a client of this world. */
final class Http2Test {

  private static final String ATOM = "/feeds/dan-van.atom";
  private static final String LARGE = "/feeds/ton-giao.atom";
  private static final List<String> OF_THE_CONNECTION =
      List.of("connection", "keep-alive", "transfer-encoding", "proxy-connection", "upgrade");

  private static final int MOST_STREAMS = 100;

  @TempDir private static Path folder;

  private static ServedNewsroom newsroom;
  private static HttpClient client;

  @BeforeAll
  static void start() throws IOException {
    CertificateFiles files = Pems.put(folder, "ec");
    SettableClock clock = new SettableClock(ServedNewsroom.START);
    newsroom =
        ServedNewsroom.start(
            folder,
            clock,
            Map.of(
                Option.TLS_LISTEN,
                "127.0.0.1:0",
                Option.TLS_CERTIFICATE,
                files.certificate().toString(),
                Option.TLS_KEY,
                files.key().toString(),
                Option.HTTP2,
                "true"));
    newsroom.put(Articles.article("a", "dan-van", 1));
    Article article = Articles.article("to", "ton-giao", 1);
    newsroom.put(Articles.saying(article, "<p>Đường mới</p>".repeat(60_000)));
    clock.move(Duration.ofMinutes(5));
    client = client();
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(Version.HTTP_2)
        .sslContext(Pems.trusting("ec.pem"))
        .connectTimeout(Duration.ofSeconds(20))
        .build();
  }

  @AfterAll
  static void stop() {
    client.close();
    newsroom.close();
    assertThat(newsroom.events()).noneMatch(Event.RequestFailed.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {ATOM, LARGE, "/feeds/dan-van", "/feeds/no.atom", "/"})
  void theFieldsAreThoseOfHttp1WithoutTheConnectionsOwn(String target) throws Exception {
    HttpResponse<byte[]> here = send(request(target));
    RawAnswer there = newsroom.get(target);
    assertThat(here.version()).isEqualTo(Version.HTTP_2);
    assertThat(here.statusCode()).isEqualTo(there.status());
    assertThat(here.body()).isEqualTo(there.body());
    Map<String, List<String>> fields = here.headers().map();
    assertThat(fields.keySet()).doesNotContainAnyElementsOf(OF_THE_CONNECTION);
    for (String name : there.names()) {
      if (!name.equals("Date")) {
        assertThat(here.headers().allValues(name)).as(name).isEqualTo(there.all(name));
      }
    }
    assertThat(fields).hasSize(there.names().size() + (fields.containsKey(":status") ? 1 : 0));
  }

  @Test
  void anUnchangedFeedIsNotSentAgain() throws Exception {
    String tag = newsroom.get(ATOM).header("ETag");
    HttpResponse<byte[]> unchanged = send(request(ATOM).header("If-None-Match", tag));
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.headers().firstValue("etag")).hasValue(tag);
    assertThat(unchanged.body()).isEmpty();
    String modified = newsroom.get(ATOM).header("Last-Modified");
    assertThat(send(request(ATOM).header("If-Modified-Since", modified)).statusCode())
        .isEqualTo(304);
    assertThat(send(request(ATOM).header("If-None-Match", "\"old\"")).statusCode()).isEqualTo(200);
  }

  @Test
  void headHasTheFieldsAndNoBody() throws Exception {
    HttpResponse<byte[]> head = send(request(LARGE).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("content-length"))
        .hasValue(newsroom.get(LARGE).header("Content-Length"));
  }

  @Test
  void aBodyDoesNotMakeAnotherAnswer() throws Exception {
    byte[] body = "x".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
    HttpResponse<byte[]> answer = send(request(ATOM).POST(BodyPublishers.ofByteArray(body)));
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("method-not-allowed");
    assertThat(send(request(ATOM)).statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    HttpResponse<byte[]> answer =
        send(request(ATOM).POST(BodyPublishers.ofByteArray(new byte[RequestLimits.BODY + 1])));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("body-too-large");
    assertThat(send(request(ATOM)).statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyThatTurnsOutTooLargeIsCutOff() throws Exception {
    byte[] body = new byte[1 << 20];
    HttpRequest.Builder request =
        request(ATOM).POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    try (HttpClient vandal = client()) {
      assertThat(vandal.send(request.build(), BodyHandlers.ofByteArray()).statusCode())
          .isEqualTo(405);
    } catch (IOException _) {
      // Cut off before the answer was read.
    }
    assertThat(send(request(ATOM)).statusCode()).isEqualTo(200);
  }

  @Test
  void aHeaderThatIsTooLargeIsRefused() throws Exception {
    HttpRequest.Builder request = request(ATOM);
    for (int i = 0; i < RequestLimits.FIELDS; i++) {
      request.header("X-Field-" + i, "y");
    }
    HttpResponse<byte[]> answer = send(request);
    assertThat(answer.statusCode()).isEqualTo(431);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("header-too-large");
    assertThat(send(request(ATOM)).statusCode()).isEqualTo(200);
  }

  @Test
  void manyStreamsAtOnceAreAllAnswered() throws Exception {
    List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
    for (int i = 0; i < MOST_STREAMS; i++) {
      String target = i % 10 == 0 ? LARGE : ATOM;
      answers.add(client.sendAsync(request(target).build(), BodyHandlers.ofByteArray()));
    }
    byte[] large = newsroom.get(LARGE).body();
    for (int i = 0; i < answers.size(); i++) {
      HttpResponse<byte[]> answer = answers.get(i).get();
      assertThat(answer.statusCode()).isEqualTo(200);
      if (i % 10 == 0) {
        assertThat(answer.body()).isEqualTo(large);
      }
    }
  }

  @Test
  void aClientWithoutHttp2IsServedAsBefore() {
    try (TlsClient tls = TlsClient.connect(newsroom.tlsPort());
        RawHttp http = tls.http()) {
      assertThat(http.get(ATOM).statusLine()).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  @Test
  void withoutTlsHttp2IsNotSpokenUnlessItIsAskedFor() {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
      assertThat(http.read("GET").status()).isEqualTo(400);
      assertThat(http.isClosedByServer()).isTrue();
    }
  }

  private static HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + newsroom.tlsPort() + target))
        .timeout(Duration.ofSeconds(20));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }
}
