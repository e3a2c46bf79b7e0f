package vn.bantin.feed;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Article;
import vn.bantin.article.FoldedText;
import vn.bantin.article.Placement;

/** A newsroom's feeds at one moment; immutable. */
public final class FeedCatalog implements Placement {

  /** Raised whenever the same rules place an article elsewhere, so that all are placed anew. */
  static final int REVISION = 1;

  private final Site site;
  private final @Nullable Icon icon;
  private final Signposts signposts;
  private final Partners partners;
  private final Map<String, FeedDefinition> feeds;
  private final Map<String, String> rules;
  private final FeedIndex index;

  /**
   * Takes the feeds in order of their names, without signposts.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public FeedCatalog(Site site, Collection<FeedDefinition> feeds) {
    this(site, feeds, Signposts.NONE);
  }

  /**
   * Takes the feeds in order of their names, without partners.
   *
   * @throws IllegalArgumentException if two have the same name, or a signpost leads to no feed
   */
  public FeedCatalog(Site site, Collection<FeedDefinition> feeds, Signposts signposts) {
    this(site, feeds, signposts, Partners.NONE, null);
  }

  /**
   * Takes the feeds in order of their names.
   *
   * @param icon the newsroom's sign; null for none of its own
   * @throws IllegalArgumentException if two have the same name, or a signpost leads to no feed, or
   *     a partner gets one that there is not
   */
  public FeedCatalog(
      Site site,
      Collection<FeedDefinition> feeds,
      Signposts signposts,
      Partners partners,
      @Nullable Icon icon) {
    this.site = site;
    this.icon = icon;
    this.signposts = signposts;
    this.partners = partners;
    Map<String, FeedDefinition> byName = new TreeMap<>();
    for (FeedDefinition feed : feeds) {
      if (byName.put(feed.name(), feed) != null) {
        throw new IllegalArgumentException("two feeds are named " + feed.name());
      }
    }
    this.feeds = Collections.unmodifiableMap(byName);
    Map<String, String> rulesByName = new TreeMap<>();
    this.feeds.values().forEach(feed -> rulesByName.put(feed.name(), Fingerprint.rules(feed)));
    this.rules = Collections.unmodifiableMap(rulesByName);
    this.index = new FeedIndex(this.feeds.values());
    requireFeed(signposts.main());
    signposts
        .former()
        .values()
        .forEach(former -> {
          if (former instanceof FormerFeed.Renamed renamed) {
            requireFeed(renamed.feed());
          }
        });
    partners.all().forEach(partner -> partner.feeds().forEach(this::requireFeed));
  }

  /** The newsroom. */
  public Site site() {
    return site;
  }

  /** All feeds, by name. */
  public Collection<FeedDefinition> feeds() {
    return feeds.values();
  }

  /** The feed with the given name; empty when there is none. */
  public Optional<FeedDefinition> feed(String name) {
    return Optional.ofNullable(feeds.get(name));
  }

  /** Where readers with other addresses are sent. */
  public Signposts signposts() {
    return signposts;
  }

  /** The newsroom's sign; null when it has none of its own. */
  public @Nullable Icon icon() {
    return icon;
  }

  /** Who shows articles elsewhere. */
  public Partners partners() {
    return partners;
  }

  /**
   * Whose pages may show a feed as a part of themselves.
   *
   * @param feed its name, or that of a union
   */
  public Embedders embedders(String feed) {
    return partners.embedders(Union.namesIn(feed));
  }

  /**
   * The feed that stands for the whole newsroom: the one that the newsroom names, or else the first
   * that takes every article, or else the first; empty when there is no feed.
   */
  public Optional<FeedDefinition> main() {
    String named = signposts.main();
    if (named != null) {
      return feed(named);
    }
    return feeds.values().stream()
        .filter(FeedDefinition::takesEverything)
        .findFirst()
        .or(() -> feeds.values().stream().findFirst());
  }

  @Override
  public Set<String> feedsOf(Article article) {
    Set<String> names = new LinkedHashSet<>();
    index.taking(article, text(article)).forEach(feed -> names.add(feed.name()));
    return names;
  }

  @Override
  public Map<String, String> rules() {
    return rules;
  }

  @Override
  public List<String> categoriesByWords(Article article) {
    return index.named(text(article)).stream()
        .filter(feed -> !feed.include().isEmpty())
        .map(feed -> feed.include().getFirst())
        .distinct()
        .toList();
  }

  private void requireFeed(@Nullable String name) {
    if (name != null && !feeds.containsKey(name)) {
      throw new IllegalArgumentException("this is named, but there is no such feed: " + name);
    }
  }

  private static FoldedText text(Article article) {
    String body = PlainText.of(article.bodyHtml());
    return FoldedText.of(article.title() + " . " + article.summary() + " . " + body);
  }
}
