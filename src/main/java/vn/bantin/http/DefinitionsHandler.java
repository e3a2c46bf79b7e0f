package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import vn.bantin.snapshot.Snapshots;

/** Answers with what depends on the newsroom's definitions alone. */
final class DefinitionsHandler {

  private static final Duration FRESH = Duration.ofHours(1);

  private final Snapshots snapshots;

  DefinitionsHandler(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** All feeds, for readers to import (OPML 2.0). */
  void opml(HttpServerExchange exchange) {
    DocumentAnswer.send(exchange, snapshots.requested().directory().opml(), FRESH);
  }

  /** How to search, for browsers (OpenSearch 1.1). */
  void openSearch(HttpServerExchange exchange) {
    DocumentAnswer.send(exchange, snapshots.requested().directory().openSearch(), FRESH);
  }

  /** The newsroom's sign, for browsers. */
  void icon(HttpServerExchange exchange) {
    DocumentAnswer.send(exchange, snapshots.requested().directory().icon(), FRESH);
  }

  /** What crawlers may look at (RFC 9309). */
  void robots(HttpServerExchange exchange) {
    DocumentAnswer.send(exchange, snapshots.requested().directory().robots(), FRESH);
  }
}
