package vn.bantin.bench;

import java.util.List;

/** How the servers are asked to listen. */
enum Listener {
  /** HTTP/1.1 in clear text. */
  CLEAR("http", ""),
  /** HTTP/2 in clear text, begun without asking. */
  H2C("http", " http2"),
  /** HTTP/1.1 over TLS. */
  TLS("https", " ssl");

  private final String scheme;
  private final String nginx;

  Listener(String scheme, String nginx) {
    this.scheme = scheme;
    this.nginx = nginx;
  }

  String url(int port, String path) {
    return scheme + "://127.0.0.1:" + port + path;
  }

  /** What follows the address in nginx's {@code listen}. */
  String nginx() {
    return nginx;
  }

  /** The options that Bantin needs for it beside those of every start. */
  List<String> options(int port, Certificate certificate) {
    return switch (this) {
      case CLEAR -> List.of();
      case H2C -> List.of("--h2c", "true");
      case TLS ->
          List.of(
              "--tls-listen",
              "127.0.0.1:" + port,
              "--tls-certificate",
              certificate.file().toString(),
              "--tls-key",
              certificate.key().toString());
    };
  }
}
