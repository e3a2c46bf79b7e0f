package vn.bantin.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The names of request fields that the fast lane knows, found by their bytes in any case. */
final class FieldNames {

  /** What a field means to the fast lane. */
  enum Meaning {
    /** Selects the host; every feed is the same on all. */
    HOST,
    /** Whether the connection stays. */
    CONNECTION,
    /** The codings that the client takes. */
    ACCEPT_ENCODING,
    /** The versions that the client has. */
    IF_NONE_MATCH,
    /** How old the client's version is. */
    IF_MODIFIED_SINCE,
    /** Whom a proxy has the request from, by RFC 7239. */
    FORWARDED,
    /** The same, as it was said before. */
    X_FORWARDED_FOR,
    /** Nothing that an answer could depend on. */
    IGNORED,
    /** Not known here: the request is for the other lane. */
    UNKNOWN
  }

  // What browsers, readers, crawlers and proxies send beside the above. No answer for a feed at an
  // address of its own depends on any of them: links are made of the public address alone.
  private static final List<String> WITHOUT_EFFECT =
      List.of(
          "accept",
          "accept-charset",
          "accept-language",
          "cache-control",
          "cookie",
          "dnt",
          "from",
          "keep-alive",
          "origin",
          "pragma",
          "priority",
          "referer",
          "save-data",
          "sec-ch-ua",
          "sec-ch-ua-mobile",
          "sec-ch-ua-platform",
          "sec-fetch-dest",
          "sec-fetch-mode",
          "sec-fetch-site",
          "sec-fetch-user",
          "sec-gpc",
          "upgrade-insecure-requests",
          "user-agent",
          "via",
          "x-forwarded-host",
          "x-forwarded-port",
          "x-forwarded-proto",
          "x-forwarded-server",
          "x-real-ip",
          "x-request-id",
          "x-requested-with",
          "x-varnish");

  /** The largest sum that {@link #hash} makes of a name that is looked at. */
  private static final int SLOTS = 256;

  private static final byte[][] NAMES = new byte[SLOTS][];
  private static final Meaning[] MEANINGS = new Meaning[SLOTS];

  /** The lower-case letter, digit or sign of a token at each byte; 0 where none may stand. */
  private static final byte[] LOWER = new byte[128];

  static {
    for (char c = '0'; c <= '9'; c++) {
      LOWER[c] = (byte) c;
    }
    for (char c = 'a'; c <= 'z'; c++) {
      LOWER[c] = (byte) c;
      LOWER[c - 'a' + 'A'] = (byte) c;
    }
    LOWER['-'] = '-';
    add("host", Meaning.HOST);
    add("connection", Meaning.CONNECTION);
    add("accept-encoding", Meaning.ACCEPT_ENCODING);
    add("if-none-match", Meaning.IF_NONE_MATCH);
    add("if-modified-since", Meaning.IF_MODIFIED_SINCE);
    add("forwarded", Meaning.FORWARDED);
    add("x-forwarded-for", Meaning.X_FORWARDED_FOR);
    WITHOUT_EFFECT.forEach(name -> add(name, Meaning.IGNORED));
  }

  private FieldNames() {}

  /** The small letter of a byte of a name; 0 when the byte is of no name that is known here. */
  static int lower(byte b) {
    return b < 0 ? 0 : LOWER[b];
  }

  /** The hash of a name with one more letter. */
  static int hash(int hash, int letter) {
    return 31 * hash + letter;
  }

  /** What the name means whose small letters have the given hash. */
  static Meaning meaning(byte[] bytes, int from, int to, int hash) {
    for (int slot = slot(hash); NAMES[slot] != null; slot = (slot + 1) % SLOTS) {
      if (isName(NAMES[slot], bytes, from, to)) {
        return MEANINGS[slot];
      }
    }
    return Meaning.UNKNOWN;
  }

  private static boolean isName(byte[] name, byte[] bytes, int from, int to) {
    if (name.length != to - from) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (name[i] != lower(bytes[from + i])) {
        return false;
      }
    }
    return true;
  }

  private static void add(String name, Meaning meaning) {
    byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
    int hash = 0;
    for (byte b : bytes) {
      hash = hash(hash, b);
    }
    int slot = slot(hash);
    while (NAMES[slot] != null) {
      slot = (slot + 1) % SLOTS;
    }
    NAMES[slot] = bytes;
    MEANINGS[slot] = meaning;
  }

  private static int slot(int hash) {
    return (hash ^ hash >>> 15) & SLOTS - 1;
  }
}
