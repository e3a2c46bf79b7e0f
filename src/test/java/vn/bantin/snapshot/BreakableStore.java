package vn.bantin.snapshot;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
import vn.bantin.store.ArticleQuery;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedContents;
import vn.bantin.store.FeedDeclaration;
import vn.bantin.store.FeedLog;
import vn.bantin.store.FeedPage;
import vn.bantin.store.FeedVersion;
import vn.bantin.store.SearchHits;
import vn.bantin.store.StoreException;

/** A real store whose feeds can be made slow or unreadable. */
public final class BreakableStore implements ArticleStore {

  final AtomicInteger reads = new AtomicInteger();
  final AtomicInteger logReads = new AtomicInteger();
  volatile boolean broken;
  volatile boolean exhausted;
  volatile @Nullable CountDownLatch gate;
  volatile @Nullable Runnable afterRead;

  private final ArticleStore real;

  /** A store that is broken as a test likes. */
  public BreakableStore(ArticleStore real) {
    this.real = real;
  }

  /** Lets no feed be read before the gate is open. */
  public void hold(CountDownLatch closed) {
    gate = closed;
  }

  /** How often a feed was read, or is about to be. */
  public int reads() {
    return reads.get();
  }

  @Override
  public Optional<FeedContents> feed(String name, int limit) {
    return read(() -> real.feed(name, limit));
  }

  @Override
  public List<FeedContents> feeds(SequencedMap<String, Integer> limits) {
    return read(() -> real.feeds(limits));
  }

  private <T> T read(Supplier<T> question) {
    reads.incrementAndGet();
    CountDownLatch closed = gate;
    try {
      if (closed != null) {
        closed.await();
      }
    } catch (InterruptedException e) {
      throw new StoreException("interrupted", e);
    }
    if (exhausted) {
      throw new OutOfMemoryError("for a test");
    }
    if (broken) {
      throw new StoreException("the disk is gone", new IllegalStateException());
    }
    T answer = question.get();
    Runnable then = afterRead;
    if (then != null) {
      afterRead = null;
      then.run();
    }
    return answer;
  }

  @Override
  public Optional<FeedPage> page(String name, long first, int count) {
    return read(() -> real.page(name, first, count));
  }

  @Override
  public Optional<FeedVersion> pageVersion(String name, long first, int count) {
    return real.pageVersion(name, first, count);
  }

  @Override
  public Optional<FeedLog> log(String name, int limit) {
    logReads.incrementAndGet();
    if (broken) {
      throw new StoreException("the disk is gone", new IllegalStateException());
    }
    return real.log(name, limit);
  }

  @Override
  public List<ChangeOutcome> apply(List<ArticleChange> changes, Placement placement, Actor actor) {
    return real.apply(changes, placement, actor);
  }

  @Override
  public List<Turn> turn(Placement placement) {
    return real.turn(placement);
  }

  @Override
  public Optional<Revision> current(ArticleId id) {
    return real.current(id);
  }

  @Override
  public Optional<History> history(ArticleId id, Lifetimes lifetimes) {
    return real.history(id, lifetimes);
  }

  @Override
  public SearchHits search(SearchQuery query, int skip, int count) {
    return read(() -> real.search(query, skip, count));
  }

  @Override
  public List<Article> published(Instant since, int limit) {
    return read(() -> real.published(since, limit));
  }

  @Override
  public boolean index() {
    return real.index();
  }

  @Override
  public Map<ArticleId, String> reasons(Collection<ArticleId> ids) {
    return real.reasons(ids);
  }

  @Override
  public boolean wasPublic(ArticleId id) {
    return real.wasPublic(id);
  }

  @Override
  public boolean define(List<FeedDeclaration> feeds, Placement placement) {
    return real.define(feeds, placement);
  }

  @Override
  public void introduce(List<FeedDeclaration> feeds, Placement placement) {
    real.introduce(feeds, placement);
  }

  @Override
  public void touch(Set<String> feeds) {
    real.touch(feeds);
  }

  @Override
  public Optional<Article> find(ArticleId id) {
    return real.find(id);
  }

  @Override
  public List<Article> list(ArticleQuery query) {
    return real.list(query);
  }

  @Override
  public boolean isEmpty() {
    return real.isEmpty();
  }

  @Override
  public long count() {
    return real.count();
  }

  @Override
  public long sequence() {
    return real.sequence();
  }

  @Override
  public List<FeedVersion> changedSince(long seq) {
    return real.changedSince(seq);
  }

  @Override
  public void close() {
    real.close();
  }
}
