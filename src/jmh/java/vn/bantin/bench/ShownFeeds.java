package vn.bantin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people and partners' pages ask for, beside a feed of the same size on the same server: the
 * fragment, the data of the element, the page in a frame, a feed's page and the front page.
 */
final class ShownFeeds {

  private static final Map<String, String> ADDRESSES =
      Map.of(
          "fragment", "/embed/moi-nhat.html",
          "entries", "/embed/moi-nhat.json",
          "frame", "/embed/moi-nhat?limit=10&layout=cards",
          "page", "/feeds/moi-nhat.vi.html",
          "front", "/index.vi.html");

  /** The rows' names on the command line. */
  static final List<String> KEYS = List.of("fragment", "entries", "frame", "page", "front");

  private static final String SHORT = "ngan-";
  private static final String LONG = "dai-";
  private static final int CONNECTIONS = 64;
  private static final int LARGEST = 50;
  private static final int ARTICLES = 60;

  private final Plan plan;
  private final Path folder;

  ShownFeeds(Plan plan, Path folder) {
    this.plan = plan;
    this.folder = folder;
  }

  List<Outcome> measure() throws IOException, InterruptedException {
    Map<String, String> feeds = new LinkedHashMap<>();
    feeds.put("moi-nhat", "title: Mới nhất\ndescription: Mọi tin, bài.\nlimit: 36\n");
    for (int limit = 1; limit <= LARGEST; limit++) {
      String feed = "title: Tin\ndescription: Tin.\nlimit: " + limit;
      feeds.put(SHORT + limit, feed + "\ncontent: summary");
      feeds.put(LONG + limit, feed);
    }
    BenchNewsroom newsroom =
        BenchNewsroom.in(folder.resolve("shown"), feeds, List.of("tin-tuc"), ARTICLES);
    List<Outcome> rows = new ArrayList<>();
    try (PackagedServer server = PackagedServer.start(plan.launch(newsroom, ""));
        HttpClient client = HttpClient.newHttpClient()) {
      for (String key : KEYS) {
        if (plan.wants(key)) {
          rows.add(measure(key, server, client));
        }
      }
    }
    return rows;
  }

  private Outcome measure(String key, PackagedServer server, HttpClient client)
      throws IOException, InterruptedException {
    String shown = ADDRESSES.getOrDefault(key, "/");
    int bytes = bytes(client, server, shown);
    String feed = path(SHORT, 1);
    int size = bytes(client, server, feed);
    for (String kind : List.of(SHORT, LONG)) {
      for (int limit = 1; limit <= LARGEST; limit++) {
        int other = bytes(client, server, path(kind, limit));
        if (Math.abs(other - bytes) < Math.abs(size - bytes)) {
          feed = path(kind, limit);
          size = other;
        }
      }
    }
    String remark = "beside a feed on the same server: %,d and %,d bytes".formatted(bytes, size);
    return new Bout(side(server, feed), side(server, shown), CONNECTIONS)
        .fight(plan)
        .row(key, "200: " + shown, 0.8, null, remark);
  }

  private static Bout.Side side(PackagedServer server, String path) {
    Request request = new Request(Listener.CLEAR, "GET", server.url(path), List.of());
    return new Bout.Side(server, new Wrk(), request);
  }

  private static int bytes(HttpClient client, PackagedServer server, String path)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.url(path))).build();
    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " is answered with " + answer.statusCode());
    }
    return answer.body().length;
  }

  private static String path(String kind, int limit) {
    return "/feeds/" + kind + limit + ".atom";
  }
}
