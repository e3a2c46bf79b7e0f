package vn.bantin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Actor;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleId;
import vn.bantin.article.ChangeOutcome;
import vn.bantin.article.Placement;
import vn.bantin.article.State;
import vn.bantin.article.Turn;

/** Makes one change to an article, its revisions and its entries. */
final class ArticleWriter {

  private final Transaction transaction;
  private final Placement placement;
  private final Actor actor;
  private final EntryLog log;
  private final SearchIndex index;
  private final CategoryRows categories;

  ArticleWriter(Transaction transaction, Placement placement, Actor actor) {
    this.transaction = transaction;
    this.placement = placement;
    this.actor = actor;
    this.log = new EntryLog(transaction);
    this.index = new SearchIndex(transaction);
    this.categories = new CategoryRows(transaction.handle());
  }

  ChangeOutcome apply(ArticleChange change) {
    Optional<Current> current = current(change.id());
    long seq = current.map(Current::seq).orElse(ArticleChange.NONE);
    Long expected = change.expected();
    if (expected != null && expected != seq) {
      return new ChangeOutcome.Conflict(seq);
    }
    return switch (change) {
      case ArticleChange.Put put -> put(asItStands(put.article(), current), current);
      case ArticleChange.Withdraw withdraw -> withdraw(withdraw, current);
    };
  }

  /** Has the clock change the states of articles that are due, the longest due first. */
  List<Turn> turn(Instant now, int limit) {
    List<Turn> turns = new ArrayList<>();
    for (Current due : due(now, limit)) {
      Article turned = due.article.at(now);
      State from = due.article.state();
      turns.add(new Turn(turned.id(), from, turned.state(), next(due, turned)));
    }
    return turns;
  }

  // Whoever read the article did so before this transaction, and by another clock perhaps. What was
  // published by its schedule is not taken back because it comes again with the same one.
  private Article asItStands(Article article, Optional<Current> current) {
    Article now = article.at(transaction.now());
    return current
        .map(Current::article)
        .filter(stored -> stored.schedule().equals(now.schedule()))
        .filter(stored -> stored.state().isFurtherThan(now.state()))
        .map(stored -> now.in(stored.state(), now.note()))
        .orElse(now);
  }

  private ChangeOutcome put(Article article, Optional<Current> before) {
    if (before.isEmpty()) {
      long seq = transaction.next();
      transaction
          .handle()
          .execute(
              "INSERT INTO article (num, id, revision, due_at) VALUES (?, ?, 1, ?)",
              seq,
              article.id().value(),
              dueAt(article));
      revise(seq, 1, article, seq);
      categories.put(seq, null, article);
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
        .execute(
            "UPDATE article SET revision = ?, due_at = ? WHERE num = ?",
            revision,
            dueAt(article),
            current.num);
    revise(current.num, revision, article, seq);
    categories.put(current.num, current.article, article);
    return seq;
  }

  private void revise(long num, int revision, Article article, long seq) {
    try (var insert = transaction.handle().createUpdate(ArticleRows.INSERT_REVISION)) {
      ArticleRows.bind(insert, article)
          .bind("article", num)
          .bind("number", revision)
          .bind("seq", seq)
          .bind("at", transaction.now().getEpochSecond())
          .bind("actor", actor.name())
          .execute();
    }
    Set<String> feeds = article.state().isPublic() ? placement.feedsOf(article) : Set.of();
    log.place(num, article.published().toEpochSecond(), feeds, seq);
    index.put(num, article);
  }

  private Optional<Current> current(ArticleId id) {
    Handle handle = transaction.handle();
    return handle
        .createQuery(
            "SELECT r.seq, "
                + ArticleRows.COLUMNS
                + " FROM "
                + ArticleRows.CURRENT
                + " WHERE a.id = ?")
        .bind(0, id.value())
        .map(ArticleWriter::current)
        .findOne();
  }

  private List<Current> due(Instant now, int limit) {
    return transaction
        .handle()
        .createQuery(
            "SELECT r.seq, "
                + ArticleRows.COLUMNS
                + " FROM "
                + ArticleRows.CURRENT
                + " WHERE a.due_at <= ? ORDER BY a.due_at, a.num LIMIT ?")
        .bind(0, now.getEpochSecond())
        .bind(1, limit)
        .map(ArticleWriter::current)
        .list();
  }

  private static Current current(ResultSet row, StatementContext context) throws SQLException {
    return new Current(
        row.getLong("num"),
        row.getInt("revision"),
        row.getLong("seq"),
        ArticleRows.read(row, context));
  }

  private static @Nullable Long dueAt(Article article) {
    Instant due = article.turnsAt();
    return due == null ? null : due.getEpochSecond();
  }

  private record Current(long num, int revision, long seq, Article article) {}
}
