package vn.bantin.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The option table: a flag of the command line, or else a variable of the environment, or else a
 * value that goes without saying.
 */
public enum Option {
  /** Where readers connect. */
  LISTEN("HOST:PORT", "127.0.0.1:8080", "where readers connect; port 0 takes a free one"),
  /** Where the newsroom's definitions are. */
  FEEDS("FOLDER", "feeds", "the newsroom: site.yaml and a file for each feed"),
  /** Where the embedded database is. */
  DATA("FOLDER", "data", "where the embedded database is kept"),
  /** The database. */
  DATABASE("JDBC-URL", "jdbc:sqlite:DATA/bantin.db", "the database; DATA is the folder of --data"),
  /** The server's address as readers know it. */
  BASE_URL(
      "URL", "http://LISTEN", "the public address, for links; LISTEN is the address of --listen"),
  /** Where the newsroom's own tools connect. */
  ADMIN_LISTEN(
      "HOST:PORT", "127.0.0.1:8081", "where health checks connect; port 0 takes a free one"),
  /** Whether plain requests for warm feeds take the short way. */
  FAST_LANE(
      "true|false", "true", "answers plain requests for feeds by the short way, past Undertow"),
  /** The caches in front. */
  PURGE("URL[,URL]", "none", "caches in front that are told at once which of their copies are old"),
  /** Where readers connect by TLS. */
  TLS_LISTEN("HOST:PORT", "none", "where readers connect by TLS, if anywhere"),
  /** The server's certificate. */
  TLS_CERTIFICATE("FILE", "none", "its certificate and those behind it, in PEM"),
  /** The certificate's private key. */
  TLS_KEY("FILE", "none", "its private key, in PEM"),
  /** Whether HTTP/2 is offered to those who connect by TLS. */
  HTTP2("true|false", "false", "whether HTTP/2 is offered by TLS"),
  /** Whether HTTP/2 is spoken without TLS. */
  H2C("true|false", "false", "whether HTTP/2 is taken without TLS, from who begins with it"),
  /** Whose word about clients' addresses counts. */
  TRUSTED_PROXIES("CIDR[,CIDR]", "none", "the proxies whose word on a client's address counts"),
  /** Whether readers' connections begin with the address of the client. */
  PROXY_PROTOCOL(
      "true|false", "false", "whether the trusted proxies begin with the PROXY protocol"),
  /** How many connections readers may have at once. */
  MAX_CONNECTIONS(
      "NUMBER", "15000", "connections of readers at once; one more is told to come back later"),
  /** How many pages may be told of changes as they come. */
  LIVE_STREAMS(
      "NUMBER", "5000", "open pages that are told at once of changes; more ask now and then"),
  /** How much memory the bytes of feeds may take. */
  FEED_MEMORY(
      "MIB|auto",
      "auto",
      "memory for feeds that are ready, outside the heap; auto is half of what Java may take"),
  /** How much a client may take. */
  CLIENT_BUDGET("RATE", "600/m", "whole feeds for one address; above that a 304 or 429; or off"),
  /** How long a server that stops looks unready before it does. */
  DRAIN_DELAY(
      "TIME", "0s", "a server that stops answers as ever for so long, but is not ready any more"),
  /** How long answers have to end when the server stops. */
  DRAIN("TIME", "10s", "how long answers that are under way may take when the server stops");

  private static final String NONE = "none";
  private static final String SQLITE = "jdbc:sqlite:";

  private final String form;
  private final String fallback;
  private final String description;

  Option(String form, String fallback, String description) {
    this.form = form;
    this.fallback = fallback;
    this.description = description;
  }

  /** The flag, such as {@code --base-url}. */
  public String flag() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The variable, such as {@code BANTIN_BASE_URL}. */
  public String variable() {
    return "BANTIN_" + name();
  }

  /** What a value looks like, such as {@code HOST:PORT}. */
  public String form() {
    return form;
  }

  /** The value that goes without saying. */
  public String fallback() {
    return fallback;
  }

  /** What it is, for people. */
  public String description() {
    return description;
  }

  /** What is wrong with a value, for people; empty when nothing is. */
  Optional<String> mistake(String value) {
    return switch (this) {
      case LISTEN, ADMIN_LISTEN -> address(value);
      case FEEDS, DATA -> nonBlank(value);
      case DATABASE -> database(value);
      case BASE_URL -> value.equals(fallback) ? Optional.empty() : web(value);
      case PURGE -> value.equals(fallback) ? Optional.empty() : webs(value);
      case TLS_LISTEN -> isNone(value) ? Optional.empty() : address(value);
      case TLS_CERTIFICATE, TLS_KEY -> nonBlank(value);
      case FAST_LANE, HTTP2, H2C, PROXY_PROTOCOL -> choice(value);
      case TRUSTED_PROXIES -> isNone(value) ? Optional.empty() : networks(value);
      case FEED_MEMORY -> value.equals(fallback) ? Optional.empty() : Amounts.countMistake(value);
      case MAX_CONNECTIONS, LIVE_STREAMS -> Amounts.countMistake(value);
      case CLIENT_BUDGET -> Amounts.rateMistake(value);
      case DRAIN_DELAY, DRAIN -> Amounts.timeMistake(value);
    };
  }

  /** Whether the value says that there is none. */
  static boolean isNone(String value) {
    return value.equals(NONE);
  }

  private static Optional<String> networks(String value) {
    boolean valid =
        Arrays.stream(value.split(",", -1)).allMatch(part -> Network.parse(part).isPresent());
    return valid
        ? Optional.empty()
        : Optional.of("is no list of addresses such as 127.0.0.1,10.0.0.0/8,2001:db8::/32");
  }

  private static Optional<String> nonBlank(String value) {
    return value.isBlank() ? Optional.of("is empty") : Optional.empty();
  }

  private static Optional<String> choice(String value) {
    return value.equals("true") || value.equals("false")
        ? Optional.empty()
        : Optional.of("is neither true nor false");
  }

  private static Optional<String> address(String value) {
    int colon = value.lastIndexOf(':');
    if (colon < 1) {
      return Optional.of("is not HOST:PORT, such as 127.0.0.1:8080");
    }
    String port = value.substring(colon + 1);
    boolean valid = port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= 65_535;
    return valid ? Optional.empty() : Optional.of("has no port within 0 to 65535");
  }

  private static Optional<String> database(String value) {
    String file = value.startsWith(SQLITE) ? value.substring(SQLITE.length()) : "";
    boolean isFile = !file.isBlank() && !file.startsWith(":") && !file.startsWith("file:");
    return isFile
        ? Optional.empty()
        : Optional.of("is not jdbc:sqlite:FILE, such as jdbc:sqlite:data/bantin.db");
  }

  private static Optional<String> webs(String value) {
    return Stream.of(value.split(",", -1)).map(Option::web).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> web(String value) {
    try {
      URI uri = new URI(value);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean bare = uri.getQuery() == null && uri.getFragment() == null;
      return web && uri.getHost() != null && bare
          ? Optional.empty()
          : Optional.of("is not http://HOST or https://HOST, without query");
    } catch (URISyntaxException e) {
      return Optional.of("is no address: " + e.getReason());
    }
  }
}
