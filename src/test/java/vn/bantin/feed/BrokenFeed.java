package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A good feed with one thing in it replaced, and the finding that this must lead to. */
record BrokenFeed(String code, String good, String replaced, String by) {

  /** Breaks the feed and asserts that its code is among the findings. */
  void assertCaught(String mediaType) {
    assertThat(good).containsOnlyOnce(replaced);
    assertThat(violations(good.replace(replaced, by), mediaType))
        .anyMatch(finding -> finding.startsWith(code + " "));
  }

  /** The same with one more thing replaced. */
  BrokenFeed alsoReplacing(String other, String byOther) {
    return new BrokenFeed(code, good.replace(other, byOther), replaced, by);
  }

  static List<String> violations(String feed, String mediaType) {
    return FeedRules.violations(feed.getBytes(StandardCharsets.UTF_8), mediaType);
  }

  @Override
  public String toString() {
    return code + ": " + by;
  }
}
