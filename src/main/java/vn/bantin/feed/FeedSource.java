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
 * @param archive where it stands among the pages of the archive; null when it has none
 */
public record FeedSource(
    Site site,
    FeedDefinition definition,
    Addresses addresses,
    Instant changedAt,
    List<Article> articles,
    List<Tombstone> gone,
    @Nullable Archive archive) {

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
    return new FeedSource(site, definition, addresses, changedAt, others, gone, archive);
  }

  /** The feed's picture, or the newsroom's; null when neither has one. */
  @Nullable Image image() {
    return definition.image() != null ? definition.image() : site.image();
  }

  /** Where the document is. */
  String address(Format format) {
    String name = definition.name();
    return archive != null && archive.isPage()
        ? addresses.archive(name, archive.page(), format)
        : addresses.feed(name, format);
  }

  /** Links to other documents of the archive by relation, in order (RFC 5005 §4). */
  SequencedMap<String, String> links(Format format) {
    SequencedMap<String, String> links = new LinkedHashMap<>();
    if (archive == null) {
      return links;
    }
    String name = definition.name();
    if (archive.isPage()) {
      links.put("current", addresses.feed(name, format));
    }
    if (archive.previous() > 0) {
      links.put("prev-archive", addresses.archive(name, archive.previous(), format));
    }
    if (archive.next() > 0) {
      links.put("next-archive", addresses.archive(name, archive.next(), format));
    }
    return links;
  }

  /** How long a copy may be used: a full page of the archive hardly ever changes. */
  public Duration ttl() {
    return archive != null && archive.isFull() ? FeedDefinition.MAX_TTL : definition.ttl();
  }

  boolean isFull() {
    return switch (definition.content()) {
      case FULL -> true;
      case SUMMARY -> false;
    };
  }
}
