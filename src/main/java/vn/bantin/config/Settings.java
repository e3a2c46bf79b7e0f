package vn.bantin.config;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A value for every option, checked. */
public final class Settings {

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
    if (!mistakes.isEmpty()) {
      throw new BadSettingsException(mistakes);
    }
    return new Settings(values);
  }

  /** Where readers connect. */
  public InetSocketAddress listen() {
    return address(Option.LISTEN);
  }

  /** Where health checks connect. */
  public InetSocketAddress adminListen() {
    return address(Option.ADMIN_LISTEN);
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

  private static String hostForLinks(String host) {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("[::]");
    return everywhere ? "localhost" : host;
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
