package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.titled;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.bantin.article.Article;
import vn.bantin.article.FoldedText;

final class FeedIndexTest {

  private static final long SEED = 20_261_125;
  private static final List<String> CATEGORIES = List.of("a", "b", "c", "d", "e");
  private static final List<String> WORDS = List.of("dân", "vận", "kinh", "tế", "khéo");

  private final Random random = new Random(SEED);

  @Test
  void findsWhatAskingEveryFeedFinds() {
    int found = 0;
    for (int round = 0; round < 300; round++) {
      List<FeedDefinition> feeds = IntStream.range(0, 8).mapToObj(i -> feed("f-" + i)).toList();
      FeedIndex index = new FeedIndex(feeds);
      Article article =
          titled(article("x", "none", 1), text(6)).withCategories(some(CATEGORIES, 3));
      FoldedText text = FoldedText.of(article.title());
      List<FeedDefinition> taking = feeds.stream().filter(f -> f.takes(article, text)).toList();
      assertThat(index.taking(article, text)).containsExactlyElementsOf(taking);
      List<FeedDefinition> named = feeds.stream().filter(f -> f.isNamedIn(text)).toList();
      assertThat(index.named(text)).containsExactlyElementsOf(named);
      found += taking.size() + named.size();
    }
    assertThat(found).isGreaterThan(1_000);
  }

  @Test
  void nothingNamesAFeedWithoutWords() {
    FeedIndex index = new FeedIndex(List.of(Newsrooms.feed("f", List.of("a"), List.of())));
    assertThat(index.named(FoldedText.of("a"))).isEmpty();
    assertThat(index.named(FoldedText.of(""))).isEmpty();
  }

  private FeedDefinition feed(String name) {
    List<String> phrases =
        random.nextBoolean() ? List.of() : Stream.generate(() -> text(3)).limit(2).toList();
    FeedDefinition f = Newsrooms.feed(name, some(CATEGORIES, 2), phrases);
    return new FeedDefinition(
        f.name(),
        f.title(),
        f.description(),
        f.include(),
        some(CATEGORIES, 2),
        f.words(),
        f.limit(),
        f.content(),
        f.ttl(),
        f.tombstones(),
        f.language(),
        f.image());
  }

  private String text(int most) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(most); i >= 0; i--) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", words);
  }

  private List<String> some(List<String> of, int most) {
    return random
        .ints(random.nextInt(most + 1), 0, of.size())
        .mapToObj(of::get)
        .distinct()
        .toList();
  }
}
