package vn.bantin.newsroom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.FoldedText;
import vn.bantin.feed.Content;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Image;
import vn.bantin.yaml.Mistake;
import vn.bantin.yaml.YamlMap;
import vn.bantin.yaml.YamlReader;

/** The keys of a feed's file, {@code NAME.yaml}. */
final class FeedFile {

  static final int DEFAULT_LIMIT = 50;
  static final Duration DEFAULT_TTL = Duration.ofMinutes(5);
  static final Duration DEFAULT_TOMBSTONES = Duration.ofDays(7);

  private final YamlMap map;

  private FeedFile(YamlMap map) {
    this.map = map;
  }

  /**
   * Reads a feed's file.
   *
   * @param name the feed's
   * @param categories that a feed may name; null when they are not known
   * @param language that the feed has unless it says otherwise
   * @param mistakes takes what is wrong; empty before
   * @return null after a mistake
   */
  static @Nullable FeedDefinition read(
      String name,
      String text,
      @Nullable Set<String> categories,
      String language,
      List<Mistake> mistakes) {
    YamlMap map = YamlReader.read(text, 1, mistakes);
    FeedFile file = new FeedFile(map);
    String title = SharedKeys.line(map, "title");
    String description = SharedKeys.line(map, "description");
    YamlMap kinds = map.map("categories");
    List<String> include =
        kinds == null ? List.of() : SharedKeys.categories(kinds, "include", categories);
    List<String> exclude =
        kinds == null ? List.of() : SharedKeys.categories(kinds, "exclude", categories);
    if (kinds != null) {
      rejectBoth(kinds, include, exclude);
    }
    List<FoldedText> words = file.words();
    Integer limit = map.integer("limit", 1, FeedDefinition.MAX_LIMIT);
    Content content = SharedKeys.content(map);
    Duration ttl = map.duration("ttl", FeedDefinition.MIN_TTL, FeedDefinition.MAX_TTL);
    Duration tombstones = map.duration("tombstones", Duration.ZERO, FeedDefinition.MAX_TOMBSTONES);
    String ownLanguage = SharedKeys.language(map);
    Image image = SharedKeys.image(map);
    map.rejectUnknownKeys();
    if (!mistakes.isEmpty()) {
      return null;
    }
    return new FeedDefinition(
        name,
        title,
        description,
        include,
        exclude,
        words,
        Objects.requireNonNullElse(limit, DEFAULT_LIMIT),
        content,
        Objects.requireNonNullElse(ttl, DEFAULT_TTL),
        Objects.requireNonNullElse(tombstones, DEFAULT_TOMBSTONES),
        Objects.requireNonNullElse(ownLanguage, language),
        image);
  }

  private static void rejectBoth(YamlMap kinds, List<String> include, List<String> exclude) {
    for (String category : exclude) {
      if (include.contains(category)) {
        kinds.mistake(
            "exclude",
            category,
            Mistake.quoted(category) + " is included as well",
            "keep one of the two");
      }
    }
  }

  private List<FoldedText> words() {
    List<FoldedText> words = new ArrayList<>();
    for (String text : map.texts("words")) {
      FoldedText word = FoldedText.of(text);
      if (word.isEmpty()) {
        map.mistake(
            "words",
            text,
            Mistake.quoted(text) + " has neither letter nor digit",
            "remove it or write a word");
      } else if (!words.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }
}
