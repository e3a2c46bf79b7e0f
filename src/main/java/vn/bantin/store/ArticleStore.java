package vn.bantin.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import vn.bantin.article.Actor;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleId;
import vn.bantin.article.ChangeOutcome;
import vn.bantin.article.History;
import vn.bantin.article.Lifetimes;
import vn.bantin.article.Placement;
import vn.bantin.article.Revision;
import vn.bantin.article.Turn;
import vn.bantin.search.SearchQuery;

/**
 * The durable memory of a newsroom, shared by every process that opens the same database.
 *
 * <p>A feed is a log of entries. Every change has a number, larger than all before it, and every
 * transaction a second of its own, later than all before it: see {@link FeedVersion}.
 *
 * <p>Every method may be called from any thread, blocks, and throws {@link StoreException} when the
 * database cannot do it.
 */
public interface ArticleStore extends AutoCloseable {

  /**
   * Makes the changes, with every entry of every feed that they touch, in one transaction.
   *
   * @param actor who makes them
   * @return what became of each, in order
   * @throws StaleRulesException if there are articles to place, by other {@link Placement#rules}
   *     than the feeds were last defined with: define them, and try again
   */
  List<ChangeOutcome> apply(List<ArticleChange> changes, Placement placement, Actor actor);

  /**
   * Has the clock change the states of articles for which the time has come, some of them in one
   * transaction; of several servers that ask for the same, one does it.
   *
   * @return what was changed, the longest due first; empty when nothing more is due
   * @throws StaleRulesException as {@link #apply} does
   */
  List<Turn> turn(Placement placement);

  /**
   * Makes these the feeds that there are, in one transaction; places all articles anew in a feed
   * whose rules have changed, and moves the version of a feed whose look has changed.
   *
   * @return whether anything was different
   */
  boolean define(List<FeedDeclaration> feeds, Placement placement);

  /**
   * Defines the feeds that are new or have changed, as {@link #define} does, and leaves others as
   * they are: what a visitor does who serves none of them.
   */
  void introduce(List<FeedDeclaration> feeds, Placement placement);

  /** Moves the versions of feeds that look other than they did, in one transaction. */
  void touch(Set<String> feeds);

  /** The article, in whatever state; empty when there is none. */
  Optional<Article> find(ArticleId id);

  /** The article's current revision; empty when there is none. */
  Optional<Revision> current(ArticleId id);

  /**
   * The article's history; empty when there is none.
   *
   * @param lifetimes of copies of the feeds that carried it
   */
  Optional<History> history(ArticleId id, Lifetimes lifetimes);

  /** Why those of the articles that are withdrawn were; without those that are not. */
  Map<ArticleId, String> reasons(Collection<ArticleId> ids);

  /** Whether the article is public, or ever was. */
  boolean wasPublic(ArticleId id);

  /** Articles, newest first. */
  List<Article> list(ArticleQuery query);

  /**
   * Public articles by their words, at one moment.
   *
   * @param skip how many of the first to leave out
   * @param count the most to return
   */
  SearchHits search(SearchQuery query, int skip, int count);

  /**
   * Public articles that were published at a moment or after it, newest first.
   *
   * @param limit the most to return
   */
  List<Article> published(Instant since, int limit);

  /**
   * Makes articles from before there was a search findable, some of them in one transaction.
   *
   * @return whether none is left
   */
  boolean index();

  /** Whether there is no article, in any state. */
  boolean isEmpty();

  /** How many articles there are, in any state; looks at each. */
  long count();

  /**
   * One feed at one moment, its entries newest first.
   *
   * @param limit the most entries to return
   * @return empty when no feed of this name was ever defined
   */
  Optional<FeedContents> feed(String name, int limit);

  /**
   * The entries of a feed at some positions.
   *
   * @param first the lowest position, counted from 1
   * @param count how many
   * @return empty when no feed of this name was ever defined
   */
  Optional<FeedPage> page(String name, long first, int count);

  /**
   * The {@link FeedPage#version} alone.
   *
   * @return empty when no feed of this name was ever defined
   */
  Optional<FeedVersion> pageVersion(String name, long first, int count);

  /**
   * What changed last in one feed.
   *
   * @param limit the most entries to return
   * @return empty when no feed of this name was ever defined
   */
  Optional<FeedLog> log(String name, int limit);

  /**
   * Several feeds at one and the same moment, as {@link #feed} gives each.
   *
   * @param limits the most entries to return, by the name of the feed
   * @return in the order of the map, without feeds that were never defined
   */
  List<FeedContents> feeds(SequencedMap<String, Integer> limits);

  /** The number of the latest change; 0 before the first. */
  long sequence();

  /** The feeds that changed after the change with the given number. */
  List<FeedVersion> changedSince(long seq);

  /** Lets go of the database. */
  @Override
  void close();
}
