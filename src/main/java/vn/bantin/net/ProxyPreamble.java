package vn.bantin.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.bantin.config.Network;

/**
 * What a connection begins with by the PROXY protocol, version 1 or 2: who the client is for whom a
 * proxy has connected.
 */
sealed interface ProxyPreamble {

  /** The longest preamble that is taken; with version 2 it may hold more than addresses. */
  int MAX_BYTES = Opening.MAX_BYTES;

  /** The beginning of one. */
  record Unfinished() implements ProxyPreamble {}

  /** Something else. */
  record Broken() implements ProxyPreamble {}

  /**
   * All of one.
   *
   * @param length its bytes
   * @param client whom the connection is for; null when the proxy does not say, or is it itself
   */
  record Whole(int length, @Nullable InetSocketAddress client) implements ProxyPreamble {}

  /** What the bytes begin with. */
  static ProxyPreamble in(byte[] bytes) {
    if (startsAlike(bytes, Text.START)) {
      return Text.read(bytes);
    }
    return startsAlike(bytes, Binary.START) ? Binary.read(bytes) : new Broken();
  }

  private static boolean startsAlike(byte[] bytes, byte[] start) {
    int length = Math.min(bytes.length, start.length);
    return Arrays.equals(bytes, 0, length, start, 0, length);
  }

  /** Version 1: a line such as {@code PROXY TCP4 192.0.2.1 192.0.2.2 4711 443}. */
  final class Text {
    private static final byte[] START = "PROXY ".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_LINE = 107;

    private Text() {}

    private static ProxyPreamble read(byte[] bytes) {
      String begun =
          new String(bytes, 0, Math.min(bytes.length, MAX_LINE), StandardCharsets.ISO_8859_1);
      int end = begun.indexOf("\r\n");
      if (end < 0) {
        return bytes.length < MAX_LINE ? new Unfinished() : new Broken();
      }
      String[] words = begun.substring(START.length, end).split(" ", -1);
      if (words[0].equals("UNKNOWN")) {
        return new Whole(end + 2, null);
      }
      boolean known = words[0].equals("TCP4") || words[0].equals("TCP6");
      if (!known || words.length != 5 || !isPort(words[3]) || !isPort(words[4])) {
        return new Broken();
      }
      Optional<InetAddress> client = Network.literal(words[1]);
      return client.isPresent() && Network.literal(words[2]).isPresent()
          ? new Whole(end + 2, new InetSocketAddress(client.get(), Integer.parseInt(words[3])))
          : new Broken();
    }

    private static boolean isPort(String word) {
      return word.matches("[0-9]{1,5}") && Integer.parseInt(word) <= 65_535;
    }
  }

  /** Version 2: a signature, what it is, how long it is, and addresses in bytes. */
  final class Binary {
    private static final byte[] START = {
      0x0d, 0x0a, 0x0d, 0x0a, 0x00, 0x0d, 0x0a, 0x51, 0x55, 0x49, 0x54, 0x0a
    };
    private static final int HEAD = START.length + 4;
    private static final int LOCAL = 0x20;
    private static final int PROXY = 0x21;
    private static final int IP_4 = 1;
    private static final int IP_6 = 2;

    private Binary() {}

    private static ProxyPreamble read(byte[] bytes) {
      if (bytes.length < HEAD) {
        return new Unfinished();
      }
      int command = bytes[START.length] & 0xff;
      int family = (bytes[START.length + 1] & 0xff) >> 4;
      int length = HEAD + number(bytes, START.length + 2);
      if ((command != LOCAL && command != PROXY) || length > MAX_BYTES) {
        return new Broken();
      }
      if (bytes.length < length) {
        return new Unfinished();
      }
      return switch (command == LOCAL ? 0 : family) {
        case IP_4 -> addressed(bytes, length, 4);
        case IP_6 -> addressed(bytes, length, 16);
        default -> new Whole(length, null);
      };
    }

    private static ProxyPreamble addressed(byte[] bytes, int length, int size) {
      if (length < HEAD + 2 * size + 4) {
        return new Broken();
      }
      try {
        InetAddress client = InetAddress.getByAddress(Arrays.copyOfRange(bytes, HEAD, HEAD + size));
        return new Whole(length, new InetSocketAddress(client, number(bytes, HEAD + 2 * size)));
      } catch (UnknownHostException _) {
        return new Broken();
      }
    }

    private static int number(byte[] bytes, int at) {
      return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }
  }
}
