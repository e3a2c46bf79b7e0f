package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AtomRulesTest {

  private static final String TYPE = "application/atom+xml; charset=utf-8";
  private static final String SELF = "https://songmay.example/feeds/dan-van.atom";

  private static final String GOOD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="vi">
        <id>tag:songmay.example,2026:feeds/dan-van</id>
        <title>Dân vận</title>
        <subtitle>Chuyện thôn, chuyện xã</subtitle>
        <updated>2026-01-15T08:00:00+07:00</updated>
        <author><name>Đài Sông Mây</name><uri>https://songmay.example/</uri><email>toa-soan@songmay.example</email></author>
        <generator uri="https://songmay.example/bantin" version="0.1.0">Bantin</generator>
        <icon>https://songmay.example/icon.png</icon>
        <link rel="self" type="application/atom+xml" href="https://songmay.example/feeds/dan-van.atom"/>
        <link rel="alternate" type="text/html" href="https://songmay.example/feeds/dan-van"/>
        <link rel="hub" href="https://songmay.example/hub"/>
        <link rel="prev-archive" href="https://songmay.example/feeds/dan-van/archive/3.atom"/>
        <entry>
          <id>tag:songmay.example,2026-01-14:sm-1</id>
          <title>Làng làm đường</title>
          <published>2026-01-14T06:45:00+07:00</published>
          <updated>2026-01-15T08:00:00+07:00</updated>
          <author><name>Như An</name></author>
          <category term="dan-van" scheme="https://songmay.example/muc" label="Dân vận"/>
          <link rel="alternate" type="text/html" hreflang="vi" href="https://songmay.example/tin/1"/>
          <link rel="enclosure" type="image/jpeg" length="184312" title="Con đường" href="https://media.songmay.example/1.jpg"/>
          <summary>Cả làng góp công.</summary>
          <content type="html">&lt;p&gt;Cả làng &lt;a href="https://songmay.example/"&gt;góp&lt;/a&gt; công.&lt;/p&gt;</content>
          <media:content url="https://media.songmay.example/1.jpg" medium="image"/>
        </entry>
        <entry>
          <id>https://songmay.example/tin/2</id>
          <title type="html">Hội &lt;em&gt;làng&lt;/em&gt;</title>
          <updated>2026-01-15T08:00:00.0+07:00</updated>
          <link href="https://songmay.example/tin/2"/>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Vào <b>hội</b>.</p></div></content>
          <source><id>https://songmay.example/nguon</id><title>Nguồn</title><updated>2026-01-13T00:00:00Z</updated></source>
        </entry>
        <entry>
          <id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id>
          <title>Chỉ có tóm tắt</title>
          <updated>2026-01-12T08:00:00Z</updated>
          <link href="https://songmay.example/tin/3"/>
          <summary type="text">Đọc ở trang tin.</summary>
        </entry>
      </feed>
      """;

  @Test
  void aGoodFeedHasNoFindings() {
    assertThat(FeedRules.violations(GOOD.getBytes(StandardCharsets.UTF_8), TYPE, SELF)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource({"feeds", "ids", "entries", "texts"})
  void everyRuleCatchesItsMistake(BrokenFeed broken) {
    broken.assertCaught(TYPE);
  }

  static Stream<BrokenFeed> feeds() {
    return Stream.of(
        broken("MissingElement", "<title>Dân vận</title>", ""),
        broken("MissingSelf", "rel=\"self\"", "rel=\"related\""),
        broken("DuplicateElement", "<title>Dân vận</title>", "<title>a</title><title>b</title>"),
        broken("UndefinedElement", "<icon>", "<pubDate>x</pubDate><icon>"),
        broken("UndeterminableVocabulary", "<icon>", "<x xmlns=\"\"/><icon>"),
        broken(
            "MisplacedXHTMLContent", "<icon>", "<p xmlns=\"" + NamespaceRules.XHTML + "\"/><icon>"),
        broken("UnexpectedAttribute", "<icon>", "<icon size=\"3\">"),
        broken("UnexpectedAttribute", "xml:lang=\"vi\"", "version=\"1.0\""),
        broken("MisplacedMetadata", "</feed>", "<rights>An</rights></feed>"),
        broken("UnexpectedWhitespace", "<icon>", "<icon> "),
        broken("MissingElement", "<name>Như An</name>", ""),
        broken("NotBlank", "<name>Như An</name>", "<name></name>"),
        broken("ContainsEmail", "<name>Như An</name>", "<name>An &lt;an@songmay.example></name>"),
        broken("InvalidAddrSpec", "<email>toa-soan@songmay.example", "<email>toa-soan"),
        broken("NotBlank", ">Bantin<", "><"),
        broken("InvalidIRI", "uri=\"https://songmay.example/bantin\"", "uri=\"bản tin\""),
        broken("DuplicateAtomLink", "rel=\"hub\"", "type=\"text/html\""),
        broken(
            "UnexpectedText",
            "rel=\"hub\" href=\"https://songmay.example/hub\"/>",
            "rel=\"hub\" href=\"https://songmay.example/hub\">x</link>"),
        broken("MissingAttribute", "href=\"https://songmay.example/hub\"", ""),
        broken("ArchiveIncomplete", "<link rel=\"prev-archive\"", archive() + "<link rel=\"via\""),
        broken("MissingCurrentInArchive", "<icon>", archive() + "<icon>"),
        broken(
            "FeedRelInCompleteFeed",
            "<icon>",
            "<complete xmlns=\"http://purl.org/syndication/history/1.0\"/><icon>"));
  }

  static Stream<BrokenFeed> ids() {
    String id = "<id>https://songmay.example/tin/2</id>";
    return Stream.of(
        broken("DuplicateEntries", id, "<id>tag:songmay.example,2026-01-14:sm-1</id>"),
        broken("InvalidTAG", "tag:songmay.example,2026-01-14:sm-1", "tag:Songmay.example,26:1"),
        broken("InvalidUUID", "urn:uuid:1225c695", "urn:uuid:1225c69"),
        broken("InvalidURN", "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a", "urn:x"),
        broken("InvalidFullLink", id, "<id>tin/2</id>"),
        broken("InvalidFullLink", id, "<id>https://songmay.example/giá</id>"),
        broken("NonCanonicalURI", id, "<id>https://Songmay.example/tin/2</id>"),
        broken("NonCanonicalURI", id, "<id>HTTPS://songmay.example/tin/2</id>"),
        broken("NonCanonicalURI", id, "<id>https://songmay.example:443/tin/2</id>"),
        broken("NonCanonicalURI", id, "<id>https://songmay.example</id>"),
        broken("NonCanonicalURI", id, "<id>https://songmay.example/x/../tin/2</id>"),
        broken("NonCanonicalURI", id, "<id>https://songmay.example/%7Etin</id>"),
        broken("NonCanonicalURI", id, "<id>https://songmay.example/gi%c3%a1</id>"),
        broken("NonCanonicalURI", id, "<id>https://songmay.example/gia%CC%81</id>"));
  }

  static Stream<BrokenFeed> entries() {
    return Stream.of(
        broken("DuplicateUpdated", "08:00:00.0+07:00", "08:00:00+07:00"),
        broken("MissingElement", "<title>Làng làm đường</title>", ""),
        broken(
            "MissingElement",
            "<author><name>Đài Sông Mây</name>"
                + "<uri>https://songmay.example/</uri><email>toa-soan@songmay.example</email></author>",
            ""),
        broken("MissingTextualContent", "<summary type=\"text\">Đọc ở trang tin.</summary>", ""),
        broken("MissingContentOrAlternate", "<link href=\"https://songmay.example/tin/3\"/>", ""),
        broken(
                "MissingSummary",
                "<title type=\"html\">",
                "<content type=\"text/html\" src=\"https://a.b/\"/><title type=\"html\">")
            .alsoReplacing(
                "<content type=\"xhtml\"><div xmlns=\""
                    + NamespaceRules.XHTML
                    + "\"><p>Vào <b>hội</b>.</p></div></content>",
                ""),
        broken(
            "MissingTypeAttr", "<content type=\"html\">&lt;p&gt;", "<content src=\"/1\">&lt;p&gt;"),
        broken("MissingSourceElement", "<title>Nguồn</title>", ""),
        broken("UpdatedBeforePublished", "2026-01-14T06:45:00+07:00", "2026-01-16T06:45:00+07:00"),
        broken("InvalidRFC3339Date", "2026-01-14T06:45:00+07:00", "2026-01-14T06:45+07:00"),
        broken("InvalidRFC3339Date", "2026-01-14T06:45:00+07:00", "2026-01-14 06:45:00"),
        broken("InvalidRFC3339Date", "2026-01-14T06:45:00+07:00", "2026-02-30T06:45:00Z"),
        broken("ImplausibleDate", "2026-01-12T08:00:00Z", "1987-01-12T08:00:00Z"),
        broken("ImplausibleDate", "2026-01-12T08:00:00Z", "2987-01-12T08:00:00Z"),
        broken("MissingAttribute", "term=\"dan-van\"", ""),
        broken("NotBlank", "term=\"dan-van\"", "term=\"\""),
        broken("InvalidFullLink", "scheme=\"https://songmay.example/muc\"", "scheme=\"muc\""),
        broken("FeedHistoryRelInEntry", "rel=\"enclosure\"", "rel=\"next\""),
        broken("InvalidNonNegativeInteger", "length=\"184312\"", "length=\"lớn\""),
        broken("InvalidMIMEAttribute", "type=\"image/jpeg\"", "type=\"jpeg\""),
        broken("InvalidLanguage", "hreflang=\"vi\"", "hreflang=\"tiếng Việt\""),
        broken("UndefinedElement", "<media:content", "<entry/><media:content"));
  }

  static Stream<BrokenFeed> texts() {
    return Stream.of(
        broken("InvalidTextType", "<title>Làng", "<title type=\"text/plain\">Làng"),
        broken("InvalidMIMEType", "<content type=\"html\">", "<content type=\"HTML5\">"),
        broken("NotBlank", "<title>Làng làm đường", "<title>"),
        broken("UndefinedElement", "Làng làm đường", "<b>Làng</b>"),
        broken("ContainsUndeclaredHTML", "Làng làm đường", "&lt;b&gt;Làng&lt;/b&gt;"),
        broken("ContainsUndeclaredHTML", "Cả làng góp công.", "Cả làng &amp;nbsp; góp công"),
        broken("NotHtml", "&lt;em&gt;làng&lt;/em&gt;", "&lt;em&gt;làng"),
        broken("MissingXhtmlDiv", "<div xmlns", "<p xmlns").alsoReplacing("</p></div>", "</p></p>"),
        broken("SecurityRiskAttr", "<p>Vào", "<p onclick=\"x()\">Vào"),
        broken("SecurityRisk", "<p>Vào", "<iframe/><p>Vào"),
        broken("NotHtml", "<p>Vào", "<trang/><p>Vào"),
        broken("ContainsRelRef", "<p>Vào", "<a href=\"#1\">1</a><p>Vào"),
        broken("InvalidLanguage", "xml:lang=\"vi\"", "xml:lang=\"vv\""),
        broken(
            "AvoidNamespacePrefix",
            "xml:lang=\"vi\"",
            "xmlns:atom=\"" + NamespaceRules.ATOM + "\""));
  }

  private static String archive() {
    return "<archive xmlns=\"http://purl.org/syndication/history/1.0\"/>";
  }

  private static BrokenFeed broken(String code, String replaced, String by) {
    return new BrokenFeed(code, GOOD, replaced, by);
  }
}
