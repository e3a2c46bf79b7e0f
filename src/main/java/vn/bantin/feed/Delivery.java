package vn.bantin.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.bantin.article.Article;

/**
 * What a partner gets of a feed at one moment, and what not because of what it demands. What its
 * rights do not include is in neither.
 *
 * @param feed as the partner gets it
 * @param sent newest first
 * @param kept newest first
 */
public record Delivery(FeedDefinition feed, List<Article> sent, List<Kept> kept) {

  /** Copies the lists. */
  public Delivery {
    sent = List.copyOf(sent);
    kept = List.copyOf(kept);
  }

  /**
   * An article that is not sent.
   *
   * @param article which
   * @param why one reason at least
   */
  public record Kept(Article article, List<Shortfall> why) {

    /** Copies the list. */
    public Kept {
      why = List.copyOf(why);
    }
  }

  /**
   * Looks at as many articles as the partner may have at most.
   *
   * @param articles of the feed, newest first, {@link Partner#reach()} of them if there are so many
   */
  public static Delivery of(
      Partner partner, Site site, FeedDefinition feed, List<Article> articles, Instant now) {
    List<Article> sent = new ArrayList<>();
    List<Kept> kept = new ArrayList<>();
    articles.stream()
        .filter(article -> partner.rights().include(article, site))
        .limit(partner.limit())
        .forEach(article -> {
          List<Shortfall> why = partner.profile().shortfalls(article, sent.size() + 1, now);
          if (why.isEmpty()) {
            sent.add(article);
          } else {
            kept.add(new Kept(article, why));
          }
        });
    return new Delivery(partner.definition(feed), sent, kept);
  }
}
