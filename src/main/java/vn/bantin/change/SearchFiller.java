package vn.bantin.change;

import java.time.Duration;
import vn.bantin.observe.Observer;
import vn.bantin.store.ArticleStore;

/**
 * Makes articles from before there was a search findable, beside all other work; a restart goes on
 * where it stopped, and of several servers each does a part.
 */
public final class SearchFiller implements AutoCloseable {

  /** Between two parts, so that others who write get their turn. */
  private static final Duration REST = Duration.ofMillis(20);

  private final ArticleStore store;
  private final Rounds rounds;

  /** Prepares to fill. */
  public SearchFiller(ArticleStore store, Observer observer) {
    this.store = store;
    this.rounds = new Rounds("search-filler", REST, "filling the search", this::fill, observer);
  }

  /** Begins. */
  public void start() {
    rounds.start();
  }

  /** Fills no more; waits for a part under way. */
  @Override
  public void close() {
    rounds.close();
  }

  private void fill() {
    if (store.index()) {
      rounds.end();
    }
  }
}
