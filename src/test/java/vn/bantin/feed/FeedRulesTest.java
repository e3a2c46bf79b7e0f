package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FeedRulesTest {

  private static final String ATOM = "application/atom+xml; charset=utf-8";
  private static final String GOOD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
        <id>https://songmay.example/feeds/moi-nhat</id>
        <title>Mới nhất “Sông Mây”</title>
        <updated>2026-01-15T08:00:00+07:00</updated>
        <link rel="self" href="https://songmay.example/feeds/moi-nhat.atom"/>
      </feed>
      """;

  @ParameterizedTest
  @CsvSource({
    "application/atom+xml",
    "application/atom+xml;charset=UTF-8",
    "Application/Atom+XML; charset=\"utf-8\"",
    "application/xml"
  })
  void aGoodFeedHasNoFindingsUnderATypeThatFits(String mediaType) {
    assertThat(BrokenFeed.violations(GOOD, mediaType)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "application/rss+xml, UnexpectedContentType",
    "text/html, UnexpectedContentType",
    "application/atom+xml; charset=iso-8859-1, EncodingMismatch",
    "application/feed+json, NotJson"
  })
  void aTypeThatDoesNotFitIsCaught(String mediaType, String code) {
    assertThat(BrokenFeed.violations(GOOD, mediaType))
        .singleElement()
        .asString()
        .startsWith(code + " ");
  }

  @ParameterizedTest
  @MethodSource
  void everyRuleCatchesItsMistake(BrokenFeed broken) {
    broken.assertCaught(ATOM);
  }

  static Stream<BrokenFeed> everyRuleCatchesItsMistake() {
    return Stream.of(
        broken("SAXError", "</feed>", ""),
        broken("SAXError", "<?xml", "\n<?xml"),
        broken("SAXError", "<feed", "<!DOCTYPE feed><feed"),
        broken("SAXError", "Mới nhất", "Mới \u0007nhất"),
        broken("SAXError", "Mới nhất", "Mới & nhất"),
        broken("SAXError", "<title>", "<media:title/><title>"),
        broken("UndefinedNamedEntity", "Mới nhất", "Mới&nbsp;nhất"),
        broken("BadXmlVersion", "version=\"1.0\"", "version=\"1.1\""),
        broken("NotUTF8", "encoding=\"UTF-8\"", "encoding=\"windows-1258\""),
        broken("BadCharacters", "“Sông Mây”", "\u0093Sông Mây\u0094"),
        broken("BadCharacters", "“Sông Mây”", "Sông \uFFFD"),
        broken("BadCharacters", "Mới nhất “Sông Mây”", "SÃ´ng"),
        broken("BadCharacters", "Mới nhất", "Má»\u009Bi nháº¥t"),
        broken(
            "UnknownNamespace",
            "<feed",
            "<feed xmlns:activity=\"http://activitystrea.ms/spec/1.0/\""),
        broken("ReservedPrefix", "<feed", "<feed xmlns:dc=\"https://songmay.example/dc\""),
        broken("MediaRssNamespace", "<feed", "<feed xmlns:media=\"http://search.yahoo.com/mrss\""),
        broken("InvalidIRI", "xml:lang=\"vi\"", "xml:base=\"sông mây\""),
        broken("MissingNamespace", " xmlns=\"http://www.w3.org/2005/Atom\"", ""),
        broken("UndefinedElement", "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"));
  }

  @Test
  void bytesThatAreNotUtf8AreCaught() {
    byte[] latin1 =
        GOOD.replaceAll("[^\\x00-\\xFF]", "\u00F4").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(FeedRules.violations(latin1, ATOM))
        .anyMatch(finding -> finding.startsWith("UnicodeError "));
  }

  @Test
  void aByteOrderMarkIsNoMistake() {
    assertThat(BrokenFeed.violations("\uFEFF" + GOOD, ATOM)).isEmpty();
  }

  private static BrokenFeed broken(String code, String replaced, String by) {
    return new BrokenFeed(code, GOOD, replaced, by);
  }
}
