package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.bantin.field.AcceptEncoding;
import vn.bantin.field.ConditionalGet;
import vn.bantin.field.Preconditions;
import vn.bantin.observe.Observer;
import vn.bantin.page.Asset;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Representation;
import vn.bantin.snapshot.StaticFiles;
import vn.bantin.snapshot.StaticFiles.StaticFile;

/** Answers with the files that pages need. */
final class AssetHandler {

  private static final String FRESH = "public, max-age=3600, stale-if-error=604800";
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";

  private final StaticFiles files;
  private final Observer observer;

  AssetHandler(StaticFiles files, Observer observer) {
    this.files = files;
    this.observer = observer;
  }

  /** Whether there is a file at the path. */
  static boolean isAt(String path) {
    return Asset.at(path).isPresent();
  }

  /** Answers for a path at which there is a file. */
  void handle(HttpServerExchange exchange, String path) {
    Optional<StaticFile> ready = files.ready(path);
    if (ready.isPresent()) {
      answer(exchange, path, ready.get());
    } else {
      Workers.dispatch(
          exchange, observer, () -> answer(exchange, path, files.get(path).orElseThrow()));
    }
  }

  private static void answer(HttpServerExchange exchange, String path, StaticFile file) {
    HeaderMap asked = exchange.getRequestHeaders();
    Coding coding =
        AcceptEncoding.choose(asked.get(Headers.ACCEPT_ENCODING), file.codings().byPreference())
            .orElse(Coding.IDENTITY);
    Representation selected = file.codings().in(coding);
    boolean isForGood = file.asset().isForGood() && file.asset().path().equals(path);
    describe(exchange.getResponseHeaders(), isForGood, selected);
    List<String> held = asked.get(Headers.IF_NONE_MATCH);
    Preconditions conditions =
        new Preconditions(List.of(), held == null ? List.of() : held, List.of(), List.of());
    ConditionalGet.Outcome outcome =
        ConditionalGet.decide("GET", conditions, selected.validators(), Instant.MAX);
    if (outcome == ConditionalGet.Outcome.NOT_MODIFIED) {
      Bodies.notModified(exchange);
      return;
    }
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, file.asset().contentType());
    exchange.getResponseHeaders().put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
    Bodies.send(exchange, selected.bytes().duplicate());
  }

  private static void describe(HeaderMap fields, boolean isForGood, Representation selected) {
    fields.put(Headers.ETAG, selected.entityTag());
    fields.put(Headers.VARY, "Accept-Encoding");
    fields.put(Headers.CACHE_CONTROL, isForGood ? FOR_GOOD : FRESH);
    Cors.open(fields);
    SurrogateKeys.mark(fields, List.of());
    if (selected.coding() != Coding.IDENTITY) {
      fields.put(Headers.CONTENT_ENCODING, selected.coding().token());
    }
  }
}
