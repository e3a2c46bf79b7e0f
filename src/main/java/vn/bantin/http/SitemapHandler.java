package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import java.time.Clock;
import java.time.Duration;
import vn.bantin.snapshot.Snapshots;

/** Answers with the sitemap of what is new. */
final class SitemapHandler {

  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Snapshots snapshots;
  private final Clock clock;

  SitemapHandler(Snapshots snapshots, Clock clock) {
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /** Answers; may wait for the store. */
  void handle(HttpServerExchange exchange) {
    DocumentAnswer.send(
        exchange, snapshots.requested().directory().newsSitemap(clock.instant()), FRESH);
  }
}
