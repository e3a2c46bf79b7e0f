package vn.bantin.http;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What clients, proxies and vandals write on a connection: one to four requests in a row, most of
 * them plain, some of them odd, some of them broken. One seed, one conversation.
 */
final class RandomBytes {

  private static final List<String> FEEDS = List.of("dan-van", "ton-giao", "kinh-te", "moi-nhat");
  private static final String SIGNS = "\r\n\t\0 :;,\"/%+.-azAZ09\u007f\u00e9\u00ff";

  private final Random random;
  private final List<String> tags;

  /**
   * A source of conversations.
   *
   * @param tags entity-tags that some feeds have or had
   */
  RandomBytes(long seed, List<String> tags) {
    this.random = new Random(seed);
    this.tags = tags;
  }

  String next() {
    StringBuilder bytes = new StringBuilder();
    do {
      String request = request();
      bytes.append(oneIn(12) ? mutated(request) : request);
    } while (oneIn(3));
    return bytes.toString();
  }

  private String request() {
    String end = oneIn(60) ? "\n" : "\r\n";
    StringBuilder request = new StringBuilder();
    request.append(oneIn(40) ? "\r\n" : "");
    request.append(oneIn(8) ? oneOf("HEAD", "HEAD", "HEAD", "POST", "get", "Get") : "GET");
    request.append(' ').append(target()).append(' ');
    request.append(oneIn(30) ? oneOf("HTTP/1.0", "HTTP/1.0", "HTTP/2.0", "http/1.1") : "HTTP/1.1");
    request.append(end);
    boolean host = !oneIn(40);
    if (host) {
      request.append(field("Host", host())).append(end);
    }
    for (int left = random.nextInt(6); left > 0; left--) {
      request.append(field()).append(end);
    }
    return request.append(end).toString();
  }

  private String host() {
    return oneIn(10)
        ? oneOf("", "a b", "x:0", "x:99999", "x:", ":80", "[::1]", "[::1]:80", "u@x", "10.0.0.1")
        : oneOf("feeds.songmay.example", "x:8080", "Feeds.Songmay.Example:65535", "localhost");
  }

  private String target() {
    if (oneIn(10)) {
      return oneOf(
          "/",
          "*",
          "/articles/a",
          "/feeds/",
          "/feeds/.atom",
          "/feeds/dan-van.",
          "/feeds/no-such.atom",
          "/feeds/dan%2Dvan.atom",
          "/feeds/dan-van.atom?x=1",
          "/feeds/dan-van.atom#x",
          "/feeds/dan-van.atom;x",
          "/feeds//dan-van.atom",
          "/feeds/../feeds/dan-van.atom",
          "http://feeds.songmay.example/feeds/dan-van.atom",
          "feeds/dan-van.atom",
          "/feeds/dan-van.atom" + "x".repeat(random.nextInt(3_000)));
    }
    String name = FEEDS.get(random.nextInt(FEEDS.size()));
    if (oneIn(8)) {
      return shown(name);
    }
    return "/feeds/" + name + oneOf(".atom", ".atom", ".rss", ".json", "");
  }

  private String shown(String name) {
    return oneOf(
        "/index.vi.html",
        "/index.fr.html",
        "/feeds/" + name + ".vi.html",
        "/feeds/" + name + ".html",
        "/embed/" + name,
        "/embed/" + name + ".json",
        "/embed/" + name + ".json?limit=5",
        "/embed/" + name + ".html?limit=3&layout=cards",
        "/embed/" + name + ".html?layout=cards&limit=3",
        "/embed/" + name + ".html?limit=5",
        "/embed/" + name + ".html?limit=0",
        "/embed/" + name + "?");
  }

  private String field() {
    return switch (random.nextInt(16)) {
      case 0, 1, 2 -> field("Accept-Encoding", codings());
      case 3, 4, 5 -> field("If-None-Match", tagList());
      case 6, 7 -> field("If-Modified-Since", date());
      case 8 -> field("Connection", oneOf("close", "keep-alive", "Close", "te", "close, te", ""));
      case 9 -> field(oneOf("User-Agent", "Accept", "Cookie", "Referer"), oneOf("a/1", "*/*", ""));
      case 10 -> field("If-Match", tagList());
      case 11, 12 -> field("X-Forwarded-For", nodes(""));
      case 13 -> field("Forwarded", nodes("for="));
      case 14 -> proxyField();
      default -> oddField();
    };
  }

