package vn.bantin.feed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.bantin.article.Article;
import vn.bantin.ingest.ArticleReader;
import vn.bantin.ingest.Origin;
import vn.bantin.ingest.Reading;
import vn.bantin.ingest.Source;
import vn.bantin.ingest.SourceFiles;
import vn.bantin.newsroom.NewsroomReader;

/** The newsroom and the articles that come with Bantin. */
final class SampleNewsroomTest {

  private static final Path FEEDS = Path.of("feeds");

  private final FeedCatalog catalog = requireNonNull(NewsroomReader.read(FEEDS).catalog());
  private final List<Article> samples = samples();

  @Test
  void hasEnoughArticlesOfEveryKind() {
    assertThat(samples).hasSizeGreaterThanOrEqualTo(24);
    for (String category : catalog.site().categories().keySet()) {
      assertThat(samples).filteredOn(a -> a.categories().contains(category)).hasSizeGreaterThan(8);
    }
    assertThat(samples).anyMatch(a -> a.categories().size() == 2);
    assertThat(samples).anyMatch(a -> a.authors().size() == 2);
    assertThat(samples).anyMatch(a -> a.media().stream().anyMatch(m -> m.kind().equals("image")));
    assertThat(samples).anyMatch(a -> a.media().stream().anyMatch(m -> m.kind().equals("video")));
    Instant first = samples.getLast().published().toInstant();
    Instant last = samples.getFirst().published().toInstant();
    assertThat(Duration.between(first, last)).isGreaterThan(Duration.ofDays(150));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void itsFeedsBreakNoRule(Format format) {
    Addresses addresses =
        new Addresses("https://feeds.songmay.example", catalog.site().authority());
    for (FeedDefinition feed : catalog.feeds()) {
      List<Article> articles =
          samples.stream().filter(a -> catalog.feedsOf(a).contains(feed.name())).toList();
      FeedSource source =
          new FeedSource(
              catalog.site(), feed, addresses, Instant.parse("2026-11-15T00:00:00Z"), articles);
      BuiltFeed built = new FeedBuilder().build(source, format);
      assertThat(built.leftOut()).isEmpty();
      assertThat(built.entries()).isGreaterThan(8);
      assertThat(
              FeedRules.violations(
                  built.bytes(), format.contentType(), addresses.feed(feed.name(), format)))
          .as(feed.name())
          .isEmpty();
    }
  }

  private List<Article> samples() {
    Site site = catalog.site();
    ArticleReader reader =
        new ArticleReader(
            new Origin(site.zone(), site.language(), site.home(), site.categories().keySet()),
            catalog,
            InstantSource.system());
    List<Article> articles = new ArrayList<>();
    for (Source source : SourceFiles.find(List.of(FEEDS.resolve("samples"))).sources()) {
      if (source.read() instanceof Source.Contents.Bytes(byte[] bytes)
          && reader.read(bytes, null, List.of()) instanceof Reading.Read(Article article)) {
        articles.add(article);
      } else {
        throw new AssertionError("cannot be read: " + source.name());
      }
    }
    articles.sort(Comparator.comparing((Article a) -> a.published().toInstant()).reversed());
    return articles;
  }
}
