package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonFeedRulesTest {

  private static final String TYPE = "application/feed+json";
  private static final String SELF = "https://songmay.example/feeds/ton-giao.json";

  private static final String GOOD =
      """
      {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Tôn giáo",
        "home_page_url": "https://songmay.example/",
        "feed_url": "https://songmay.example/feeds/ton-giao.json",
        "next_url": "https://songmay.example/feeds/ton-giao/2.json",
        "description": "Tin đạo, tin đời",
        "icon": "https://songmay.example/icon.png",
        "language": "vi",
        "expired": false,
        "authors": [{"name": "Đài Sông Mây", "url": "https://songmay.example/"}],
        "hubs": [{"type": "WebSub", "url": "https://songmay.example/hub"}],
        "_bantin": {"about": "https://songmay.example/bantin"},
        "items": [
          {
            "id": "sm-1",
            "url": "https://songmay.example/tin/1",
            "title": "Lễ hội bên sông",
            "content_html": "<p>Vào hội.</p>",
            "summary": "Vào hội",
            "date_published": "2026-01-14T06:45:00+07:00",
            "date_modified": "2026-01-15T08:00:00+07:00",
            "authors": [{"name": "Như An"}],
            "tags": ["lễ hội"],
            "attachments": [{"url": "https://media.songmay.example/1.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 5, "duration_in_seconds": 1.5}]
          },
          {"id": "sm-2", "content_text": "Chuông chùa"}
        ]
      }
      """;

  @Test
  void aGoodFeedHasNoFindings() {
    assertThat(FeedRules.violations(GOOD.getBytes(StandardCharsets.UTF_8), TYPE, SELF)).isEmpty();
  }

  @Test
  void theFeedMustNameWhereItWasFetched() {
    assertThat(FeedRules.violations(GOOD.getBytes(StandardCharsets.UTF_8), TYPE, SELF + "?n=2"))
        .singleElement()
        .asString()
        .startsWith("SelfDoesntMatchLocation ");
  }

  @ParameterizedTest
  @MethodSource({"feeds", "items"})
  void everyRuleCatchesItsMistake(BrokenFeed broken) {
    broken.assertCaught(TYPE);
  }

  static Stream<BrokenFeed> feeds() {
    return Stream.of(
        broken("NotJson", "\"expired\": false,", "\"expired\": false,,"),
        broken("NotJson", "\"expired\": false,", "\"title\": \"Hai lần\","),
        broken("NotJson", "{\n  \"version\"", "[] {\n  \"version\""),
        broken("InvalidVersion", "version/1.1", "version/1"),
        broken("MissingKey", "\"title\": \"Tôn giáo\",", ""),
        broken("NotBlank", "\"Tôn giáo\"", "\" \""),
        broken("InvalidString", "\"Tôn giáo\"", "5"),
        broken("MissingRecommendedKey", "\"home_page_url\"", "\"_home_page_url\""),
        broken("InvalidFullLink", "https://songmay.example/icon.png", "/icon.png"),
        broken("EndlessFeed", "ton-giao/2.json", "ton-giao.json"),
        broken("InvalidLanguage", "\"language\": \"vi\"", "\"language\": \"vietnamese\""),
        broken("InvalidBoolean", "\"expired\": false", "\"expired\": \"false\""),
        broken(
            "Deprecated",
            "\"authors\": [{\"name\": \"Đài Sông Mây\", \"url\"",
            "\"author\": [{\"name\": \"Đài Sông Mây\", \"url\""),
        broken("MissingKey", "{\"name\": \"Như An\"}", "{}"),
        broken("InvalidArray", "[{\"name\": \"Như An\"}]", "{\"name\": \"Như An\"}"),
        broken("InvalidObject", "[{\"name\": \"Như An\"}]", "[\"Như An\"]"),
        broken("MissingKey", "\"type\": \"WebSub\", ", ""),
        broken("UnknownKey", "\"_bantin\"", "\"bantin\""),
        broken("UnknownKey", "\"_bantin\"", "\"_bantin.x\""),
        broken("NullValue", "\"expired\": false", "\"description\": null, \"expired\": false")
            .alsoReplacing("\"description\": \"Tin đạo, tin đời\",\n", ""),
        broken("BadCharacters", "Tin đạo", "Tin \u0091đạo\u0092"));
  }

  static Stream<BrokenFeed> items() {
    return Stream.of(
        broken("MissingKey", "\"id\": \"sm-1\",", ""),
        broken("InvalidString", "\"id\": \"sm-1\"", "\"id\": 1"),
        broken("DuplicateIds", "\"sm-2\"", "\"sm-1\""),
        broken("MissingKey", ", \"content_text\": \"Chuông chùa\"", ""),
        broken("SecurityRisk", "<p>Vào hội.</p>", "<script></script>"),
        broken("InvalidFullLink", "https://songmay.example/tin/1", "tin/1"),
        broken("InvalidRFC3339Date", "2026-01-14T06:45:00+07:00", "2026-01-14"),
        broken("ImplausibleDate", "2026-01-15T08:00:00+07:00", "2996-01-15T08:00:00+07:00"),
        broken("UpdatedBeforePublished", "2026-01-15T08:00:00+07:00", "2026-01-13T08:00:00Z"),
        broken("InvalidString", "[\"lễ hội\"]", "[7]"),
        broken("NotBlank", "[\"lễ hội\"]", "[\"\"]"),
        broken("InvalidMIMEType", "audio/mpeg", "mp3"),
        broken("MissingKey", ", \"mime_type\": \"audio/mpeg\"", ""),
        broken("InvalidNumber", "\"size_in_bytes\": 5", "\"size_in_bytes\": \"5\""));
  }

  private static BrokenFeed broken(String code, String replaced, String by) {
    return new BrokenFeed(code, GOOD, replaced, by);
  }
}
