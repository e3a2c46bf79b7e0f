package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RssRulesTest {

  private static final String TYPE = "application/rss+xml; charset=utf-8";

  private static final String GOOD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dcterms="http://purl.org/dc/terms/">
        <channel>
          <title>Kinh tế</title>
          <link>https://songmay.example/kinh-te</link>
          <description>Giá cả &amp; chợ búa</description>
          <atom:link rel="self" type="application/rss+xml" href="https://songmay.example/feeds/kinh-te.rss"/>
          <atom:link rel="hub" href="https://songmay.example/hub"/>
          <language>vi</language>
          <copyright>Đài Sông Mây</copyright>
          <managingEditor>toa-soan@songmay.example (Tòa soạn)</managingEditor>
          <lastBuildDate>Wed, 14 Jan 2026 06:45:00 +0700</lastBuildDate>
          <category>kinh-te</category>
          <generator>Bantin</generator>
          <docs>https://www.rssboard.org/rss-specification</docs>
          <ttl>15</ttl>
          <image><url>https://songmay.example/logo.png</url><title>Kinh tế</title><link>https://songmay.example/kinh-te</link><width>144</width><height>400</height></image>
          <skipHours><hour>0</hour><hour>23</hour></skipHours>
          <skipDays><day>Sunday</day></skipDays>
          <sy:updatePeriod>hourly</sy:updatePeriod>
          <sy:updateFrequency>4</sy:updateFrequency>
          <item>
            <title>Cà phê được giá</title>
            <link>https://songmay.example/tin/1</link>
            <description>&lt;p&gt;Giá &lt;b&gt;tăng&lt;/b&gt;.&lt;/p&gt;</description>
            <content:encoded><![CDATA[<p>Giá <a href="https://songmay.example/gia?a=1&amp;b=2">tăng</a> &amp; giữ.</p><figure><img src="https://songmay.example/1.jpg" alt="" loading="lazy"><figcaption>Chợ</figcaption></figure>]]></content:encoded>
            <dc:creator>Như An</dc:creator>
            <dc:creator>Văn Hòa</dc:creator>
            <category domain="https://songmay.example/muc">Kinh tế</category>
            <guid isPermaLink="false">sm-2026-0114-01</guid>
            <pubDate>Wed, 14 Jan 2026 06:45:00 +0700</pubDate>
            <source url="https://songmay.example/feeds/moi-nhat.rss">Mới nhất</source>
            <enclosure url="https://media.songmay.example/1.jpg" length="184312" type="image/jpeg"/>
            <media:content url="https://media.songmay.example/1.jpg" fileSize="184312" type="image/jpeg" medium="image" width="1280" height="720">
              <media:description type="plain">Phiên chợ sớm</media:description>
              <media:credit role="photographer" scheme="urn:ebu">Như An</media:credit>
            </media:content>
            <media:content url="https://media.songmay.example/1.mp4" type="video/mp4" medium="video" duration="95" isDefault="true" expression="full"/>
            <media:thumbnail url="https://media.songmay.example/1-nho.jpg" width="160" height="90"/>
            <dcterms:modified>2026-01-15T08:00:00+07:00</dcterms:modified>
          </item>
          <item>
            <title>Mía vào vụ</title>
            <guid>https://songmay.example/tin/2</guid>
          </item>
        </channel>
      </rss>
      """;

  @Test
  void aGoodFeedHasNoFindings() {
    assertThat(BrokenFeed.violations(GOOD, TYPE)).isEmpty();
  }

  @Test
  void theSelfLinkMustBeWhereTheFeedWasFetched() {
    byte[] feed = GOOD.getBytes(StandardCharsets.UTF_8);
    String self = "https://songmay.example/feeds/kinh-te.rss";

    assertThat(FeedRules.violations(feed, TYPE, self)).isEmpty();
    assertThat(FeedRules.violations(feed, TYPE, self + "?page=2"))
        .singleElement()
        .asString()
        .startsWith("SelfDoesntMatchLocation ");
  }

  @Test
  void aHexReferenceMayHideWhatLooksLikeMarkup() {
    String hidden = GOOD.replace("Mía vào vụ", "Mía 5&#x26;6 &#x3C;b");

    assertThat(BrokenFeed.violations(hidden, TYPE)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource({"channels", "images", "items", "modules"})
  void everyRuleCatchesItsMistake(BrokenFeed broken) {
    broken.assertCaught(TYPE);
  }

  static Stream<BrokenFeed> channels() {
    return Stream.of(
        broken("InvalidRSSVersion", "version=\"2.0\"", "version=\"3.0\""),
        broken("MissingElement", "<description>Giá cả &amp; chợ búa</description>", ""),
        broken("DuplicateElement", "<ttl>15</ttl>", "<ttl>15</ttl><ttl>15</ttl>"),
        broken("UndefinedElement", "<ttl>15</ttl>", "<tags>15</tags>"),
        broken("UndefinedElement", "<ttl>15</ttl>", "<ttl><b>15</b></ttl>"),
        broken("UnexpectedAttribute", "<ttl>", "<ttl unit=\"minute\">"),
        broken("UnexpectedAttribute", "version=\"2.0\"", "version=\"2.0\" lang=\"vi\""),
        broken("UnexpectedText", "<image>", "<image>Kinh tế"),
        broken("MissingAtomSelfLink", "rel=\"self\"", "rel=\"related\""),
        broken("RelativeSelf", "href=\"https://songmay.example/feeds/kinh-te.rss\"", "href=\"/x\""),
        broken("SelfNotAtom", "type=\"application/rss+xml\"", "type=\"application/feed+json\""),
        broken("UnregisteredAtomLinkRel", "rel=\"hub\"", "rel=\"prev\""),
        broken("InvalidLanguage", "<language>vi", "<language>tieng-viet"),
        broken("InvalidContact", "toa-soan@songmay.example (Tòa soạn)", "Tòa soạn"),
        broken("MissingRealName", "toa-soan@songmay.example (Tòa soạn)", "ts@songmay.example"),
        broken("EmailFormat", "toa-soan@songmay.example (Tòa soạn)", "ts@songmay.example An"),
        broken("IncorrectDOW", "<lastBuildDate>Wed", "<lastBuildDate>Thu"),
        broken("ImplausibleDate", "<lastBuildDate>Wed, 14 Jan 2026", "<lastBuildDate>5 Jan 2996"),
        broken("InvalidPositiveInteger", "<ttl>15", "<ttl>0"),
        broken("InvalidFullLink", "<docs>https://www.rssboard.org", "<docs>"),
        broken("ContainsHTML", "chợ búa", "&lt;b&gt;chợ&lt;/b&gt;"),
        broken("CharacterData", "chợ búa", "&lt;chợ"),
        broken("UseZeroForMidnight", "<hour>0</hour>", "<hour>24</hour>"),
        broken("InvalidHour", "<hour>0</hour>", "<hour>25</hour>"),
        broken("DuplicateValue", "<hour>0</hour>", "<hour>23</hour>"),
        broken("InvalidDay", "<day>Sunday", "<day>Chủ nhật"),
        broken("AvoidTextInput", "<ttl>15</ttl>", "<textInput/>"),
        broken("MissingAttribute", "<ttl>15</ttl>", "<cloud domain=\"songmay.example\"/>"),
        broken("MisplacedItem", "</channel>", "<rating>x</rating></channel>"),
        broken("InvalidUpdatePeriod", "hourly", "quarterly"),
        broken("InvalidPositiveInteger", "<sy:updateFrequency>4", "<sy:updateFrequency>1.5"));
  }

  static Stream<BrokenFeed> images() {
    return Stream.of(
        broken("MissingElement", "<url>https://songmay.example/logo.png</url>", ""),
        broken("ImageUrlFormat", "logo.png", "logo.svg"),
        broken("InvalidWidth", "<width>144", "<width>145"),
        broken("InvalidHeight", "<height>400", "<height>401"),
        broken("ImageTitleDoesntMatch", "</url><title>Kinh tế", "</url><title>Giá"),
        broken("ImageLinkDoesntMatch", "/kinh-te</link><width>", "/</link><width>"));
  }

  static Stream<BrokenFeed> items() {
    return Stream.of(
        broken("ItemMustContainTitleOrDescription", "<title>Mía vào vụ</title>", ""),
        broken("NotBlank", "Mía vào vụ", " "),
        broken("MissingGuid", "<guid>https://songmay.example/tin/2</guid>", ""),
        broken("InvalidHttpGUID", "<guid>https://songmay.example/tin/2", "<guid>sm-2"),
        broken("InvalidPermalink", "<guid>https://songmay.example/tin/2", "<guid>tag:a.b,2026:2"),
        broken("NotSufficientlyUnique", "sm-2026-0114-01", "20260114"),
        broken("DuplicateValue", "https://songmay.example/tin/2</guid>", "sm-2026-0114-01</guid>"),
        broken("InvalidBooleanAttribute", "isPermaLink=\"false\"", "isPermaLink=\"no\""),
        broken("InvalidRFC2822Date", "<pubDate>Wed, 14 Jan 2026", "<pubDate>Wed, 14 Giêng 2026"),
        broken("ProblematicalRFC822Date", "<pubDate>Wed, 14 Jan 2026", "<pubDate>14 Jan 26"),
        broken("InvalidRFC2822Date", "<pubDate>Wed, 14 Jan 2026", "<pubDate>31 Feb 2026"),
        broken("DuplicateEnclosure", "<enclosure", enclosure() + "<enclosure"),
        broken(
            "InvalidURLAttribute",
            "<enclosure url=\"https://media.songmay.example",
            "<enclosure url=\"http://localhost"),
        broken("InvalidNonNegativeInteger", "length=\"184312\"", "length=\"-1\""),
        broken("MissingAttribute", "length=\"184312\"", ""),
        broken("InvalidMIMEAttribute", "type=\"image/jpeg\"/>", "type=\"jpeg\"/>"),
        broken(
            "MissingAttribute",
            "source url=\"https://songmay.example/feeds/moi-nhat.rss\"",
            "source"),
        broken("InvalidUriChar", "<link>https://songmay.example/tin/1", "<link>https://a.b/t 1"),
        broken("InvalidFullLink", "<link>https://songmay.example/tin/1", "<link>https://a.b/giá"),
        broken("SchemeNotIANARegistered", "<link>https://songmay.example/tin/1", "<link>htp://a"),
        broken("ContainsHTML", "Mía vào vụ", "Mía &amp;amp; đường"),
        broken("ContainsHTML", "Mía vào vụ", "Mía 5&amp;6"),
        broken(
            "NeedDescriptionBeforeContent",
            "<title>Mía vào vụ</title>",
            "<content:encoded>x</content:encoded><description>x</description>"),
        broken("InvalidContact", "<title>Mía vào vụ</title>", "<author>An</author>"));
  }

  static Stream<BrokenFeed> modules() {
    return Stream.of(
        broken(
            "DuplicateSemantics", "<dc:creator>Như", "<author>a@b.c (A)</author><dc:creator>Như"),
        broken("DuplicateSemantics", "<ttl>15</ttl>", "<dc:creator>An</dc:creator>"),
        broken("DuplicateSemantics", "<pubDate>", "<dc:date>2026-01-14</dc:date><pubDate>"),
        broken("InvalidW3CDTFDate", "2026-01-15T08:00:00+07:00", "2026-13-01"),
        broken("UndefinedElement", "<dcterms:modified>", "<sy:updateBase/><dcterms:modified>"),
        broken(
            "DuplicateDescriptionSemantics",
            "<title>Mía vào vụ</title>",
            "<atom:title>Mía</atom:title><title>Mía</title>"),
        broken(
            "QuestionableUsage",
            "<title>Mía vào vụ</title>",
            "<atom:category term=\"x\"/><title>Mía</title>"),
        broken(
            "MediaGroupWithoutAlternatives",
            "<title>Mía vào vụ</title>",
            "<title>Mía</title><media:group><media:content url=\"https://a.b/1\"/></media:group>"),
        broken("InvalidMediaMedium", "medium=\"image\"", "medium=\"photo\""),
        broken("InvalidPositiveInteger", "fileSize=\"184312\"", "fileSize=\"0\""),
        broken("InvalidFloat", "duration=\"95\"", "duration=\"1:35\""),
        broken("InvalidTrueFalse", "isDefault=\"true\"", "isDefault=\"yes\""),
        broken("InvalidMediaExpression", "expression=\"full\"", "expression=\"whole\""),
        broken("InvalidMediaTextType", "type=\"plain\"", "type=\"text\""),
        broken("ContainsUndeclaredHTML", "Phiên chợ sớm", "&lt;b&gt;Phiên&lt;/b&gt;"),
        broken(
            "InvalidMediaRating",
            "<title>Mía vào vụ</title>",
            "<title>Mía</title><media:rating>everyone</media:rating>"),
        broken("InvalidCreditRole", "role=\"photographer\"", "role=\"Photographer\""),
        broken(
            "MissingAttribute",
            "thumbnail url=\"https://media.songmay.example/1-nho.jpg\"",
            "thumbnail"),
        broken(
            "DuplicateElement",
            "<media:description type=\"plain\">",
            "<media:description>x</media:description><media:description type=\"plain\">"),
        broken("SlashDate", "<lastBuildDate>Wed, 14 Jan 2026 06:45:00 +0700</lastBuildDate>\n", "")
            .alsoReplacing(
                "<title>Mía vào vụ</title>",
                "<title>Mía</title><slash:comments"
                    + " xmlns:slash=\"http://purl.org/rss/1.0/modules/slash/\">2</slash:comments>"),
        broken("UseOfExtensionAttr", "<ttl>15", "<ttl x:y=\"1\" xmlns:x=\"https://a.b/x\">15"));
  }

  private static String enclosure() {
    return "<enclosure url=\"https://a.bc/2.mp3\" length=\"5\" type=\"audio/mpeg\"/>";
  }

  private static BrokenFeed broken(String code, String replaced, String by) {
    return new BrokenFeed(code, GOOD, replaced, by);
  }
}
