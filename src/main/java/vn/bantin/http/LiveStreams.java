package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import vn.bantin.feed.FeedCatalog;

/**
 * The open pages that are told at once when a feed has changed (HTML Living Standard, server-sent
 * events). An event says that there is something new, not what: the page asks for that as ever.
 */
public final class LiveStreams {

  private static final HttpString LAST_EVENT_ID = new HttpString("Last-Event-ID");
  private static final HttpString BUFFERING = new HttpString("X-Accel-Buffering");

  /** After how many milliseconds a browser that has lost its stream asks for another. */
  private static final String GREETING = "retry: 5000\n";

  /** How long nothing is said at most; proxies end what says nothing for a minute. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  /** One client, which may be a whole office, has at most such a part of all. */
  private static final int SHARE = 10;

  private final int most;
  private final Duration silence;
  private final AtomicInteger open = new AtomicInteger();
  private final Map<Long, Integer> byClient = new ConcurrentHashMap<>();
  private final Map<String, Set<EventStream>> byFeed = new ConcurrentHashMap<>();
  private volatile boolean draining;

  /**
   * No page so far.
   *
   * @param most how many there may be at once
   */
  public LiveStreams(int most) {
    this(most, SILENCE);
  }

  LiveStreams(int most, Duration silence) {
    this.most = most;
    this.silence = silence;
  }

  /** How many there are. */
  public int open() {
    return open.get();
  }

  /**
   * Tells the pages of these feeds that there is something new.
   *
   * @param versions the version that each has now
   */
  public void tell(Set<String> feeds, ToLongFunction<String> versions) {
    for (String feed : feeds) {
      Set<EventStream> streams = byFeed.get(feed);
      if (streams != null) {
        byte[] event = event(versions.applyAsLong(feed));
        streams.forEach(stream -> stream.say(event));
      }
    }
  }

  /** Ends those of feeds that there are no more. */
  public void redefine(FeedCatalog catalog) {
    byFeed.forEach((feed, streams) -> {
      if (catalog.feed(feed).isEmpty()) {
        streams.forEach(EventStream::end);
      }
    });
  }

  /** Ends all, and begins no more. */
  void drain() {
    draining = true;
    byFeed.values().forEach(streams -> streams.forEach(EventStream::end));
  }

  /**
   * Answers with a stream that does not end by itself.
   *
   * @param version that the feed had when it was looked at for this page
   * @param versions that which each has now
   * @param client who asks; empty for one who has no bounds
   */
  void begin(
      HttpServerExchange exchange,
      String feed,
      long version,
      ToLongFunction<String> versions,
      OptionalLong client) {
    boolean isHead = exchange.getRequestMethod().equals(Methods.HEAD);
    if (!isHead && !isRoom(client)) {
      Problem.STREAMS_BUSY.sendForNow(exchange);
      return;
    }
    String heard = exchange.getRequestHeaders().getFirst(LAST_EVENT_ID);
    String now = Long.toString(version, Character.MAX_RADIX);
    boolean isBehind = heard != null && !heard.equals(now);
    describe(exchange.getResponseHeaders());
    if (isHead) {
      exchange.endExchange();
      return;
    }
    Visit.isToGoOn(exchange);
    exchange.dispatch(
        SameThreadExecutor.INSTANCE,
        () -> {
          String first = isBehind ? change(now) : "id: " + now + "\n\n";
          Set<EventStream> streams =
              byFeed.computeIfAbsent(feed, _ -> ConcurrentHashMap.newKeySet());
          EventStream stream =
              new EventStream(
                  exchange,
                  silence,
                  left -> {
                    streams.remove(left);
                    leave(client);
                  });
          streams.add(stream);
          stream.begin(Ascii.bytes(GREETING + first));
          // It may have moved before this page was among those that are told.
          if (versions.applyAsLong(feed) > version) {
            stream.say(event(versions.applyAsLong(feed)));
          }
          if (draining) {
            stream.end();
          }
        });
  }

  private static void describe(HeaderMap headers) {
    headers.put(Headers.CONTENT_TYPE, "text/event-stream");
    headers.put(Headers.CACHE_CONTROL, "no-store");
    Cors.open(headers);
    headers.put(BUFFERING, "no");
    headers.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
  }

  private boolean isRoom(OptionalLong client) {
    if (draining) {
      return false;
    }
    int held = client.isEmpty() ? 0 : byClient.merge(client.getAsLong(), 1, Integer::sum);
    boolean isRoom = open.incrementAndGet() <= most && held <= Math.max(1, most / SHARE);
    if (!isRoom) {
      leave(client);
    }
    return isRoom;
  }

  private void leave(OptionalLong client) {
    open.decrementAndGet();
    client.ifPresent(id -> byClient.computeIfPresent(id, (_, held) -> held == 1 ? null : held - 1));
  }

  private static byte[] event(long version) {
    return Ascii.bytes(change(Long.toString(version, Character.MAX_RADIX)));
  }

  private static String change(String version) {
    return "event: change\nid: " + version + "\ndata: " + version + "\n\n";
  }
}
