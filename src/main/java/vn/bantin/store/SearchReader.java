package vn.bantin.store;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.bantin.article.Article;
import vn.bantin.search.SearchQuery;

/**
 * Finds articles by their words.
 *
 * <p>The index is read from the newest article on in stretches, until enough is found or the effort
 * for one question is spent: a phrase of frequent words that never stand together would take
 * seconds of a large store, and the index cannot be interrupted.
 */
final class SearchReader {

  /** The work after which no further stretch is begun, in time of the processor. */
  private static final Duration WORK = Duration.ofMillis(250);

  /** After which none is begun either, because the disk is slow or the machine busy. */
  private static final Duration TIME = Duration.ofSeconds(2);

  /** A stretch is doubled for as long as one takes less. */
  private static final Duration SHORT = Duration.ofMillis(20);

  private static final int FIRST_STRETCH = 4_096;

  private static final Comparator<Hit> NEWEST_FIRST =
      Comparator.comparingLong(Hit::publishedAt).thenComparingLong(Hit::article).reversed();

  private final Handle handle;
  private final Duration work;
  private final int firstStretch;

  SearchReader(Handle handle) {
    this(handle, WORK, FIRST_STRETCH);
  }

  /**
   * A reader with bounds of its own.
   *
   * @param firstStretch how many articles are looked through whatever the work
   */
  SearchReader(Handle handle, Duration work, int firstStretch) {
    this.handle = handle;
    this.work = work;
    this.firstStretch = firstStretch;
  }

  SearchHits search(SearchQuery query, int skip, int count) {
    Effort effort = Effort.begin(work);
    List<Hit> hits = new ArrayList<>();
    boolean isCut = false;
    for (String match : SearchMatch.of(query)) {
      List<Hit> some = new ArrayList<>();
      int most = SearchHits.MOST - hits.size();
      isCut |= most > 0 && scan(match, most, some, effort);
      some.sort(NEWEST_FIRST);
      hits.addAll(some);
    }
    List<Article> articles = articles(hits.stream().skip(skip).limit(count).toList());
    boolean cut = isCut;
    return handle
        .createQuery("SELECT seq, at FROM change_sequence")
        .map((row, context) ->
            new SearchHits(
                articles,
                hits.size(),
                cut,
                row.getLong("seq"),
                Instant.ofEpochSecond(row.getLong("at"))))
        .one();
  }

  /** What was published in this second since 1970 or later, newest first. */
  List<Article> published(long since, int limit) {
    return articles(
        handle
            .createQuery(
                """
                SELECT article, published_at FROM searched WHERE place >= ? AND published_at >= ? \
                ORDER BY published_at DESC, article DESC LIMIT ?
                """)
            .bind(0, SearchIndex.firstPlace(since))
            .bind(1, since)
            .bind(2, limit)
            .map((row, context) -> new Hit(row.getLong("article"), row.getLong("published_at")))
            .list());
  }

  /** Adds what matches, no more than {@code most}; returns whether the effort was spent before. */
  private boolean scan(String match, int most, List<Hit> hits, Effort effort) {
    long before = Long.MAX_VALUE;
    int stretch = firstStretch;
    while (true) {
      long start = System.nanoTime();
      long from = from(before, stretch);
      find(match, from, before, most - hits.size(), hits);
      if (hits.size() == most || from == Long.MIN_VALUE) {
        return false;
      }
      if (effort.isSpent()) {
        return true;
      }
      before = from;
      if (System.nanoTime() - start < SHORT.toNanos()) {
        stretch *= 2;
      }
    }
  }

  /** The place where a stretch of so many articles begins. */
  private long from(long before, int stretch) {
    return handle
        .createQuery(
            "SELECT place FROM searched WHERE place < ? ORDER BY place DESC LIMIT 1 OFFSET ?")
        .bind(0, before)
        .bind(1, stretch - 1)
        .mapTo(Long.class)
        .findOne()
        .orElse(Long.MIN_VALUE);
  }

  private void find(String match, long from, long before, int limit, List<Hit> hits) {
    handle
        .createQuery(
            """
            SELECT s.article, s.published_at \
            FROM search_index f CROSS JOIN searched s ON s.place = f.rowid \
            WHERE f.search_index MATCH ? AND f.rowid >= ? AND f.rowid < ? \
            ORDER BY f.rowid DESC LIMIT ?
            """)
        .bind(0, match)
        .bind(1, from)
        .bind(2, before)
        .bind(3, limit)
        .map((row, context) -> new Hit(row.getLong("article"), row.getLong("published_at")))
        .forEach(hits::add);
  }

  private List<Article> articles(List<Hit> hits) {
    if (hits.isEmpty()) {
      return List.of();
    }
    Map<Long, Article> found = new LinkedHashMap<>();
    try (var select =
        handle.createQuery(
            "SELECT "
                + ArticleRows.COLUMNS
                + " FROM "
                + ArticleRows.CURRENT
                + " WHERE a.num IN (<nums>)")) {
      select
          .bindList("nums", hits.stream().map(Hit::article).toList())
          .map((row, context) -> Map.entry(row.getLong("num"), ArticleRows.read(row, context)))
          .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    }
    // A server of an older version beside this one withdraws without knowing of the index.
    return hits.stream()
        .map(hit -> found.get(hit.article))
        .filter(article -> article != null && article.state().isPublic())
        .toList();
  }

  private record Hit(long article, long publishedAt) {}

  /** What may be spent on a question. */
  private record Effort(ThreadMXBean threads, long work, long time) {

    static Effort begin(Duration work) {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      return new Effort(
          threads,
          threads.getCurrentThreadCpuTime() + work.toNanos(),
          System.nanoTime() + TIME.toNanos());
    }

    boolean isSpent() {
      return threads.getCurrentThreadCpuTime() > work || System.nanoTime() - time > 0;
    }
  }
}
