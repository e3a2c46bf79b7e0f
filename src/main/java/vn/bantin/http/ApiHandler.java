package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import vn.bantin.api.ArticleApi;
import vn.bantin.api.Call;
import vn.bantin.api.Reply;

/** The way from an exchange to the API and back. */
final class ApiHandler {

  private static final byte[] NOTHING = {};
  private static final HttpString IDEMPOTENCY_KEY = new HttpString("Idempotency-Key");

  /** How many bodies are read and worked on at once: each may take a worker and its memory. */
  private static final int BODIES = 6;

  private final ArticleApi api;
  private final Semaphore bodies = new Semaphore(BODIES);

  ApiHandler(ArticleApi api) {
    this.api = api;
  }

  /** Answers for what stands behind {@code /api}; may wait for the body and the store. */
  void handle(HttpServerExchange exchange, String path) {
    String authorization = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
    Reply early = api.beforeBody(call(exchange, path, NOTHING), authorization);
    if (early != null) {
      send(exchange, early);
    } else if (bodies.tryAcquire()) {
      try {
        answer(exchange, path, authorization);
      } finally {
        bodies.release();
      }
    } else {
      exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
      Problem.WRITERS_BUSY.send(exchange);
    }
  }

  private void answer(HttpServerExchange exchange, String path, @Nullable String authorization) {
    try {
      byte[] body = body(exchange);
      if (body.length > RequestLimits.API_BODY) {
        Problem.LARGE_ARTICLE.send(exchange);
      } else {
        send(exchange, api.answer(call(exchange, path, body), authorization));
      }
    } catch (IOException _) {
      // the client has gone, or sent more than it may without a word of how much
      IoUtils.safeClose(exchange.getConnection());
    }
  }

  // One byte more than may be tells that there are more.
  private static byte[] body(HttpServerExchange exchange) throws IOException {
    if (exchange.isRequestComplete()) {
      return NOTHING;
    }
    if (HttpContinue.requiresContinueResponse(exchange)) {
      HttpContinue.sendContinueResponseBlocking(exchange);
    }
    exchange.startBlocking();
    try (InputStream in = exchange.getInputStream()) {
      return in.readNBytes(RequestLimits.API_BODY + 1);
    }
  }

  private static Call call(HttpServerExchange exchange, String path, byte[] body) {
    Map<String, String> query = new HashMap<>();
    exchange.getQueryParameters().forEach((name, values) -> query.put(name, values.getFirst()));
    return new Call(
        exchange.getRequestMethod().toString(),
        path,
        query,
        type(exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE)),
        field(exchange, Headers.IF_MATCH),
        field(exchange, Headers.IF_NONE_MATCH),
        field(exchange, IDEMPOTENCY_KEY),
        body);
  }

  private static String type(@Nullable String contentType) {
    return contentType == null
        ? ""
        : contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String field(HttpServerExchange exchange, HttpString name) {
    var lines = exchange.getRequestHeaders().get(name);
    return lines == null ? null : String.join(", ", lines);
  }

  /** Ends the exchange with the reply. */
  static void send(HttpServerExchange exchange, Reply reply) {
    switch (reply) {
      case Reply.Content content -> send(exchange, content);
      case Reply.Refusal refusal -> send(exchange, refusal);
    }
  }

  private static void send(HttpServerExchange exchange, Reply.Content content) {
    exchange.setStatusCode(content.status());
    var fields = exchange.getResponseHeaders();
    fields.put(Headers.CACHE_CONTROL, "private, no-cache");
    if (content.entityTag() != null) {
      fields.put(Headers.ETAG, content.entityTag());
    }
    if (content.location() != null) {
      fields.put(Headers.LOCATION, content.location());
    }
    if (content.status() == 304) {
      Bodies.notModified(exchange);
      return;
    }
    fields.put(Headers.CONTENT_TYPE, content.type());
    Bodies.send(exchange, ByteBuffer.wrap(content.body().getBytes(StandardCharsets.UTF_8)));
  }

  private static void send(HttpServerExchange exchange, Reply.Refusal refusal) {
    String field = refusal.field();
    if (field != null) {
      int colon = field.indexOf(':');
      exchange
          .getResponseHeaders()
          .put(new HttpString(field.substring(0, colon)), field.substring(colon + 2));
    }
    new Problem(refusal.status(), refusal.code(), refusal.title(), refusal.hint()).send(exchange);
  }
}
