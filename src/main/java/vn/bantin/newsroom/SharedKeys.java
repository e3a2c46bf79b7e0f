package vn.bantin.newsroom;

import java.net.URI;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.CleanText;
import vn.bantin.feed.Image;
import vn.bantin.yaml.Mistake;
import vn.bantin.yaml.YamlMap;

/** Keys that mean the same in {@code site.yaml} and in a feed's file. */
final class SharedKeys {

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private SharedKeys() {}

  /** A required text on one line; empty after a mistake. */
  static String line(YamlMap map, String key) {
    return CleanText.line(map.requiredText(key));
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
