package vn.bantin.bench;

/** What is compared: a request, over connections of a kind. */
enum Case {
  NOT_MODIFIED("304", "304 by If-None-Match", 1.0, Listener.CLEAR, Ask.UNCHANGED, 64),
  GZIP_5K("gzip-5k", "200, gzip, 5 KB", 1.1, Listener.CLEAR, Ask.SMALL_GZIP, 64),
  GZIP_39K("gzip-39k", "200, gzip, 39 KB", 1.0, Listener.CLEAR, Ask.LARGE_GZIP, 64),
  IDENTITY("identity", "200, identity, 168 KB", 0.82, Listener.CLEAR, Ask.LARGE, 64),
  HEAD("head", "HEAD", 1.0, Listener.CLEAR, Ask.HEAD, 64),
  MANY_CONNECTIONS("304-1000", "304, 1,000 connections", 0.95, Listener.CLEAR, Ask.UNCHANGED, 1000),
  NEW_CONNECTIONS("304-new", "304, a new connection each", 0.65, Listener.CLEAR, Ask.UNCHANGED, 64),
  H2_NOT_MODIFIED("h2-304", "HTTP/2: 304", 0.6, Listener.H2C, Ask.UNCHANGED, 64),
  H2_GZIP("h2-gzip", "HTTP/2: gzip, 5 KB", 0.6, Listener.H2C, Ask.SMALL_GZIP, 64),
  H2_IDENTITY("h2-identity", "HTTP/2: identity, 168 KB", 0.5, Listener.H2C, Ask.LARGE, 64),
  TLS_NOT_MODIFIED("tls-304", "TLS: 304", 0.85, Listener.TLS, Ask.UNCHANGED, 64),
  TLS_GZIP("tls-gzip", "TLS: gzip, 5 KB", 0.95, Listener.TLS, Ask.SMALL_GZIP, 64),
  TLS_IDENTITY("tls-identity", "TLS: identity, 168 KB", 0.95, Listener.TLS, Ask.LARGE, 64);

  private final String key;
  private final String title;
  private final double target;
  private final Listener listener;
  private final Ask ask;
  private final int connections;

  Case(String key, String title, double target, Listener listener, Ask ask, int connections) {
    this.key = key;
    this.title = title;
    this.target = target;
    this.listener = listener;
    this.ask = ask;
    this.connections = connections;
  }

  /** Its name on the command line. */
  String key() {
    return key;
  }

  /** Its name for people. */
  String title() {
    return title;
  }

  /** The ratio that is asked for. */
  double target() {
    return target;
  }

  Listener listener() {
    return listener;
  }

  Ask ask() {
    return ask;
  }

  /** How many requests are under way at once. */
  int connections() {
    return connections;
  }

  Generator generator() {
    return switch (this) {
      case HEAD -> new Caller(false);
      case NEW_CONNECTIONS -> new Caller(true);
      case H2_NOT_MODIFIED, H2_GZIP, H2_IDENTITY -> new H2load();
      case NOT_MODIFIED,
          GZIP_5K,
          GZIP_39K,
          IDENTITY,
          MANY_CONNECTIONS,
          TLS_NOT_MODIFIED,
          TLS_GZIP,
          TLS_IDENTITY ->
          new Wrk();
    };
  }
}
