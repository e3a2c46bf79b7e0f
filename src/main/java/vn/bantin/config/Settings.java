package vn.bantin.config;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A value for every option, checked. */
public final class Settings {

  private static final long MEBIBYTE = 1024L * 1024;

  private final Map<Option, String> values;

  private Settings(Map<Option, String> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * Takes each option from the flags, or else the environment, or else its own value.
   *
   * @throws BadSettingsException naming every value that cannot be
   */
  public static Settings of(Map<Option, String> flags, Map<String, String> environment) {
    Map<Option, String> values = new EnumMap<>(Option.class);
    List<String> mistakes = new ArrayList<>();
    for (Option option : Option.values()) {
      String fromFlag = flags.get(option);
      String fromEnvironment = environment.get(option.variable());
      String value =
          fromFlag != null
              ? fromFlag
              : fromEnvironment != null ? fromEnvironment : option.fallback();
      String where = fromFlag == null ? option.variable() : option.flag();
      option
          .mistake(value)
          .ifPresent(wrong -> mistakes.add(where + " " + wrong + ": \"" + value + "\""));
      values.put(option, value);
    }
    Settings settings = new Settings(values);
    if (mistakes.isEmpty()) {
      mistakes.addAll(settings.contradictions());
    }
    if (!mistakes.isEmpty()) {
      throw new BadSettingsException(mistakes);
    }
    return settings;
  }

  private List<String> contradictions() {
    List<String> found = new ArrayList<>();
    boolean tls = isGiven(Option.TLS_LISTEN);
    for (Option part : List.of(Option.TLS_CERTIFICATE, Option.TLS_KEY)) {
      if (tls && !isGiven(part)) {
        found.add(Option.TLS_LISTEN.flag() + " needs " + part.flag());
      } else if (!tls && isGiven(part)) {
        found.add(part.flag() + " needs " + Option.TLS_LISTEN.flag());
      }
    }
    if (http2() && !tls) {
      found.add(
          Option.HTTP2.flag() + " needs " + Option.TLS_LISTEN.flag() + " (without TLS: --h2c)");
    }
    // The rest is for what is on its way to readers, and for what has just been replaced.
    long most = Runtime.getRuntime().maxMemory() / 4 * 3;
    if (feedMemory() > most) {
      found.add(
          "%s is more than %d MiB, three quarters of what Java may take (more: BANTIN_JAVA_OPTS=-Xmx…)"
              .formatted(Option.FEED_MEMORY.flag(), most / MEBIBYTE));
    }
    if (proxyProtocol() && !isGiven(Option.TRUSTED_PROXIES)) {
      found.add(Option.PROXY_PROTOCOL.flag() + " needs " + Option.TRUSTED_PROXIES.flag());
    }
    return found;
  }

  /** Where readers connect. */
  public InetSocketAddress listen() {
    return address(Option.LISTEN);
  }

  /** Where health checks connect. */
  public InetSocketAddress adminListen() {
    return address(Option.ADMIN_LISTEN);
  }

  /** Where readers connect by TLS; empty when they cannot. */
  public Optional<InetSocketAddress> tlsListen() {
    return isGiven(Option.TLS_LISTEN) ? Optional.of(address(Option.TLS_LISTEN)) : Optional.empty();
  }

  /** The certificate's file, which is there when {@link #tlsListen} is. */
  public Path tlsCertificate() {
    return Path.of(value(Option.TLS_CERTIFICATE));
  }

  /** The private key's file, which is there when {@link #tlsListen} is. */
  public Path tlsKey() {
    return Path.of(value(Option.TLS_KEY));
  }

  /** Whether HTTP/2 is offered by TLS. */
  public boolean http2() {
    return isTrue(Option.HTTP2);
  }

  /** Whether HTTP/2 is taken without TLS. */
  public boolean h2c() {
    return isTrue(Option.H2C);
  }

  /** Where the proxies are whose word on a client's address counts. */
  public List<Network> trustedProxies() {
    return isGiven(Option.TRUSTED_PROXIES)
        ? Network.parseList(value(Option.TRUSTED_PROXIES))
        : List.of();
  }

  /** Whether the trusted proxies begin each connection with the PROXY protocol. */
  public boolean proxyProtocol() {
    return isTrue(Option.PROXY_PROTOCOL);
  }

  /** The newsroom's folder. */
  public Path feeds() {
    return Path.of(value(Option.FEEDS));
  }

  /** The JDBC address of the database. */
  public String database() {
    String value = value(Option.DATABASE);
    return value.equals(Option.DATABASE.fallback())
        ? "jdbc:sqlite:" + Path.of(value(Option.DATA)).resolve("bantin.db")
        : value;
  }

  /**
   * The public address, without a slash at the end.
   *
   * @param port the one that readers connect to, should it have been left open
   */
  public String baseUrl(int port) {
    String value = value(Option.BASE_URL);
    if (!value.equals(Option.BASE_URL.fallback())) {
      return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }
    InetSocketAddress listen = listen();
    return "http://" + hostForLinks(listen.getHostString()) + ":" + port;
  }

  /** Whether plain requests for warm feeds take the short way. */
  public boolean fastLane() {
    return Boolean.parseBoolean(value(Option.FAST_LANE));
  }

  /** Where caches are told what is old; empty when there are none. */
  public List<URI> purge() {
    String value = value(Option.PURGE);
    return value.equals(Option.PURGE.fallback())
        ? List.of()
        : Stream.of(value.split(",")).map(URI::create).toList();
  }

  /** How many connections readers may have at once. */
  public int maxConnections() {
    return Integer.parseInt(value(Option.MAX_CONNECTIONS));
  }

  /** How many open pages may be told at once of changes. */
  public int liveStreams() {
    return Integer.parseInt(value(Option.LIVE_STREAMS));
  }

  /** How many bytes the feeds that are ready may take together, outside the heap. */
  public long feedMemory() {
    String value = value(Option.FEED_MEMORY);
    return value.equals(Option.FEED_MEMORY.fallback())
        ? Runtime.getRuntime().maxMemory() / 2
        : Long.parseLong(value) * MEBIBYTE;
  }

  /** How many whole feeds one address may take in which time; empty without a limit. */
  public Optional<Rate> clientBudget() {
    return Amounts.rate(value(Option.CLIENT_BUDGET));
  }

  /** How long a server that stops looks unready before it does. */
  public Duration drainDelay() {
    return Amounts.time(value(Option.DRAIN_DELAY));
  }

  /** How long answers have to end when the server stops. */
  public Duration drain() {
    return Amounts.time(value(Option.DRAIN));
  }

  private static String hostForLinks(String host) {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("[::]");
    return everywhere ? "localhost" : host;
  }

  private boolean isGiven(Option option) {
    return !Option.isNone(value(option));
  }

  private boolean isTrue(Option option) {
    return value(option).equals("true");
  }

  private String value(Option option) {
    return values.getOrDefault(option, option.fallback());
  }

  private InetSocketAddress address(Option option) {
    String value = value(option);
    int colon = value.lastIndexOf(':');
    return new InetSocketAddress(
        value.substring(0, colon), Integer.parseInt(value.substring(colon + 1)));
  }

  /** Values that cannot be. */
  public static final class BadSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One line each, naming the flag or the variable. */
    BadSettingsException(List<String> mistakes) {
      super(String.join("\n", mistakes));
    }
  }
}
