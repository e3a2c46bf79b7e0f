package vn.bantin.newsroom;

import java.net.URI;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.CleanText;
import vn.bantin.feed.Content;
import vn.bantin.feed.Image;
import vn.bantin.yaml.Mistake;
import vn.bantin.yaml.NearestWord;
import vn.bantin.yaml.YamlMap;

/** Keys that mean the same in several kinds of files. */
final class SharedKeys {

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private SharedKeys() {}

  /** A required text on one line; empty after a mistake. */
  static String line(YamlMap map, String key) {
    String text = map.requiredText(key);
    String line = CleanText.line(text);
    if (line.isEmpty() && !text.isEmpty()) {
      map.mistake(key, key + " has nothing that can be seen", "write a text");
    }
    return line;
  }

  /** An optional text on one line. */
  static @Nullable String optionalLine(YamlMap map, String key) {
    String text = map.text(key);
    return text == null ? null : CleanText.line(text);
  }

  /** The BCP 47 tag under {@code language} in its usual case; null when absent or wrong. */
  static @Nullable String language(YamlMap map) {
    String tag = map.text("language");
    if (tag == null) {
      return null;
    }
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      String language = locale.getLanguage();
      if (language.length() == 3 || LANGUAGES.contains(language)) {
        return locale.toLanguageTag();
      }
    } catch (IllformedLocaleException _) {
      // told below
    }
    map.mistake("language", Mistake.quoted(tag) + " is no language", "write vi, en, vi-VN, …");
    return null;
  }

  /** What stands under {@code content}; all when it is absent or wrong. */
  static Content content(YamlMap map) {
    return "summary".equals(map.oneOf("content", List.of("full", "summary")))
        ? Content.SUMMARY
        : Content.FULL;
  }

  /**
   * The categories under a key, each once.
   *
   * @param known those that there are; null when they are not known
   */
  static List<String> categories(YamlMap map, String key, @Nullable Set<String> known) {
    List<String> categories = map.texts(key).stream().distinct().toList();
    for (String category : categories) {
      if (known != null && !known.contains(category)) {
        String hint =
            NearestWord.to(category, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("add it to the categories in site.yaml");
        map.mistake(key, category, "there is no category " + Mistake.quoted(category), hint);
      }
    }
    return categories;
  }

  /** What to write for the name of a feed that there is not. */
  static String whichFeed(String name, Set<String> feeds) {
    return NearestWord.to(name, feeds)
        .map(near -> "did you mean " + near + "?")
        .orElse("write one of " + String.join(", ", feeds));
  }

  /** The picture under {@code image}; null when absent or wrong. */
  static @Nullable Image image(YamlMap map) {
    YamlMap image = map.map("image");
    if (image == null) {
      return null;
    }
    for (String key : new String[] {"url", "width", "height"}) {
      image.requiredText(key);
    }
    URI url = image.address("url");
    Integer width = image.integer("width", 1, Image.MAX_WIDTH);
    Integer height = image.integer("height", 1, Image.MAX_HEIGHT);
    return url == null || width == null || height == null ? null : new Image(url, width, height);
  }
}
