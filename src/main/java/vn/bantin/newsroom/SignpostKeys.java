package vn.bantin.newsroom;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Slug;
import vn.bantin.feed.FormerFeed;
import vn.bantin.feed.Signposts;
import vn.bantin.yaml.Mistake;
import vn.bantin.yaml.YamlMap;

/** The keys {@code main}, {@code moved} and {@code ended} of {@code site.yaml}. */
final class SignpostKeys {

  private static final String MAIN = "main";
  private static final String MOVED = "moved";
  private static final String ENDED = "ended";
  private static final String NO_SENTENCE = "Nothing more will come. The feeds are listed at /";

  private final YamlMap site;
  private final Set<String> feeds;
  private final Map<String, FormerFeed> former = new LinkedHashMap<>();

  private SignpostKeys(YamlMap site, Set<String> feeds) {
    this.site = site;
    this.feeds = feeds;
  }

  /**
   * Reads the three keys; what is wrong with them is left out.
   *
   * @param feeds names of the feeds that there are
   */
  static Signposts read(YamlMap site, Set<String> feeds) {
    SignpostKeys keys = new SignpostKeys(site, feeds);
    String main = keys.main();
    keys.ended();
    keys.moved();
    return new Signposts(main, keys.former);
  }

  private @Nullable String main() {
    String main = site.text(MAIN);
    if (main == null || feeds.contains(main)) {
      return main;
    }
    site.mistake(
        MAIN, "there is no feed " + Mistake.quoted(main), SharedKeys.whichFeed(main, feeds));
    return null;
  }

  private void ended() {
    YamlMap sentences = site.isMap(ENDED) ? site.map(ENDED) : null;
    List<String> names = sentences == null ? site.texts(ENDED) : sentences.keys();
    for (String name : names) {
      String sentence = sentences == null ? null : SharedKeys.optionalLine(sentences, name);
      Mistake wrong = wrong(name);
      if (wrong == null) {
        former.put(name, new FormerFeed.Ended(Objects.requireNonNullElse(sentence, NO_SENTENCE)));
      } else if (sentences == null) {
        site.mistake(ENDED, name, wrong.message(), wrong.hint());
      } else {
        sentences.mistake(name, wrong.message(), wrong.hint());
      }
    }
  }

  private void moved() {
    YamlMap moved = site.map(MOVED);
    if (moved == null) {
      return;
    }
    for (String name : moved.keys()) {
      String target = moved.requiredText(name);
      Mistake wrong = wrong(name);
      if (wrong != null) {
        moved.mistake(name, wrong.message(), wrong.hint());
      } else if (former.get(name) instanceof FormerFeed.Ended) {
        moved.mistake(
            name, Mistake.quoted(name) + " has ended as well", "keep one of moved and ended");
      } else if (!target.isEmpty()) {
        lead(moved, name);
      }
    }
  }

  // Readers go to the end of a chain at once: many of them give up after a few redirects.
  private void lead(YamlMap moved, String name) {
    Set<String> passed = new LinkedHashSet<>();
    String step = name;
    String target = name;
    while (!feeds.contains(target) && moved.keys().contains(target) && passed.add(target)) {
      step = target;
      target = Objects.requireNonNullElse(moved.text(step), "");
    }
    if (feeds.contains(target)) {
      former.put(name, new FormerFeed.Renamed(target));
    } else if (passed.contains(target)) {
      moved.mistake(name, Mistake.quoted(name) + " leads in a circle", "write where it is now");
    } else if (former.get(target) instanceof FormerFeed.Ended) {
      moved.mistake(
          name, Mistake.quoted(target) + " has ended", "write " + name + " under ended as well");
    } else if (target.contains("/")) {
      URI address = moved.address(step);
      if (address != null) {
        former.put(name, new FormerFeed.MovedAway(address));
      }
    } else {
      moved.mistake(
          name, "there is no feed " + Mistake.quoted(target), SharedKeys.whichFeed(target, feeds));
    }
  }

  /** What keeps a name from being that of a former feed; null when nothing does. */
  private @Nullable Mistake wrong(String name) {
    if (feeds.contains(name)) {
      return new Mistake(
          0,
          Mistake.quoted(name) + " is a feed",
          "remove this line, or the file " + name + ".yaml");
    }
    if (Slug.isValid(name)) {
      return null;
    }
    String better = Slug.of(name);
    return new Mistake(
        0,
        Mistake.quoted(name) + " is not made of a-z, 0-9 and hyphens",
        Slug.isValid(better) ? "write " + better : "write another name");
  }
}
