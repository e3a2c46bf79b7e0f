package vn.bantin.change;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import vn.bantin.article.Placement;
import vn.bantin.article.Turn;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;
import vn.bantin.store.ArticleStore;

/**
 * Publishes what is scheduled, frees what is embargoed and lets expire what has had its time.
 *
 * <p>What is due stands in the store. So a restart forgets nothing, of several servers one makes
 * each change, and a clock that jumps only makes it sooner or later.
 */
public final class Timekeeper implements AutoCloseable {

  /** How often the clock is looked at. */
  public static final Duration PERIOD = Duration.ofMillis(200);

  private final ArticleStore store;
  private final Supplier<? extends Placement> placement;
  private final Observer observer;
  private final Rounds rounds;

  /**
   * Prepares to keep the time.
   *
   * @param placement the newsroom's rules as they are at the moment
   */
  public Timekeeper(
      ArticleStore store, Supplier<? extends Placement> placement, Observer observer) {
    this.store = store;
    this.placement = placement;
    this.observer = observer;
    this.rounds = new Rounds("timekeeper", PERIOD, "changing what is due", this::turn, observer);
  }

  /** Begins to look by itself. */
  public void start() {
    rounds.start();
  }

  /** Makes every change that is due now. */
  void turn() {
    List<Turn> turns;
    do {
      turns = store.turn(placement.get());
      for (Turn turn : turns) {
        observer.observe(new Event.ArticleTurned(turn.id(), turn.from(), turn.to()));
      }
    } while (!turns.isEmpty() && !rounds.isClosed());
  }

  /** Looks no more; waits for a change under way. */
  @Override
  public void close() {
    rounds.close();
  }
}
