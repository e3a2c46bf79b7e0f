package vn.bantin.purge;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;

/**
 * One cache and the thread that tells it: {@code PURGE} with the keys in {@code Surrogate-Key}, and
 * again until the cache answers 2xx.
 */
final class PurgedCache implements AutoCloseable {

  /** How long a cache may take to connect, and again to answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Duration SECOND_PURGE = Duration.ofSeconds(1);
  private static final Duration FIRST_RETRY = Duration.ofMillis(250);
  private static final Duration LAST_RETRY = Duration.ofSeconds(30);

  private final URI address;
  private final Duration patience;
  private final Observer observer;
  private final OpenPurges purges = new OpenPurges(SECOND_PURGE.toNanos());
  private final Thread thread;

  PurgedCache(URI address, Observer observer) {
    this(address, PATIENCE, observer);
  }

  PurgedCache(URI address, Duration patience, Observer observer) {
    this.address = address;
    this.patience = patience;
    this.observer = observer;
    this.thread =
        Thread.ofPlatform().name("purge-" + address.getAuthority()).daemon().start(this::run);
  }

  /** Takes note of keys; never waits for the cache. */
  void purge(Collection<String> keys) {
    purges.add(keys);
  }

  /** Tells no more; gives up a request under way. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  // The client is made by this thread, so that no start waits for it.
  private void run() {
    try (HttpClient client = client()) {
      Duration pause = Duration.ZERO;
      while (true) {
        OpenPurges.Batch batch = purges.take();
        try {
          tell(client, batch.keys());
          purges.done(batch);
          pause = Duration.ZERO;
        } catch (IOException | RuntimeException e) {
          purges.failed(batch);
          if (pause.isZero()) {
            observer.observe(new Event.Retrying("purging " + address, e));
          }
          pause = longer(pause);
          Thread.sleep(pause);
        }
      }
    } catch (InterruptedException _) {
      // closed
    }
  }

  private HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(patience)
        .build();
  }

  private void tell(HttpClient client, String keys) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .method("PURGE", HttpRequest.BodyPublishers.noBody())
            .header("Surrogate-Key", keys)
            .timeout(patience)
            .build();
    int status = client.send(request, BodyHandlers.discarding()).statusCode();
    if (status / 100 != 2) {
      throw new IOException("the cache answered " + status);
    }
    observer.observe(new Event.CachePurged(address.toString(), keys));
  }

  private static Duration longer(Duration pause) {
    Duration next = pause.isZero() ? FIRST_RETRY : pause.multipliedBy(2);
    return next.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : next;
  }
}
