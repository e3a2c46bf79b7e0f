package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What readers ask for. */
enum Ask {
  /** The large feed, by one who has it. */
  UNCHANGED(BenchNewsroom.LARGE),
  /** The small feed, compressed. */
  SMALL_GZIP(BenchNewsroom.SMALL),
  /** The large feed, compressed. */
  LARGE_GZIP(BenchNewsroom.LARGE),
  /** The large feed as it is. */
  LARGE(BenchNewsroom.LARGE),
  /** The head of the large feed. */
  HEAD(BenchNewsroom.LARGE);

  private static final Path NOWHERE = Path.of("/dev/null");

  private final String path;

  Ask(String path) {
    this.path = path;
  }

  /** The request to one of the servers, which has its own tags. */
  Request to(Contender server) throws IOException, InterruptedException {
    String url = server.url(path);
    String method = this == HEAD ? "HEAD" : "GET";
    Request plain = new Request(server.listener(), method, url, List.of());
    return switch (this) {
      case LARGE, HEAD -> plain;
      case SMALL_GZIP, LARGE_GZIP -> with(plain, "Accept-Encoding: gzip");
      case UNCHANGED ->
          with(plain, "If-None-Match: " + Curl.header(Curl.get(plain, NOWHERE), "ETag"));
    };
  }

  private static Request with(Request plain, String header) {
    return new Request(plain.listener(), plain.method(), plain.url(), List.of(header));
  }
}
