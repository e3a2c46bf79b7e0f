package vn.bantin.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What it costs to have 10,000 feeds of 50 summaries, all asked for before: memory, and processor
 * time for a 304 on any of them, beside a server that has four.
 */
final class ManyFeeds {

  /** The rows' names on the command line. */
  static final String MEMORY = "many";

  static final String HITS = "many-304";

  private static final int MANY = 10_000;
  private static final int FEW = 4;
  private static final int CONNECTIONS = 64;
  private static final int CATEGORIES = 211;
  private static final int ARTICLES_EACH = 10;
  private static final int CATEGORIES_EACH = 5;
  private static final Duration SETTLE = Duration.ofMinutes(10);
  private static final double SETTLED = 0.5;
  private static final double MEBIBYTE = 1024.0 * 1024;
  private static final String SCRIPT =
      """
      local requests = {}
      function init(args)
        for line in io.lines(args[1]) do
          local path, tag = line:match("(%S+) (%S+)")
          local reader = "reader/" .. #requests
          requests[#requests + 1] =
            wrk.format("GET", path, {["If-None-Match"] = tag, ["User-Agent"] = reader})
        end
      end
      function request() return requests[math.random(#requests)] end
      """;

  private final Plan plan;
  private final Path folder;

  ManyFeeds(Plan plan, Path folder) {
    this.plan = plan;
    this.folder = folder;
  }

  List<Outcome> measure() throws IOException, InterruptedException {
    BenchNewsroom few = newsroom("few", FEW);
    BenchNewsroom many = newsroom("many", MANY);
    try (PackagedServer small = PackagedServer.start(plan.launch(few, Jcmd.TRACKING));
        PackagedServer large = PackagedServer.start(plan.launch(many, Jcmd.TRACKING))) {
      Bout.Side toSmall = side(small, FEW);
      long start = System.nanoTime();
      Bout.Side toLarge = side(large, MANY);
      settle(large.pid());
      Outcome memory = memory(large.pid(), (System.nanoTime() - start) / 1e9);
      return List.of(memory, hits(toSmall, toLarge));
    }
  }

  private static Outcome memory(long pid, double seconds) throws IOException, InterruptedException {
    double heap = Jcmd.liveHeap(pid) / MEBIBYTE;
    String note =
        String.format(
            Locale.ROOT,
            "%.0f MiB outside it; warm after %.0f s; then %.0f %% of a core without a request",
            Jcmd.direct(pid) / MEBIBYTE,
            seconds,
            busy(pid, Duration.ofSeconds(4)) * 100);
    String result = String.format(Locale.ROOT, "%.0f MiB of heap", heap);
    return new Outcome.Figure(
        MEMORY, "10,000 feeds × 50, warm", "< 1 GiB", result, "", result, note);
  }

  private Outcome hits(Bout.Side small, Bout.Side large) throws IOException, InterruptedException {
    Bout bout = new Bout(small, large, CONNECTIONS);
    return bout.fight(plan).row(HITS, "10,000 feeds: 304", 0.95, null, "beside 4 feeds, not nginx");
  }

  private BenchNewsroom newsroom(String name, int count) throws IOException {
    Map<String, String> feeds = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      feeds.put(name(i), feed(i));
    }
    List<String> categories = IntStream.range(0, CATEGORIES).mapToObj(ManyFeeds::category).toList();
    return BenchNewsroom.in(folder.resolve(name), feeds, categories, CATEGORIES * ARTICLES_EACH);
  }

  private static String category(int number) {
    return "loai-" + number;
  }

  // The server is ready when it answers for the first.
  private static String name(int number) {
    return number == 0 ? "moi-nhat" : "tin-" + number;
  }

  // No two have the same categories: their number is prime.
  private static String feed(int number) {
    int first = number % CATEGORIES;
    int step = 1 + number / CATEGORIES;
    String categories =
        IntStream.range(0, CATEGORIES_EACH)
            .mapToObj(i -> category((first + i * step) % CATEGORIES))
            .collect(Collectors.joining(", "));
    return """
    title: Tin %d
    description: Tin của %s.
    categories:
      include: [%s]
    content: summary
    """
        .formatted(number, categories, categories);
  }

  // Asks for every feed, and again for what is done only then; later again and again by the tags.
  // As many requests for few feeds as for many: to choose among them costs the load time as well.
  private Bout.Side side(PackagedServer server, int count)
      throws IOException, InterruptedException {
    Path tags = Files.createTempFile(folder, "tags", ".txt");
    Path script = Files.writeString(folder.resolve("random.lua"), SCRIPT);
    try (HttpClient client = HttpClient.newHttpClient();
        BufferedWriter lines = Files.newBufferedWriter(tags)) {
      for (int i = 0; i < count; i++) {
        tag(client, server, i);
      }
      for (int i = 0; i < MANY; i++) {
        lines.write(path(i % count) + " " + tag(client, server, i % count) + "\n");
      }
    }
    Request any = new Request(Listener.CLEAR, "GET", server.url("/"), List.of());
    return new Bout.Side(server, new Wrk(script, tags), any);
  }

  private static String tag(HttpClient client, PackagedServer server, int number)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.url(path(number)))).build();
    HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static String path(int number) {
    return "/feeds/" + name(number) + ".atom";
  }

  private static void settle(long pid) throws IOException, InterruptedException {
    long start = System.nanoTime();
    boolean isBusy = true;
    while (isBusy && System.nanoTime() - start < SETTLE.toNanos()) {
      isBusy = busy(pid, Duration.ofSeconds(2)) > SETTLED;
    }
  }

  private static double busy(long pid, Duration duration) throws IOException, InterruptedException {
    double before = CpuTime.of(pid);
    TimeUnit.MILLISECONDS.sleep(duration.toMillis());
    return (CpuTime.of(pid) - before) / duration.toSeconds();
  }
}
