package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Format;
import vn.bantin.field.ConditionalGet;
import vn.bantin.field.Preconditions;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.PageKey;
import vn.bantin.snapshot.Representation;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;

/** Answers for the pages of archives (RFC 5005 §4). */
final class ArchiveHandler {

  private static final Pattern PAGE =
      Pattern.compile("([a-z0-9-]+)/archive/([1-9][0-9]{0,11})\\.([a-z]+)");

  private final Snapshots snapshots;
  private final Clock clock;
  private final ClientBudgets budgets;

  ArchiveHandler(Snapshots snapshots, Clock clock, ClientBudgets budgets) {
    this.snapshots = snapshots;
    this.clock = clock;
    this.budgets = budgets;
  }

  /** What stands behind {@code /feeds/} as a page; null when it is none. */
  static @Nullable PageKey key(String target) {
    Matcher matcher = PAGE.matcher(target);
    if (!matcher.matches()) {
      return null;
    }
    Optional<Format> format = Format.ofExtension(matcher.group(3));
    return format.isEmpty()
        ? null
        : new PageKey(matcher.group(1), Long.parseLong(matcher.group(2)), format.get());
  }

  /** Answers; may wait for the store. */
  void handle(HttpServerExchange exchange, PageKey key) {
    // Pages are many, so that to have one made costs a share, whatever is asked.
    if (!snapshots.isArchiveHeld(key) && budgets.isSpent(exchange)) {
      return;
    }
    Optional<Snapshot> page = snapshots.archive(key);
    if (page.isEmpty()) {
      Problem.NO_PAGE_OF_ARCHIVE.send(exchange);
    } else {
      answer(exchange, page.get());
    }
  }

  private void answer(HttpServerExchange exchange, Snapshot page) {
    HeaderMap asked = exchange.getRequestHeaders();
    Coding coding =
        FeedHandler.coding(asked.get(Headers.ACCEPT_ENCODING), page.codings().byPreference());
    if (coding == null) {
      Problem.NO_CODING.send(exchange);
      return;
    }
    Instant now = clock.instant();
    Representation selected = page.codings().in(coding);
    HeaderMap fields = exchange.getResponseHeaders();
    String method = exchange.getRequestMethod().toString();
    Preconditions preconditions = Preconditions.of(asked::get);
    switch (ConditionalGet.decide(method, preconditions, selected.validators(), now)) {
      case PRECONDITION_FAILED -> Problem.PRECONDITION.send(exchange);
      case NOT_MODIFIED -> {
        FeedFields.describe(fields, page, selected, false, now);
        Bodies.notModified(exchange);
      }
      case SEND -> {
        if (!exchange.getRequestMethod().equals(Methods.HEAD) && budgets.isSpent(exchange)) {
          return;
        }
        FeedFields.describe(fields, page, selected, false, now);
        FeedFields.describeContent(fields, page, selected);
        Bodies.send(exchange, selected.bytes().duplicate());
      }
    }
  }
}
