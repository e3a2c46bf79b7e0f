package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TombstoneRulesTest {

  private static final String TYPE = "application/atom+xml; charset=utf-8";

  private static final String GOOD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
        <id>https://songmay.example/feeds/moi-nhat</id>
        <title>Mới nhất</title>
        <updated>2026-01-15T08:00:00+07:00</updated>
        <link rel="self" href="https://songmay.example/feeds/moi-nhat.atom"/>
        <entry>
          <id>tag:songmay.example,2026:articles/3</id>
          <title>Làng làm đường</title>
          <updated>2026-01-15T08:00:00+07:00</updated>
          <author><name>Như An</name></author>
          <link href="https://songmay.example/tin/3"/>
          <content type="html">&lt;p&gt;Cả làng góp công.&lt;/p&gt;</content>
        </entry>
        <at:deleted-entry ref="tag:songmay.example,2026:articles/1" when="2026-01-15T08:00:00+07:00"/>
        <at:deleted-entry ref="tag:songmay.example,2026:articles/2" when="2026-01-15T08:00:00+07:00">
          <at:by><name>Như An</name></at:by>
          <at:comment>Rút</at:comment>
          <link href="https://songmay.example/tin/2"/>
        </at:deleted-entry>
      </feed>
      """;

  @Test
  void aFeedWithTombstonesHasNoFindings() {
    assertThat(BrokenFeed.violations(GOOD, TYPE)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void everyRuleCatchesItsMistake(BrokenFeed broken) {
    broken.assertCaught(TYPE);
  }

  static Stream<BrokenFeed> mistakes() {
    return Stream.of(
        broken("MissingAttribute", "ref=\"tag:songmay.example,2026:articles/1\" ", ""),
        broken("InvalidFullLink", "\"tag:songmay.example,2026:articles/1\"", "\"articles/1\""),
        broken("InvalidRFC3339Date", "articles/1\" when=\"2026-01-15T", "articles/1\" when=\"T"),
        broken("DuplicateTombstones", "articles/1", "articles/2"),
        broken("HereAndGone", "articles/1", "articles/3"),
        broken("UnexpectedText", "<at:by>", "vì sao<at:by>"),
        broken("UndefinedElement", "<at:by>", "<title>Rút</title><at:by>"),
        broken("UnexpectedAttribute", "articles/1\"", "articles/1\" why=\"sai\""),
        broken("ReservedPrefix", "tombstones/1.0", "tombstones/2.0"));
  }

  private static BrokenFeed broken(String code, String replaced, String by) {
    return new BrokenFeed(code, GOOD, replaced, by);
  }
}
