package vn.bantin.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Page;

/** What pages say in one language beside the newsroom's own words. */
final class Texts {

  private static final Map<Page, Texts> ALL = all();

  private final Properties texts;

  private Texts(Properties texts) {
    this.texts = texts;
  }

  /** The texts of a page's language. */
  static Texts of(Page page) {
    return Objects.requireNonNull(ALL.get(page));
  }

  private static Map<Page, Texts> all() {
    Map<Page, Texts> all = new EnumMap<>(Page.class);
    for (Page page : Page.values()) {
      all.put(page, new Texts(read("/page/" + page.language() + ".properties")));
    }
    return all;
  }

  private static Properties read(String resource) {
    Properties texts = new Properties();
    try (InputStream in = Assets.open(resource)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /**
   * A text.
   *
   * @param parts what stands for {0}, {1} and so on in it
   * @throws IllegalArgumentException if there is none of the name
   */
  String say(String name, Object... parts) {
    String text = find(name);
    if (text == null) {
      throw new IllegalArgumentException("no text " + name);
    }
    for (int i = 0; i < parts.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(parts[i]));
    }
    return text;
  }

  /** A text; null when there is none of the name. */
  @Nullable String find(String name) {
    return texts.getProperty(name);
  }

  /** The names of all texts. */
  Set<String> names() {
    return texts.stringPropertyNames();
  }
}
