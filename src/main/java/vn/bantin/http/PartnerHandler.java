package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.bantin.api.ArticleApi;
import vn.bantin.api.Reply;
import vn.bantin.feed.Format;
import vn.bantin.field.AcceptedFormat;
import vn.bantin.snapshot.Document;
import vn.bantin.snapshot.Snapshots;

/** Answers partners, who ask for a feed with a key; what they get is for them alone. */
final class PartnerHandler {

  private static final Pattern FEED = Pattern.compile("([a-z0-9-]+)(?:\\.([a-z]+))?");
  private static final Pattern KEY = Pattern.compile("(?i)bearer +bantin_.*");

  private final Snapshots snapshots;
  private final ArticleApi api;

  PartnerHandler(Snapshots snapshots, ArticleApi api) {
    this.snapshots = snapshots;
    this.api = api;
  }

  /** Whether somebody asks as a partner. */
  static boolean isAsked(HttpServerExchange exchange, String target) {
    String authorization = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
    return authorization != null
        && KEY.matcher(authorization).matches()
        && FEED.matcher(target).matches();
  }

  /** Answers for what stands behind {@code /feeds/}; may wait for the store. */
  void handle(HttpServerExchange exchange, String target) {
    String authorization = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
    Reply refusal = api.refusalToPartner(authorization);
    if (refusal != null) {
      ApiHandler.send(exchange, refusal);
      return;
    }
    Matcher feed = FEED.matcher(target);
    Optional<Format> format = feed.matches() ? format(exchange, feed.group(2)) : Optional.empty();
    Document found =
        format
            .flatMap(f -> snapshots.requested().forPartner(snapshots.catalog(), feed.group(1), f))
            .orElse(null);
    if (found == null) {
      Problem.NO_FEED.send(exchange);
      return;
    }
    exchange.getResponseHeaders().put(Headers.VARY, "Accept, Authorization");
    DocumentAnswer.sendPrivately(exchange, found);
  }

  private static Optional<Format> format(HttpServerExchange exchange, @Nullable String extension) {
    return extension == null
        ? AcceptedFormat.choose(exchange.getRequestHeaders().get(Headers.ACCEPT))
        : Format.ofExtension(extension);
  }
}
