package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Articles;
import vn.bantin.store.SettableClock;

/** Conditional requests (RFC 9110 §13) over a real socket. */
final class ConditionalRequestsTest {

  private static final String ATOM = "/feeds/dan-van.atom";
  private static final String CHANGED = "Sun, 01 Mar 2026 08:35:00 GMT";
  private static final String NOW = "Sun, 01 Mar 2026 09:35:00 GMT";

  @TempDir private static Path folder;

  private static ServedNewsroom newsroom;
  private static String tag;

  @BeforeAll
  static void start() throws IOException {
    SettableClock clock = new SettableClock(ServedNewsroom.START);
    newsroom = ServedNewsroom.start(folder, clock);
    clock.move(Duration.ofMinutes(5));
    newsroom.put(Articles.article("a", "dan-van", 1));
    clock.move(Duration.ofHours(1));
    String quoted = newsroom.get(ATOM).header("ETag");
    tag = quoted.substring(1, quoted.length() - 1);
  }

  @AfterAll
  static void stop() {
    newsroom.close();
  }

  @Test
  void notModifiedHasTheValidatorsAndNothingOfABody() {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      RawAnswer answer = http.get(ATOM, "If-None-Match: \"" + tag + "\"");
      assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 304 Not Modified");
      assertThat(answer.headers())
          .containsExactlyInAnyOrder(
              "ETag: \"" + tag + "\"",
              "Last-Modified: " + CHANGED,
              "Date: " + NOW,
              "Cache-Control: public, max-age=300, stale-while-revalidate=60, stale-if-error=86400",
              "Vary: Accept-Encoding",
              "Access-Control-Allow-Origin: *");
      assertThat(http.get(ATOM).statusLine()).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  @Test
  void notModifiedHasTheTagOfTheCodingThatWouldBeSent() {
    RawAnswer answer =
        newsroom.get(ATOM, "Accept-Encoding: gzip", "If-None-Match: \"" + tag + "\"");
    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.header("ETag")).matches("\"" + tag + "-gzip[.][0-9a-f]{8}\"");
    assertThat(answer.all("Content-Encoding")).isEmpty();
  }

  @Test
  void aNegotiatedFeedSaysOn304WhatItSaysOn200() {
    UnaryOperator<String> value =
        name -> newsroom.get("/feeds/dan-van", "Accept: application/feed+json").header(name);
    RawAnswer answer =
        newsroom.get(
            "/feeds/dan-van",
            "Accept: application/feed+json",
            "If-None-Match: " + value.apply("ETag"));
    assertThat(answer.status()).isEqualTo(304);
    for (String name :
        List.of("ETag", "Last-Modified", "Cache-Control", "Vary", "Content-Location")) {
      assertThat(answer.header(name)).isEqualTo(value.apply(name));
    }
  }

  @Test
  void theTagOfAnotherFormatIsAnotherTag() {
    String rss = newsroom.get("/feeds/dan-van.rss").header("ETag");
    assertThat(newsroom.get(ATOM, "If-None-Match: " + rss).status()).isEqualTo(200);
  }

  // TAG stands for the version's tag without quotes; a bar within parts header lines.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\u0001',
      value = {
        "304; If-None-Match: W/\"TAG\"",
        "304; If-None-Match: \"TAG-gzip\"",
        "304; If-None-Match: W/\"TAG-gzip\"",
        "304; If-None-Match: \"TAG--gzip\"",
        "304; If-None-Match: \"TAG-br\"",
        "304; If-None-Match: \"TAG-gzip.0123abcd\"",
        "304; If-None-Match: W/\"TAG-br.0123abcd--gzip\"",
        "200; If-None-Match: \"TAG.0123abcd\"",
        "304; If-None-Match: \"TAG-gzip-gzip\"",
        "304; If-None-Match: *",
        "304; If-None-Match: \"old\", \"TAG\"",
        "304; If-None-Match: \"old\" | If-None-Match: \"TAG\"",
        "304; If-None-Match: broken, \"TAG\"",
        "304; if-none-match: \"open, \"TAG\"",
        "304; If-None-Match: \"open | If-None-Match: \"TAG\"",
        "304; If-None-Match: \"TAG\" | If-Modified-Since: Sun, 01 Mar 2026 00:00:00 GMT",
        "200; If-None-Match: \"old\" | If-Modified-Since: " + CHANGED,
        "200; If-None-Match: TAG",
        "200; If-None-Match: \"TAGx\"",
        "200; If-None-Match: \"old\"",
        "304; If-Modified-Since: " + CHANGED,
        "304; If-Modified-Since: Sunday, 01-Mar-26 08:35:00 GMT",
        "304; If-Modified-Since: Sun Mar  1 08:35:00 2026",
        "304; If-Modified-Since: Sun, 01 Mar 2026 08:35:01 GMT",
        "304; If-Modified-Since: " + NOW,
        "200; If-Modified-Since: Sun, 01 Mar 2026 08:34:59 GMT",
        "200; If-Modified-Since: Sun, 01 Mar 2026 09:35:01 GMT",
        "200; If-Modified-Since: Mon, 01 Mar 2026 08:35:00 GMT",
        "200; If-Modified-Since: yesterday",
        "200; If-Modified-Since: " + CHANGED + " | If-Modified-Since: " + CHANGED,
        "200; If-Match: \"TAG\"",
        "200; If-Match: *",
        "200; If-Match: \"TAG\" | If-Unmodified-Since: Sun, 01 Mar 2026 00:00:00 GMT",
        "304; If-Match: \"TAG\" | If-None-Match: \"TAG\"",
        "412; If-Match: \"old\"",
        "412; If-Match: W/\"TAG\"",
        "412; If-Match: \"TAG-gzip\"",
        "412; If-Match: \"old\" | If-None-Match: \"TAG\"",
        "200; If-Unmodified-Since: " + CHANGED,
        "412; If-Unmodified-Since: Sun, 01 Mar 2026 08:34:59 GMT",
        "200; If-Unmodified-Since: yesterday"
      })
  void theAnswerDependsOnTheConditions(int status, String headers) {
    String[] lines = Pattern.compile(" \\| ").split(headers.replace("TAG", tag));
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      RawAnswer answer = http.get(ATOM, lines);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(http.ask("HEAD", ATOM, lines).status()).as("HEAD").isEqualTo(status);
      if (status == 412) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text()).contains("\"code\":\"precondition-failed\"");
      }
    }
  }
}
