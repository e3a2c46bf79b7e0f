package vn.bantin.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import vn.bantin.App;
import vn.bantin.RunningServer;
import vn.bantin.config.Option;
import vn.bantin.config.Settings;
import vn.bantin.feed.Format;
import vn.bantin.ingest.Ingest;
import vn.bantin.ingest.Item;
import vn.bantin.ingest.SeenIds;
import vn.bantin.observe.LogObserver;

/** Does once what a server does all day, so that the virtual machine can learn it at packaging. */
@Command(
    name = "train",
    hidden = true,
    description = "Starts, serves a throw-away newsroom to itself, and stops.")
final class TrainCommand implements Callable<Integer> {

  private static final String SITE =
      """
      title: Bantin
      description: Bantin
      home: https://bantin.example/
      language: vi
      zone: Asia/Ho_Chi_Minh
      authority: bantin.example,2026
      categories:
        dan-van: Dân vận
      """;
  private static final String FEED =
      """
      title: Dân vận
      description: Dân vận
      categories:
        include: [dan-van]
      words: [dân vận]
      """;
  private static final String ARTICLE =
      """
      ---
      id: a
      title: Dân vận
      published: 2026-01-01T07:00:00+07:00
      categories: [dan-van]
      media:
        - url: https://bantin.example/a.jpg
          type: image/jpeg
          length: 1
      ---
      Dân **vận** [khéo](https://bantin.example/).
      """;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("bantin-train");
    try {
      Files.writeString(folder.resolve("site.yaml"), SITE);
      Files.writeString(folder.resolve("dan-van.yaml"), FEED);
      Map<Option, String> flags = new EnumMap<>(Option.class);
      flags.put(Option.FEEDS, folder.toString());
      flags.put(Option.DATA, folder.resolve("data").toString());
      flags.put(Option.LISTEN, "127.0.0.1:0");
      flags.put(Option.ADMIN_LISTEN, "127.0.0.1:0");
      Settings settings = Settings.of(flags, Map.of());
      serve(settings);
      serve(settings);
      return ExitCode.DONE;
    } finally {
      delete(folder);
    }
  }

  private static void serve(Settings settings) throws IOException, InterruptedException {
    LogObserver observer = new LogObserver();
    try (App app = App.open(settings, observer, Clock.systemUTC())) {
      Ingest ingest = app.ingest();
      byte[] article = ARTICLE.getBytes(StandardCharsets.UTF_8);
      ingest.ingest(List.of(new Item("a", article, null, List.of())), new SeenIds());
      try (RunningServer server = app.serve();
          HttpClient client = HttpClient.newHttpClient()) {
        for (Format format : Format.values()) {
          get(client, server.baseUrl() + "/feeds/dan-van." + format.extension());
        }
      }
    }
  }

  private static void get(HttpClient client, String address)
      throws IOException, InterruptedException {
    URI uri = URI.create(address);
    HttpRequest ask = HttpRequest.newBuilder(uri).header("Accept-Encoding", "gzip").build();
    HttpResponse<byte[]> full = client.send(ask, BodyHandlers.ofByteArray());
    String tag = full.headers().firstValue("ETag").orElse("");
    HttpRequest again = HttpRequest.newBuilder(uri).header("If-None-Match", tag).build();
    int status = client.send(again, BodyHandlers.ofByteArray()).statusCode();
    if (full.statusCode() != 200 || status != 304) {
      throw new IOException(address + " answered " + full.statusCode() + " and " + status);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