  private String oddField() {
    return oneOf(
        field("If-Unmodified-Since", date()),
        field("A-IM", "feed"),
        field("Range", "bytes=0-9"),
        field("Content-Length", "0"),
        field("Content-Length", "5"),
        field("Expect", "nothing"),
        field("X-Forwarded-For", "192.0.2.1") + "\r\n" + field("X-Forwarded-For", nodes("")),
        field("Host", "again"),
        field("Accept-Encoding ", "gzip"),
        " folded",
        "no colon",
        ": no name",
        "X-\u00e9: y");
  }

  private String proxyField() {
    return oneOf(
        field("X-Forwarded-Proto", oneOf("http", "https", "gopher", "")),
        field("X-Forwarded-Host", oneOf("feeds.songmay.example", "evil.example", "a b")),
        field("X-Forwarded-Port", oneOf("443", "-1")),
        field("X-Real-IP", "198.51.100.99"),
        field("Via", "1.1 varnish (Varnish/7.1)"));
  }

  // Few addresses, so that some have taken their share soon.
  private String nodes(String before) {
    StringBuilder nodes = new StringBuilder(before).append(node());
    while (oneIn(3)) {
      nodes.append(oneOf(", ", ",", " , ", ";", " ")).append(before).append(node());
    }
    return nodes.toString();
  }

  private String node() {
    return oneIn(6)
        ? oneOf("unknown", "_hidden", "", "127.0.0.1", "192.0.2.1:port", "[2001:db8::1", "\"192")
        : oneOf(
            "192.0.2.1",
            "192.0.2.2",
            "192.0.2.3:4711",
            "10.0.0.9",
            "2001:db8::17",
            "\"[2001:db8::17]:80\"",
            "\"[2001:db8:0:1::1]\"");
  }

  private String codings() {
    return oneOf(
        "gzip",
        "gzip",
        "gzip, deflate, br",
        "br",
        "identity",
        "*",
        "gzip;q=0",
        "gzip;q=0, identity;q=0",
        "*;q=0",
        "identity;q=0",
        "x-gzip",
        "gzip;q=0.5, identity;q=0.6",
        "",
        "gzip ; q=1",
        ";;;");
  }

  private String tagList() {
    StringBuilder list = new StringBuilder(tag());
    while (oneIn(4)) {
      list.append(oneOf(", ", ",", " , ", " ")).append(tag());
    }
    return list.toString();
  }

  private String tag() {
    String known = tags.get(random.nextInt(tags.size()));
    return switch (random.nextInt(8)) {
      case 0 -> "W/" + known;
      case 1 -> known.substring(0, known.length() - 1) + "-gzip\"";
      case 2 -> oneOf("*", "\"\"", "\"x\"", "x", "\"", "\"a,b\"", "\"\u00e9\"");
      case 3 -> known.replace("-gzip", "");
      default -> known;
    };
  }

  private String date() {
    return oneOf(
        "Sun, 01 Mar 2026 08:30:00 GMT",
        "Sun, 01 Mar 2026 08:30:09 GMT",
        "Sun, 01 Mar 2026 09:00:00 GMT",
        "Sunday, 01-Mar-26 08:30:09 GMT",
        "Sun Mar  1 08:30:09 2026",
        "Mon, 01 Mar 2026 08:30:09 GMT",
        "Sun, 01 Mar 2099 08:30:09 GMT",
        "0",
        "");
  }

  private String field(String name, String value) {
    String cased =
        oneIn(4)
            ? (oneIn(2) ? name.toLowerCase(Locale.ROOT) : name.toUpperCase(Locale.ROOT))
            : name;
    return cased + ":" + oneOf(" ", " ", " ", "", "  ", "\t") + value + (oneIn(20) ? " " : "");
  }

  private String mutated(String request) {
    StringBuilder bytes = new StringBuilder(request);
    for (int left = 1 + random.nextInt(2); left > 0; left--) {
      int at = random.nextInt(bytes.length());
      char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
      switch (random.nextInt(3)) {
        case 0 -> bytes.setCharAt(at, sign);
        case 1 -> bytes.insert(at, sign);
        default -> bytes.deleteCharAt(at);
      }
    }
    return bytes.toString();
  }

  private boolean oneIn(int count) {
    return random.nextInt(count) == 0;
  }

  private String oneOf(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
