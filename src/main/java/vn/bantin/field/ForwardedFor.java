package vn.bantin.field;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.bantin.config.Network;

/** Reads what proxies write about whom they have a request from. */
public final class ForwardedFor {

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";

  /** A pair of RFC 7239 §4 with the sign behind it; no address needs a quoted-pair. */
  private static final Pattern PAIR =
      Pattern.compile(
          "[ \\t]*+(?:(%1$s)=(?:(%1$s)|\"([^\"\\\\]*+)\"))?+[ \\t]*+([;,]|$)".formatted(TOKEN));

  private static final Pattern PORT = Pattern.compile("(?::[0-9]{1,5})?");

  private ForwardedFor() {}

  /** The nodes of {@code X-Forwarded-For}, in order: what stands between the commas. */
  public static List<String> plain(List<String> lines) {
    List<String> nodes = new ArrayList<>();
    for (String line : lines) {
      for (String node : line.split(",", -1)) {
        nodes.add(node.strip());
      }
    }
    return nodes;
  }

  /**
   * The nodes of {@code Forwarded} (RFC 7239 §4) that its elements are {@code for}, in order; an
   * empty one for an element that does not say. A line that is malformed counts as one such
   * element.
   */
  public static List<String> nodes(List<String> lines) {
    List<String> nodes = new ArrayList<>();
    for (String line : lines) {
      List<String> read = new ArrayList<>();
      nodes.addAll(read(line, read) ? read : List.of(""));
    }
    return nodes;
  }

  /** The address of a node, with or without a port; empty for one that hides or is unknown. */
  public static Optional<InetAddress> address(String node) {
    int bracket = node.indexOf(']');
    if (node.startsWith("[") && bracket > 0) {
      return PORT.matcher(node.substring(bracket + 1)).matches()
          ? Network.literal(node.substring(1, bracket))
          : Optional.empty();
    }
    int colon = node.indexOf(':');
    boolean hasPort = colon > 0 && colon == node.lastIndexOf(':');
    if (hasPort && !PORT.matcher(node.substring(colon)).matches()) {
      return Optional.empty();
    }
    return Network.literal(hasPort ? node.substring(0, colon) : node);
  }

  private static boolean read(String line, List<String> nodes) {
    Matcher pair = PAIR.matcher(line);
    String node = "";
    for (int at = 0; pair.region(at, line.length()).lookingAt(); at = pair.end()) {
      if ("for".equalsIgnoreCase(pair.group(1))) {
        node = pair.group(2) == null ? pair.group(3) : pair.group(2);
      }
      boolean isLast = pair.end(4) == pair.start(4);
      if (isLast || pair.group(4).equals(",")) {
        nodes.add(node);
        node = "";
      }
      if (isLast) {
        return true;
      }
    }
    return false;
  }
}
