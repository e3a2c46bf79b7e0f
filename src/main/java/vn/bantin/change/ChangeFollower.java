package vn.bantin.change;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import vn.bantin.observe.Observer;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedVersion;

/**
 * Follows the change sequence of a store and tells a listener which feeds moved, whoever moved
 * them.
 */
public final class ChangeFollower implements AutoCloseable {

  /**
   * How often the sequence is looked at, and so the longest that another process's change waits.
   */
  public static final Duration PERIOD = Duration.ofMillis(100);

  private final ArticleStore store;
  private final Consumer<List<FeedVersion>> listener;
  private final Runnable moves;
  private final ReentrantLock turn = new ReentrantLock();
  private final Rounds rounds;
  private long seen;

  /**
   * Starts where the store stands now.
   *
   * @param listener is told of moved feeds, possibly twice of the same move; and of none at every
   *     {@link #PERIOD} in which nothing moved
   * @param moves is told after it of anything that was changed, in a feed or not
   */
  public ChangeFollower(
      ArticleStore store, Consumer<List<FeedVersion>> listener, Runnable moves, Observer observer) {
    this.store = store;
    this.listener = listener;
    this.moves = moves;
    this.seen = store.sequence();
    this.rounds =
        new Rounds("change-follower", PERIOD, "following the changes", this::catchUp, observer);
  }

  /** Begins to look by itself. */
  public void start() {
    rounds.start();
  }

  /** Looks now; when it returns, the listener knows of every change committed before the call. */
  public void catchUp() {
    turn.lock();
    try {
      long sequence = store.sequence();
      boolean moved = sequence != seen;
      listener.accept(moved ? store.changedSince(seen) : List.of());
      if (moved) {
        moves.run();
      }
      seen = sequence;
    } finally {
      turn.unlock();
    }
  }

  /** Looks no more; waits for a look under way. */
  @Override
  public void close() {
    rounds.close();
  }
}
