package vn.bantin.newsroom;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Slug;
import vn.bantin.feed.Site;
import vn.bantin.yaml.Mistake;
import vn.bantin.yaml.NearestWord;
import vn.bantin.yaml.YamlMap;

/** The keys of {@code site.yaml}. */
final class SiteFile {

  /** RFC 4151 §2.1, without the electronic mail addresses that it allows. */
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)+"
              + ",[0-9]{4}(?<day>-[0-9]{2}-[0-9]{2})?");

  /** The longest domain, RFC 1035 §2.3.4, with room for what goes with it. */
  private static final int MAX_LENGTH = 320;

  private static final Pattern MAIL = Pattern.compile("[^\\s@<>,]+@[^\\s@<>,]+[.][^\\s@<>,]+");
  private static final URI NOWHERE = URI.create("https://nowhere.invalid/");

  private final YamlMap map;

  private SiteFile(YamlMap map) {
    this.map = map;
  }

  /** The newsroom; after a mistake with stand-ins, which are not for use. */
  static Site read(YamlMap map) {
    SiteFile file = new SiteFile(map);
    Site site =
        new Site(
            SharedKeys.line(map, "title"),
            SharedKeys.line(map, "description"),
            file.home(),
            file.language(),
            file.zone(),
            file.authority(),
            file.contact(),
            SharedKeys.optionalLine(map, "copyright"),
            SharedKeys.image(map),
            file.categories());
    map.rejectUnknownKeys();
    return site;
  }

  private URI home() {
    map.requiredText("home");
    URI home = Objects.requireNonNullElse(map.address("home"), NOWHERE);
    return home.getPath().isEmpty() ? home.resolve("/") : home;
  }

  private String language() {
    map.requiredText("language");
    return Objects.requireNonNullElse(SharedKeys.language(map), "und");
  }

  private ZoneId zone() {
    String zone = map.requiredText("zone");
    if (zone.isEmpty()) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException _) {
      String hint =
          NearestWord.to(zone, ZoneId.getAvailableZoneIds())
              .map(near -> "did you mean " + near + "?")
              .orElse("write one such as Asia/Ho_Chi_Minh");
      map.mistake("zone", Mistake.quoted(zone) + " is no time zone", hint);
      return ZoneOffset.UTC;
    }
  }

  private String authority() {
    String authority = map.requiredText("authority");
    if (!authority.isEmpty() && !isAuthority(authority)) {
      map.mistake(
          "authority",
          Mistake.quoted(authority) + " is no domain with a date",
          "write a domain that is yours and a year in which it was, such as example.com,2026");
    }
    return authority;
  }

  private static boolean isAuthority(String text) {
    Matcher matcher = AUTHORITY.matcher(text);
    if (text.length() > MAX_LENGTH || !matcher.matches()) {
      return false;
    }
    try {
      return matcher.group("day") == null
          || LocalDate.parse(text.substring(text.indexOf(',') + 1)) != null;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private @Nullable String contact() {
    String contact = map.text("contact");
    if (contact != null && (contact.length() > MAX_LENGTH || !MAIL.matcher(contact).matches())) {
      map.mistake(
          "contact",
          Mistake.quoted(contact) + " is no mail address",
          "write one such as news@example.com");
    }
    return contact;
  }

  private Map<String, String> categories() {
    Map<String, String> labels = new LinkedHashMap<>();
    YamlMap categories = map.map("categories");
    if (categories == null) {
      return labels;
    }
    for (String category : categories.keys()) {
      if (Slug.isValid(category)) {
        labels.put(category, SharedKeys.line(categories, category));
        continue;
      }
      categories.text(category);
      String better = Slug.of(category);
      categories.mistake(
          category,
          Mistake.quoted(category) + " is not made of a-z, 0-9 and hyphens",
          Slug.isValid(better) ? "write " + better + ": …" : "write another name");
    }
    return labels;
  }
}
