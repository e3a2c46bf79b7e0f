package vn.bantin.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Article;

/**
 * All that a feed is made of; the same source gives the same bytes for ever.
 *
 * @param site the newsroom
 * @param definition what the feed is
 * @param addresses where things stand
 * @param changedAt when the feed last changed
 * @param articles newest first, no more than the definition's limit
 * @param gone the articles that are not to be shown any longer, the latest first
 * @param paging where it stands among documents that continue it; null when it stands alone
 */
public record FeedSource(
    Site site,
    FeedDefinition definition,
    Addresses addresses,
    Instant changedAt,
    List<Article> articles,
    List<Tombstone> gone,
    @Nullable Paging paging) {

  /** Copies the lists. */
  public FeedSource {
    articles = List.copyOf(articles);
    gone = List.copyOf(gone);
  }

  /** Of a feed that stands alone. */
  public FeedSource(
      Site site,
      FeedDefinition definition,
      Addresses addresses,
      Instant changedAt,
      List<Article> articles) {
    this(site, definition, addresses, changedAt, articles, List.of(), null);
  }

  FeedSource with(List<Article> others) {
    return new FeedSource(site, definition, addresses, changedAt, others, gone, paging);
  }

  /** The feed's picture, or the newsroom's; null when neither has one. */
  public @Nullable Image image() {
    return definition.image() != null ? definition.image() : site.image();
  }

  /** Where the document is. */
  public String address(View view) {
    String name = definition.name();
    return paging == null ? addresses.feed(name, view) : paging.address(addresses, name, view);
  }

  /** Its name for ever. */
  String id() {
    String name = definition.name();
    return paging == null ? addresses.feedId(name) : paging.id(addresses, name);
  }

  /** Links to the documents that continue it by relation, in order (RFC 5005). */
  public SequencedMap<String, String> links(View view) {
    return paging == null
        ? new LinkedHashMap<>()
        : paging.links(addresses, definition.name(), view);
  }

  /** How long a copy may be used. */
  public Duration ttl() {
    return paging == null ? definition.ttl() : paging.ttl(definition.ttl());
  }

  boolean isFull() {
    return switch (definition.content()) {
      case FULL -> true;
      case SUMMARY -> false;
    };
  }
}
