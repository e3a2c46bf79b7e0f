package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.View;
import vn.bantin.snapshot.PageKey;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;

/** Answers for the pages of archives (RFC 5005 §4). */
final class ArchiveHandler {

  private static final Pattern PAGE =
      Pattern.compile("([a-z0-9-]+)/archive/([1-9][0-9]{0,11})\\.([a-z.]+)");

  private final Snapshots snapshots;
  private final SnapshotAnswer answer;
  private final ClientBudgets budgets;

  ArchiveHandler(Snapshots snapshots, SnapshotAnswer answer, ClientBudgets budgets) {
    this.snapshots = snapshots;
    this.answer = answer;
    this.budgets = budgets;
  }

  /** What stands behind {@code /feeds/} as a page; null when it is none. */
  static @Nullable PageKey key(String target) {
    Matcher matcher = PAGE.matcher(target);
    if (!matcher.matches()) {
      return null;
    }
    Optional<View> view = KnownAddress.view(matcher.group(3));
    return view.isEmpty()
        ? null
        : new PageKey(matcher.group(1), Long.parseLong(matcher.group(2)), view.get());
  }

  /** Answers; may wait for the store. */
  void handle(HttpServerExchange exchange, PageKey key) {
    // Pages are many, so that to have one made costs a share, whatever is asked.
    if (!snapshots.requested().isArchiveHeld(key) && budgets.isSpent(exchange)) {
      return;
    }
    Optional<Snapshot> page = snapshots.requested().archive(key);
    if (page.isEmpty()) {
      Problem.NO_PAGE_OF_ARCHIVE.send(exchange);
    } else {
      answer.answer(exchange, page.get(), Negotiation.NONE);
    }
  }
}
