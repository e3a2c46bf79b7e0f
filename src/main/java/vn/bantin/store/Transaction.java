package vn.bantin.store;

import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * One transaction of the one writer: hands out change numbers, and the second that all of them
 * share and no other transaction has.
 */
final class Transaction {

  // A feed's Last-Modified is the second of its latest change. Were that second the clock's, two
  // changes within one would leave a client that sends only If-Modified-Since on the older version
  // for good. So each transaction takes the clock's second or, when that is taken, the one after
  // the last; what is ahead of the clock is held back when it is sent, not when it is stored. One
  // that moves no feed takes none: the drafts of a day would take the log ahead by minutes.

  private final Handle handle;
  private final long first;
  private final long before;
  private final Instant now;
  private long last;
  private boolean moved;

  private Transaction(Handle handle, long seq, long before, Instant now) {
    this.handle = handle;
    this.first = seq;
    this.last = seq;
    this.before = before;
    this.now = now;
  }

  /** Begins, having waited for every other writer. */
  static Transaction begin(Handle handle, Clock clock) {
    handle.execute("UPDATE change_sequence SET seq = seq WHERE id = 1");
    return handle
        .createQuery("SELECT seq, at FROM change_sequence WHERE id = 1")
        .map((row, context) ->
            new Transaction(handle, row.getLong("seq"), row.getLong("at"), clock.instant()))
        .one();
  }

  Handle handle() {
    return handle;
  }

  /** The number of the last change before this transaction. */
  long before() {
    return first;
  }

  /** The number of the next change. */
  long next() {
    return ++last;
  }

  /** Takes the second that all changes of feeds in this transaction have, since 1970. */
  long takeSecond() {
    moved = true;
    return Math.max(before + 1, now.getEpochSecond());
  }

  /** Whether the clock's second is still to be taken. */
  boolean hasSecond() {
    return now.getEpochSecond() > before;
  }

  /** The time, by the clock. */
  Instant now() {
    return now;
  }

  /** Whether a number was handed out. */
  boolean isChanged() {
    return last != first;
  }

  /** Writes down how far the numbers have come, or takes everything back when nothing changed. */
  void end() {
    if (isChanged()) {
      handle.execute(
          "UPDATE change_sequence SET seq = ?, at = ? WHERE id = 1",
          last,
          moved ? takeSecond() : before);
    } else {
      handle.rollback();
    }
  }
}
