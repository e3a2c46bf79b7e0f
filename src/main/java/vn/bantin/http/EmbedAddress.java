package vn.bantin.http;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Embed;
import vn.bantin.feed.Embed.Form;
import vn.bantin.feed.Embed.Layout;
import vn.bantin.feed.Embed.Theme;

/**
 * What the address of an embed says.
 *
 * @param feed the feed's name
 * @param embed how it is shown; null when the address says that in a way that there is not
 * @param mistake what is wrong with it; null when nothing is
 */
record EmbedAddress(String feed, @Nullable Embed embed, @Nullable Problem mistake) {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern OPTION = Pattern.compile("(?<name>[^&=]+)=?(?<value>[^&]*)");

  /**
   * Reads an address.
   *
   * @param path what stands behind {@code /embed/}
   * @param query what stands behind the question mark, as it was sent; a parameter that is not
   *     known counts for nothing
   */
  static EmbedAddress read(String path, String query) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    Optional<Form> form = dot < 0 ? Optional.of(Form.FRAME) : form(path.substring(dot + 1));
    if (form.isEmpty()) {
      return new EmbedAddress(name, null, Problem.NO_FEED);
    }
    if (form.get() == Form.ENTRIES) {
      return new EmbedAddress(name, Embed.ENTRIES, null);
    }
    Embed embed = Embed.of(form.get());
    Set<String> seen = new HashSet<>();
    Matcher options = OPTION.matcher(query);
    while (options.find()) {
      String option = options.group("name");
      if (seen.add(option)) {
        Optional<Embed> chosen = choose(embed, option, options.group("value"));
        if (chosen.isEmpty()) {
          return new EmbedAddress(name, null, mistake(option));
        }
        embed = chosen.get();
      }
    }
    return new EmbedAddress(name, embed, null);
  }

  // What others put behind addresses is none of ours.
  private static Optional<Embed> choose(Embed embed, String option, String value) {
    return switch (option) {
      case "limit" -> limit(value).map(embed::withLimit);
      case "layout" -> Layout.named(value).map(embed::withLayout);
      case "theme" -> Theme.named(value).map(embed::withTheme);
      default -> Optional.of(embed);
    };
  }

  private static Problem mistake(String option) {
    return switch (option) {
      case "layout" -> Problem.noSuchOption(option, Layout.names());
      case "theme" -> Problem.noSuchOption(option, Theme.names());
      default -> Problem.BAD_LIMIT;
    };
  }

  /** Whether the query is written as it is for everybody, so that caches hold one copy. */
  boolean isCanonical(String query) {
    return embed != null && embed.query().equals(query);
  }

  private static Optional<Integer> limit(String value) {
    return Optional.of(value)
        .filter(text -> NUMBER.matcher(text).matches())
        .map(Integer::valueOf)
        .filter(limit -> limit >= 1 && limit <= Embed.MAX_LIMIT);
  }

  private static Optional<Form> form(String extension) {
    return Arrays.stream(Form.values())
        .filter(form -> !extension.isEmpty() && form.extension().equals(extension))
        .findFirst();
  }
}
