package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Articles;
import vn.bantin.snapshot.BreakableStore;
import vn.bantin.snapshot.Snapshots;
import vn.bantin.store.ArticleStore;

/** What readers get while more is asked for than can be built, over real sockets. */
@Timeout(60)
final class OnDemandBusyTest {

  private static final InetSocketAddress ANYWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final String UNION = "/feeds/dan-van+kinh-te.atom";

  /** One that is built, and 64 that wait. */
  private static final int ROOM = 65;

  private static final int TOO_MANY = 7;
  private static final long MEMORY = 64L * 1024 * 1024;

  @TempDir private Path folder;

  private final CountDownLatch gate = new CountDownLatch(1);
  private ServedNewsroom newsroom;
  private BreakableStore store;
  private Snapshots snapshots;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, Clock.systemUTC());
    for (int i = 0; i < ROOM + TOO_MANY; i++) {
      Files.writeString(newsroom.feedFile("f" + i), ServedNewsroom.feed("Xã " + i, "dan-van"));
    }
    newsroom.restart();
    newsroom.put(Articles.article("a", "dan-van", 1));
    ArticleStore real = newsroom.app().store();
    store = new BreakableStore(real);
    snapshots =
        new Snapshots(store, newsroom.app().catalog(), ServedNewsroom.BASE, MEMORY, _ -> {});
    server = HttpServer.bind(ANYWHERE, ANYWHERE, Transport.PLAIN, BoundedNewsroom.WIDE, _ -> {});
    ClientBudgets budgets = new ClientBudgets(Optional.empty(), List.of(), Clock.systemUTC());
    server.open(
        new Routes(
            snapshots,
            real,
            newsroom.api(),
            Clock.systemUTC(),
            budgets,
            new LiveStreams(2),
            _ -> {}),
        true);
  }

  @AfterEach
  void stop() {
    gate.countDown();
    server.close();
    snapshots.close();
    newsroom.close();
  }

  @Test
  void oneUnionMoreThanCanWaitIsToldWhenToComeBack() throws Exception {
    assertThat(get(UNION).status()).isEqualTo(200);
    assertThat(get("/feeds/kinh-te.atom").status()).isEqualTo(200);
    long before = store.sequence();
    newsroom.put(Articles.article("b", "dan-van", 2));
    snapshots.follow(store.changedSince(before));
    store.hold(gate);
    int reads = store.reads();
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<RawAnswer>> answers = new ArrayList<>();
      for (int i = 0; i < ROOM + TOO_MANY; i++) {
        String target = "/feeds/dan-van+f" + i + ".atom";
        answers.add(readers.submit(() -> get(target)));
        // The first is being built before the others wait.
        await().until(() -> store.reads() > reads);
      }
      await().until(() -> answers.stream().filter(Future::isDone).count() == TOO_MANY);

      RawAnswer refused = get("/feeds/kinh-te+ton-giao.rss");
      assertThat(refused.statusLine()).isEqualTo("HTTP/1.1 503 Service Unavailable");
      assertThat(refused.header("Retry-After")).isEqualTo("2");
      assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
      assertThat(refused.text()).contains("\"code\":\"too-many-unions\"", "\"hint\":\"Come back");
      RawAnswer lastGood = get(UNION);
      assertThat(lastGood.status()).isEqualTo(200);
      assertThat(lastGood.header("Cache-Control")).isEqualTo("no-cache");
      assertThat(lastGood.text()).contains("tin/a").doesNotContain("tin/b");
      assertThat(get("/feeds/kinh-te.atom").status()).as("a feed itself").isEqualTo(200);

      gate.countDown();
      assertThat(good(answers)).isEqualTo(ROOM);
      assertThat(get(UNION).text()).contains("tin/b");
      assertThat(get(UNION).header("Cache-Control")).startsWith("public, max-age=");
    }
  }

  @Test
  void oneSearchMoreThanCanWaitIsToldWhenToComeBack() throws Exception {
    String search = "/search.atom?q=dong+may";
    assertThat(get(search).text()).contains("tin/a");
    newsroom.put(Articles.article("b", "dan-van", 2));
    store.hold(gate);
    int reads = store.reads();
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<RawAnswer>> answers = new ArrayList<>();
      for (int i = 0; i < ROOM + TOO_MANY; i++) {
        String target = "/search.atom?q=dong+-w" + i;
        answers.add(readers.submit(() -> get(target)));
        await().until(() -> store.reads() > reads);
      }
      await().until(() -> answers.stream().filter(Future::isDone).count() == TOO_MANY);

      RawAnswer refused = get("/search.rss?q=dong");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isEqualTo("2");
      assertThat(refused.text()).contains("\"code\":\"too-many-searches\"", "\"hint\":");
      RawAnswer lastGood = get(search);
      assertThat(lastGood.header("Cache-Control")).isEqualTo("no-cache");
      assertThat(lastGood.text()).contains("tin/a").doesNotContain("tin/b");

      gate.countDown();
      assertThat(good(answers)).isEqualTo(ROOM);
      assertThat(get(search).text()).contains("tin/b");
    }
  }

  private static int good(List<Future<RawAnswer>> answers) throws Exception {
    int good = 0;
    for (Future<RawAnswer> answer : answers) {
      RawAnswer come = answer.get();
      good += come.status() == 200 && come.text().contains("tin/b") ? 1 : 0;
    }
    return good;
  }

  private RawAnswer get(String target) {
    try (RawHttp http = RawHttp.connect(server.port())) {
      return http.get(target);
    }
  }
}
