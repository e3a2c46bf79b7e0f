package vn.bantin.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import vn.bantin.article.Article;
import vn.bantin.article.Media;
import vn.bantin.article.Words;
import vn.bantin.feed.Shortfall.Rule;

/**
 * What a kind of partner demands of articles. The numbers are ours, chosen to be safe with partners
 * of that kind, who may change theirs; the README has them for people.
 */
public enum Profile {
  /** MSN: whole texts with a picture. */
  MSN(150, 50, 300, 300, 100, 30),
  /** Flipboard: pictures that fill a page. */
  FLIPBOARD(140, 0, 500, 1, 30, 30),
  /** Nothing. */
  NONE(Integer.MAX_VALUE, 0, 0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);

  private final int title;
  private final int words;
  private final int width;
  private final int height;
  private final int items;
  private final int days;

  /**
   * A row of the table.
   *
   * @param title the most characters of the title
   * @param words the fewest words of the text; 0 for one that may be absent
   * @param width the fewest pixels of a picture from left to right; 0 for one that may be absent
   * @param height the fewest pixels of a picture from top to bottom
   * @param items the most articles in a feed
   * @param days the most since it was published
   */
  Profile(int title, int words, int width, int height, int items, int days) {
    this.title = title;
    this.words = words;
    this.width = width;
    this.height = height;
    this.items = items;
    this.days = days;
  }

  /** The name used outside: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The profile with the given {@link #wireName()}; empty for none. */
  public static Optional<Profile> named(String name) {
    return Arrays.stream(values()).filter(profile -> profile.wireName().equals(name)).findFirst();
  }

  /** Whether it takes articles only with their texts. */
  public boolean wantsFullText() {
    return words > 0;
  }

  /**
   * All that keeps the article from being taken.
   *
   * @param number its place among those of the feed that are taken, from 1
   */
  List<Shortfall> shortfalls(Article article, int number, Instant now) {
    List<Shortfall> found = new ArrayList<>();
    atMost(Rule.TITLE, article.title().codePoints().count(), title, found);
    String text = PlainText.of(article.bodyHtml());
    atLeast(Rule.TEXT, Words.of(text).count(), words, found);
    if (width > 0) {
      picture(article, found);
    }
    atMost(Rule.COUNT, number, items, found);
    // A day that has begun counts, so that what is one second too old does not look as if it fit.
    Duration age = Duration.between(article.published().toInstant(), now);
    atMost(Rule.AGE, age.minusNanos(1).toDays() + 1, days, found);
    return found;
  }

  // Any picture that is large enough will do, and one of unknown size may be.
  private void picture(Article article, List<Shortfall> found) {
    List<Media> pictures =
        article.media().stream().filter(media -> media.kind().equals("image")).toList();
    if (pictures.isEmpty()) {
      found.add(new Shortfall(Rule.PICTURE, 0, 1));
      return;
    }
    List<Shortfall> fewest =
        pictures.stream().map(this::size).min(Comparator.comparingInt(List::size)).orElseThrow();
    found.addAll(fewest);
  }

  private List<Shortfall> size(Media picture) {
    List<Shortfall> found = new ArrayList<>();
    atLeast(Rule.WIDTH, Objects.requireNonNullElse(picture.width(), width), width, found);
    atLeast(Rule.HEIGHT, Objects.requireNonNullElse(picture.height(), height), height, found);
    return found;
  }

  private static void atMost(Rule rule, long has, long bound, List<Shortfall> found) {
    if (has > bound) {
      found.add(new Shortfall(rule, has, bound));
    }
  }

  private static void atLeast(Rule rule, long has, long bound, List<Shortfall> found) {
    if (has < bound) {
      found.add(new Shortfall(rule, has, bound));
    }
  }
}
