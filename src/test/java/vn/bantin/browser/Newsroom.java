package vn.bantin.browser;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Article;
import vn.bantin.article.Articles;
import vn.bantin.config.Option;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Site;
import vn.bantin.ingest.ArticleReader;
import vn.bantin.ingest.Origin;
import vn.bantin.ingest.Reading;
import vn.bantin.newsroom.NewsroomReader;

/** Newsrooms whose public address is their own on this machine, the same after a restart. */
final class Newsroom {

  /** How many articles of {@link #startSample} are older than those that come with Bantin. */
  static final int OLDER = 60;

  private static final int YEAR = 365 * 24 * 60;
  private static final Path SHIPPED = Path.of("feeds");
  private static final String MEDIA = "https://media.songmay.example";

  private Newsroom() {}

  /** One of four feeds without articles. */
  static ServedNewsroom start(Path folder) throws IOException {
    ServedNewsroom.found(folder);
    return serve(folder);
  }

  /**
   * The one that comes with Bantin, with its articles and older ones; pictures are the partner's.
   */
  static ServedNewsroom startSample(Path folder, Partner pictures) throws IOException {
    Path feeds = Files.createDirectories(folder.resolve("feeds"));
    try (Stream<Path> files = Files.list(SHIPPED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        Files.writeString(
            feeds.resolve(file.getFileName().toString()),
            text.replaceAll("https://songmay.example/(.*)\\.png", pictures.address("/$1.png")));
      }
    }
    ServedNewsroom newsroom = serve(folder);
    newsroom.put(samples(feeds, pictures).toArray(Article[]::new));
    newsroom.put(
        IntStream.rangeClosed(1, OLDER)
            .mapToObj(i -> Articles.article("cu-" + i, "dan-van", i - YEAR))
            .toArray(Article[]::new));
    return newsroom;
  }

  /** Where an address of the newsroom is. */
  static String at(ServedNewsroom newsroom, String path) {
    return newsroom.server().baseUrl() + path;
  }

  /** One with what stands in the folder. */
  static ServedNewsroom serve(Path folder) throws IOException {
    Map<Option, String> options =
        Map.of(
            Option.LISTEN,
            "127.0.0.1:" + freePort(),
            Option.BASE_URL,
            Option.BASE_URL.fallback(),
            Option.CLIENT_BUDGET,
            "off");
    return ServedNewsroom.resume(folder, Clock.systemUTC(), options);
  }

  private static List<Article> samples(Path feeds, Partner pictures) throws IOException {
    FeedCatalog catalog = requireNonNull(NewsroomReader.read(feeds).catalog());
    Site site = catalog.site();
    ArticleReader reader =
        new ArticleReader(
            new Origin(site.zone(), site.language(), site.home(), site.categories().keySet()),
            catalog,
            InstantSource.system());
    List<Article> articles = new ArrayList<>();
    try (Stream<Path> files = Files.list(SHIPPED.resolve("samples"))) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file).replace(MEDIA, pictures.address(""));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (reader.read(bytes, null, List.of()) instanceof Reading.Read(Article article)) {
          articles.add(article);
        } else {
          throw new AssertionError("cannot be read: " + file);
        }
      }
    }
    return articles;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
