package vn.bantin.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A feed's newest articles as a part of somebody else's page.
 *
 * @param form what it comes as
 * @param limit how many articles at most, 1 to {@value #MAX_LIMIT}
 * @param layout how they stand
 * @param theme the colours
 */
public record Embed(Form form, int limit, Layout layout, Theme theme) implements View {

  /** The most articles. */
  public static final int MAX_LIMIT = 20;

  /** How many articles there are unless somebody says otherwise. */
  public static final int DEFAULT_LIMIT = 5;

  /** The articles as data, which has neither layout nor theme. */
  public static final Embed ENTRIES = new Embed(Form.ENTRIES, MAX_LIMIT, Layout.LIST, Theme.AUTO);

  /** What it comes as. */
  public enum Form {
    /** A page of its own for a frame. */
    FRAME(""),
    /** HTML to be put into a page by a server. */
    FRAGMENT("html"),
    /** JSON for a program in a page. */
    ENTRIES("json");

    private final String extension;

    Form(String extension) {
      this.extension = extension;
    }

    /** What stands behind the dot of its address; empty when there is no dot. */
    public String extension() {
      return extension;
    }
  }

  /** How articles stand. */
  public enum Layout {
    /** One under the other. */
    LIST,
    /** Beside each other, with pictures. */
    CARDS,
    /** In one line. */
    TICKER;

    /** What they are called in addresses. */
    public static List<String> names() {
      return Arrays.stream(values()).map(Layout::word).toList();
    }

    /** The one of the given name; empty when there is none. */
    public static Optional<Layout> named(String word) {
      return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
    }

    /** What it is called in addresses. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The colours. */
  public enum Theme {
    /** As the reader's system has them. */
    AUTO,
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK;

    /** What they are called in addresses. */
    public static List<String> names() {
      return Arrays.stream(values()).map(Theme::word).toList();
    }

    /** The one of the given name; empty when there is none. */
    public static Optional<Theme> named(String word) {
      return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
    }

    /** What it is called in addresses. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public Embed {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit is not within 1 to " + MAX_LIMIT + ": " + limit);
    }
  }

  /** As it comes unless somebody says otherwise. */
  public static Embed of(Form form) {
    return form == Form.ENTRIES ? ENTRIES : new Embed(form, DEFAULT_LIMIT, Layout.LIST, Theme.AUTO);
  }

  /** The same with another limit. */
  public Embed withLimit(int other) {
    return new Embed(form, other, layout, theme);
  }

  /** The same in another layout. */
  public Embed withLayout(Layout other) {
    return new Embed(form, limit, other, theme);
  }

  /** The same in other colours. */
  public Embed withTheme(Theme other) {
    return new Embed(form, limit, layout, other);
  }

  /**
   * What stands behind the question mark of its address: the options that are not as they come
   * anyway, in order; empty when all are.
   */
  public String query() {
    if (form == Form.ENTRIES) {
      return "";
    }
    List<String> options = new ArrayList<>();
    if (limit != DEFAULT_LIMIT) {
      options.add("limit=" + limit);
    }
    if (layout != Layout.LIST) {
      options.add("layout=" + layout.word());
    }
    if (theme != Theme.AUTO) {
      options.add("theme=" + theme.word());
    }
    return String.join("&", options);
  }

  @Override
  public String extension() {
    return form.extension;
  }

  @Override
  public String contentType() {
    return form == Form.ENTRIES ? "application/json" : Page.VI.contentType();
  }
}
