package vn.bantin.bench;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Schedule;
import vn.bantin.article.State;

/**
 * The invented history of a newsroom: twenty years of articles, each in two to five of its
 * categories, some of which have many more than others. An article is made of its number alone, so
 * that any number of them needs no memory; its body is 1.2 KB or a little more.
 *
 * @param count how many articles there are, numbered from 1 in the order in which they came
 */
record ScaleCorpus(int count) {

  /** How many categories there are. */
  static final int CATEGORIES = 999;

  private static final long SEED = 20_261_125;
  private static final List<String> SENTENCES = sentences();
  private static final int BODY_CHARACTERS = 850;
  private static final int LEAST_CATEGORIES = 2;
  private static final int MORE_CATEGORIES = 4;
  private static final int LATE_PERCENT = 3;
  private static final int CORRECTED_PERCENT = 2;
  private static final int WITHDRAWN_PERCENT = 1;
  private static final OffsetDateTime FIRST = OffsetDateTime.parse("2006-11-01T07:00:00+07:00");
  private static final Duration TWENTY_YEARS = Duration.ofDays(7_305);

  /**
   * What is done with some articles: they come; of those that came before, a few are corrected and
   * fewer withdrawn.
   *
   * @param first the number of the first
   */
  List<ArticleChange> changes(int first, int some) {
    Random random = new Random(SEED - first);
    List<ArticleChange> changes = new ArrayList<>();
    for (int number = first; number < first + some; number++) {
      changes.add(new ArticleChange.Put(article(number)));
      int chance = random.nextInt(100);
      int other = 1 + random.nextInt(number);
      if (chance < CORRECTED_PERCENT) {
        changes.add(new ArticleChange.Put(article(other).in(State.CORRECTED, "Sửa tên người.")));
      } else if (chance < CORRECTED_PERCENT + WITHDRAWN_PERCENT) {
        changes.add(new ArticleChange.Withdraw(new ArticleId("tin-" + other), "Nhầm người."));
      }
    }
    return changes;
  }

  /** The article of a number, which may be past the last one. */
  Article article(int number) {
    Random random = new Random(SEED + number);
    // Java's generator begins alike with seeds that are.
    random.nextInt();
    OffsetDateTime published = published(number, random);
    return new Article(
        new ArticleId("tin-" + number),
        sentence(random),
        sentence(random),
        body(random),
        URI.create("https://songmay.example/tin/" + number),
        List.of("Lê Thị Mận"),
        List.copyOf(categories(random)),
        List.of("nông thôn mới"),
        "vi",
        "songmay.example",
        published,
        published,
        List.of(),
        State.LIVE,
        null,
        Schedule.NONE);
  }

  static String category(int number) {
    return "loai-" + number;
  }

  // Most come as they are published; a few are brought in years later.
  private OffsetDateTime published(int number, Random random) {
    boolean late = number <= count && random.nextInt(100) < LATE_PERCENT;
    long at = late ? 1 + random.nextInt(number) : Math.min(number, count);
    return FIRST.plusSeconds(TWENTY_YEARS.toSeconds() * at / count);
  }

  private static Set<String> categories(Random random) {
    int wanted = LEAST_CATEGORIES + random.nextInt(MORE_CATEGORIES);
    Set<String> categories = new TreeSet<>();
    while (categories.size() < wanted) {
      double skewed = random.nextDouble() * random.nextDouble();
      categories.add(category((int) (skewed * CATEGORIES)));
    }
    return categories;
  }

  private static String sentence(Random random) {
    return SENTENCES.get(random.nextInt(SENTENCES.size()));
  }

  // To invent one takes longer than to store it.
  private static List<String> sentences() {
    Random random = new Random(SEED);
    return Stream.generate(() -> Syllables.sentence(random)).limit(20_000).toList();
  }

  private static String body(Random random) {
    StringBuilder html = new StringBuilder(BODY_CHARACTERS * 2);
    while (html.length() < BODY_CHARACTERS) {
      html.append("<p>").append(sentence(random)).append(' ');
      html.append(sentence(random)).append("</p>\n");
    }
    return html.toString();
  }
}
