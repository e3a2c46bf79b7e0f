package vn.bantin.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The answer to one question, which stands until something is committed. */
final class Standing<T> {

  private final Commits commits;
  private final Supplier<T> question;
  private volatile @Nullable Given<T> last;

  Standing(Commits commits, Supplier<T> question) {
    this.commits = commits;
    this.question = question;
  }

  /** What holds now; every change committed before the call is in it. */
  T get() {
    // Before the question, so that a commit beside it shows the next time.
    long moves = commits.moves();
    Given<T> given = last;
    if (given == null || given.moves != moves) {
      given = new Given<>(moves, question.get());
      last = given;
    }
    return given.answer;
  }

  /**
   * The answer asked for anew, and not kept: within a transaction of this thread's own it may still
   * be taken back.
   */
  T anew() {
    return question.get();
  }

  private record Given<T>(long moves, T answer) {}
}
