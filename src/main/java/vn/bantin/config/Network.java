package vn.bantin.config;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A stretch of internet addresses, such as 10.0.0.0/8 (RFC 4632), or a single one.
 *
 * @param address one of them
 * @param bits how many leading bits all of them share with it
 */
public record Network(InetAddress address, int bits) {

  // The JDK also takes 127.1 and fe80::1%eth0, which say less than they seem to.
  private static final Pattern LITERAL =
      Pattern.compile("\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern BITS = Pattern.compile("0|[1-9]\\d{0,2}");

  /** Refuses a number of bits that no such address has. */
  public Network {
    if (bits < 0 || bits > Byte.SIZE * address.getAddress().length) {
      throw new IllegalArgumentException("a network of " + bits + " bits");
    }
  }

  /** The address that a text spells out; never asks anybody for a name. */
  public static Optional<InetAddress> literal(String text) {
    if (!LITERAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** What a text such as {@code 10.0.0.0/8} or {@code ::1} says; empty when it says nothing. */
  static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> address = literal(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int all = Byte.SIZE * address.get().getAddress().length;
    String bits = slash < 0 ? Integer.toString(all) : text.substring(slash + 1);
    return BITS.matcher(bits).matches() && Integer.parseInt(bits) <= all
        ? Optional.of(new Network(address.get(), Integer.parseInt(bits)))
        : Optional.empty();
  }

  /** All networks of a list that has been checked, with commas between. */
  static List<Network> parseList(String text) {
    return Arrays.stream(text.split(",", -1)).flatMap(part -> parse(part).stream()).toList();
  }

  /** Whether the address is one of these. */
  public boolean contains(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] theirs = other.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    int rest = bits % Byte.SIZE;
    int mask = (0xff << (Byte.SIZE - rest)) & 0xff;
    return Arrays.equals(mine, 0, whole, theirs, 0, whole)
        && (rest == 0 || ((mine[whole] ^ theirs[whole]) & mask) == 0);
  }
}
