package vn.bantin.newsroom;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.FoldedText;
import vn.bantin.feed.Content;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Partner;
import vn.bantin.feed.Profile;
import vn.bantin.feed.Rights;
import vn.bantin.feed.Utm;
import vn.bantin.yaml.Mistake;
import vn.bantin.yaml.YamlMap;
import vn.bantin.yaml.YamlReader;

/** The keys of a partner's file, {@code partners/NAME.yaml}. */
final class PartnerFile {

  private static final String LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
  private static final Pattern ORIGIN =
      Pattern.compile(
          "https://(?<host>" + LABEL + "([.]" + LABEL + ")*)(:(?<port>[1-9][0-9]{0,4}))?");

  /** The longest domain, RFC 1035 §2.3.4. */
  private static final int MAX_HOST = 253;

  private static final int MAX_PORT = 65_535;
  private static final String USUAL_PORT = "443";
  private static final List<String> PROFILES =
      Stream.of(Profile.values()).map(Profile::wireName).toList();

  private final YamlMap map;

  private PartnerFile(YamlMap map) {
    this.map = map;
  }

  /**
   * Reads a partner's file.
   *
   * @param name the partner's
   * @param feeds names of the feeds that there are
   * @param categories that there are; null when they are not known
   * @param mistakes takes what is wrong; empty before
   * @return null after a mistake
   */
  static @Nullable Partner read(
      String name,
      String text,
      Set<String> feeds,
      @Nullable Set<String> categories,
      List<Mistake> mistakes) {
    YamlMap map = YamlReader.read(text, 1, mistakes);
    PartnerFile file = new PartnerFile(map);
    String title = SharedKeys.line(map, "title");
    Set<String> origins = file.origins();
    List<String> chosen = file.feeds(feeds, mistakes);
    Content content = SharedKeys.content(map);
    Integer limit = map.integer("limit", 1, FeedDefinition.MAX_LIMIT);
    Utm utm = file.utm();
    String byline = SharedKeys.line(map, "byline");
    String linkBack = SharedKeys.line(map, "link_back");
    Rights rights = file.rights(categories);
    Profile profile = file.profile(content);
    map.rejectUnknownKeys();
    if (!mistakes.isEmpty()) {
      return null;
    }
    return new Partner(
        name,
        title,
        origins,
        chosen,
        content,
        Objects.requireNonNullElse(limit, FeedFile.DEFAULT_LIMIT),
        utm,
        byline,
        linkBack,
        rights,
        profile);
  }

  private Set<String> origins() {
    Set<String> origins = new LinkedHashSet<>();
    for (String origin : map.texts("origins")) {
      if (isOrigin(origin)) {
        origins.add(origin);
      } else {
        String wrong = Mistake.quoted(origin) + " is not the origin of a site";
        map.mistake("origins", origin, wrong, "write " + originIn(origin));
      }
    }
    return origins;
  }

  // As browsers write it (RFC 6454 §6.2): policies compare letter by letter.
  private static boolean isOrigin(String text) {
    Matcher matcher = ORIGIN.matcher(text);
    if (!matcher.matches() || matcher.group("host").length() > MAX_HOST) {
      return false;
    }
    String port = matcher.group("port");
    return port == null || (!port.equals(USUAL_PORT) && Integer.parseInt(port) <= MAX_PORT);
  }

  /** What was meant, if that can be seen. */
  private static String originIn(String text) {
    String bare =
        text.strip()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^([a-z]+:)?//", "")
            .replaceFirst("[/?#].*$", "")
            .replaceFirst(":" + USUAL_PORT + "$", "");
    String origin = "https://" + bare;
    return isOrigin(origin) && bare.contains(".")
        ? origin
        : "the scheme and the host alone, such as https://bao.example";
  }

  private List<String> feeds(Set<String> known, List<Mistake> mistakes) {
    int before = mistakes.size();
    List<String> names = map.texts("feeds").stream().distinct().toList();
    if (names.isEmpty() && mistakes.size() == before) {
      map.mistake("feeds", "it gets no feed", "write feeds: [" + String.join(", ", known) + "]");
    }
    for (String name : names) {
      if (!known.contains(name)) {
        map.mistake(
            "feeds",
            name,
            "there is no feed " + Mistake.quoted(name),
            SharedKeys.whichFeed(name, known));
      }
    }
    return names;
  }

  private Utm utm() {
    YamlMap parameters = map.map("utm");
    if (parameters == null) {
      return Utm.NONE;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : Utm.NAMES) {
      String value = SharedKeys.optionalLine(parameters, name);
      if (value != null && !value.isEmpty()) {
        values.put(name, value);
      }
    }
    return new Utm(values);
  }

  private Rights rights(@Nullable Set<String> known) {
    boolean isOwnOnly = !"all".equals(map.oneOf("rights", List.of("own", "all")));
    YamlMap excluded = map.map("exclude");
    if (excluded == null) {
      return new Rights(isOwnOnly, Set.of(), Set.of());
    }
    Set<FoldedText> tags =
        excluded.texts("tags").stream()
            .map(FoldedText::of)
            .filter(tag -> !tag.isEmpty())
            .collect(Collectors.toSet());
    return new Rights(
        isOwnOnly, Set.copyOf(SharedKeys.categories(excluded, "categories", known)), tags);
  }

  private Profile profile(Content content) {
    String name = map.oneOf("profile", PROFILES);
    Profile profile = name == null ? Profile.NONE : Profile.named(name).orElse(Profile.NONE);
    if (profile.wantsFullText() && content == Content.SUMMARY) {
      map.mistake(
          "content",
          profile.wireName() + " takes no summaries",
          "write content: full, or another profile");
    }
    return profile;
  }
}
