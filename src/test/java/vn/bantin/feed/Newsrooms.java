package vn.bantin.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.bantin.article.Article;
import vn.bantin.article.FoldedText;

/** An invented newsroom for tests. */
public final class Newsrooms {

  private Newsrooms() {}

  /** The newsroom. */
  public static Site site() {
    Map<String, String> categories = new LinkedHashMap<>();
    categories.put("dan-van", "Dân vận");
    categories.put("ton-giao", "Tôn giáo");
    categories.put("kinh-te", "Kinh tế");
    return new Site(
        "Đài Sông Mây",
        "Tin tức tỉnh Sông Mây",
        URI.create("https://songmay.example/"),
        "vi",
        ZoneId.of("Asia/Ho_Chi_Minh"),
        "songmay.example,2026",
        "toasoan@songmay.example",
        "© Đài Sông Mây",
        new Image(URI.create("https://songmay.example/logo-144.png"), 144, 144),
        categories);
  }

  /** A feed of one category, and of what names it. */
  public static FeedDefinition feed(String name, List<String> categories, List<String> words) {
    return new FeedDefinition(
        name,
        "Mục " + name,
        "Tin của mục " + name,
        categories,
        List.of(),
        words.stream().map(FoldedText::of).toList(),
        50,
        Content.FULL,
        Duration.ofMinutes(5),
        Duration.ZERO,
        "vi",
        null);
  }

  /** The same feed with only summaries. */
  public static FeedDefinition summaries(FeedDefinition f) {
    return new FeedDefinition(
        f.name(),
        f.title(),
        f.description(),
        f.include(),
        f.exclude(),
        f.words(),
        f.limit(),
        Content.SUMMARY,
        f.ttl(),
        f.tombstones(),
        f.language(),
        f.image());
  }

  /** The newsroom's four feeds. */
  public static FeedCatalog catalog() {
    return new FeedCatalog(
        site(),
        List.of(
            feed("dan-van", List.of("dan-van"), List.of("dân vận")),
            feed("ton-giao", List.of("ton-giao"), List.of("tôn giáo")),
            feed("kinh-te", List.of("kinh-te"), List.of("kinh tế")),
            feed("moi-nhat", List.of(), List.of())));
  }

  /** Somebody who gets two of the feeds, 35 articles of each at most. */
  static Partner partner(Content content, Profile profile, Rights rights) {
    Map<String, String> utm = new LinkedHashMap<>();
    utm.put("source", "bao");
    utm.put("campaign", "tin mới");
    return new Partner(
        "bao",
        "Báo Bến Thông",
        Set.of("https://bao.example"),
        List.of("moi-nhat", "dan-van"),
        content,
        35,
        new Utm(utm),
        "Theo Đài \"Sông Mây\" & bạn",
        "Đọc bài gốc",
        rights,
        profile);
  }

  /** Where the newsroom's server stands. */
  public static Addresses addresses() {
    return new Addresses("https://feeds.songmay.example", site().authority());
  }

  /** A feed made of these articles. */
  public static FeedSource source(Article... articles) {
    return new FeedSource(
        site(),
        feed("dan-van", List.of("dan-van"), List.of()),
        addresses(),
        Instant.parse("2026-02-03T04:05:06Z"),
        List.of(articles));
  }
}
