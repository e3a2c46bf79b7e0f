package vn.bantin.store;

import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleId;
import vn.bantin.article.ChangeOutcome;
import vn.bantin.article.Placement;
import vn.bantin.article.State;

/** Makes one change to an article, its revisions and its entries. */
final class ArticleWriter {

  private final Transaction transaction;
  private final Placement placement;
  private final EntryLog log;

  ArticleWriter(Transaction transaction, Placement placement) {
    this.transaction = transaction;
    this.placement = placement;
    this.log = new EntryLog(transaction);
  }

  ChangeOutcome apply(ArticleChange change) {
    Optional<Current> current = current(change.id());
    return switch (change) {
      case ArticleChange.Put put -> put(put.article(), current);
      case ArticleChange.Withdraw withdraw -> withdraw(withdraw, current);
    };
  }

  private ChangeOutcome put(Article article, Optional<Current> before) {
    if (before.isEmpty()) {
      long seq = transaction.next();
      transaction
          .handle()
          .execute(
              "INSERT INTO article (num, id, revision) VALUES (?, ?, 1)",
              seq,
              article.id().value());
      revise(seq, 1, article, seq);
      return new ChangeOutcome.Created(seq);
    }
    Current current = before.get();
    if (current.article.state() == State.WITHDRAWN) {
      return new ChangeOutcome.StaysWithdrawn();
    }
    if (current.article.equals(article)) {
      return new ChangeOutcome.Unchanged();
    }
    return new ChangeOutcome.Replaced(next(current, article));
  }

  private ChangeOutcome withdraw(ArticleChange.Withdraw change, Optional<Current> before) {
    if (before.isEmpty()) {
      return new ChangeOutcome.Unknown();
    }
    Current current = before.get();
    if (current.article.state() == State.WITHDRAWN) {
      return new ChangeOutcome.StaysWithdrawn();
    }
    Article withdrawn = current.article.in(State.WITHDRAWN, change.reason());
    return new ChangeOutcome.Withdrawn(next(current, withdrawn));
  }

  private long next(Current current, Article article) {
    long seq = transaction.next();
    int revision = current.revision + 1;
    transaction
        .handle()
        .execute("UPDATE article SET revision = ? WHERE num = ?", revision, current.num);
    revise(current.num, revision, article, seq);
    return seq;
  }

  private void revise(long num, int revision, Article article, long seq) {
    try (var insert = transaction.handle().createUpdate(ArticleRows.INSERT_REVISION)) {
      ArticleRows.bind(insert, article)
          .bind("article", num)
          .bind("number", revision)
          .bind("seq", seq)
          .bind("at", transaction.at())
          .execute();
    }
    Set<String> feeds = article.state().isPublic() ? placement.feedsOf(article) : Set.of();
    log.place(num, article.published().toEpochSecond(), feeds, seq);
  }

  private Optional<Current> current(ArticleId id) {
    Handle handle = transaction.handle();
    return handle
        .createQuery(
            "SELECT " + ArticleRows.COLUMNS + " FROM " + ArticleRows.CURRENT + " WHERE a.id = ?")
        .bind(0, id.value())
        .map((row, context) ->
            new Current(row.getLong("num"), row.getInt("revision"), ArticleRows.read(row, context)))
        .findOne();
  }

  private record Current(long num, int revision, Article article) {}
}
