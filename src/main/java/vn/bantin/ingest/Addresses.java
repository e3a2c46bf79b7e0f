package vn.bantin.ingest;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as people write them, made the absolute http and https addresses in plain ASCII that
 * every feed reader takes: RFC 3986 §5.2, percent-encoding per RFC 3987 §3.1, host per RFC 3490.
 */
final class Addresses {

  private static final int MAX_LENGTH = 2048;

  /** RFC 3986 appendix B. */
  private static final Pattern PARTS =
      Pattern.compile("(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");

  private static final Pattern AUTHORITY = Pattern.compile("([^:@]+)(?::(\\d{0,5}))?");
  private static final String KEPT = "-._~:/?@!$&'()*+,;=";

  private Addresses() {}

  /** The address that {@code text} means; null when it is none of the web. */
  static @Nullable URI absolute(String text) {
    return resolve(text, null);
  }

  /** The address that {@code text} means on the page {@code base}; null as above. */
  static @Nullable URI absolute(String text, URI base) {
    return resolve(text, base);
  }

  private static @Nullable URI resolve(String text, @Nullable URI base) {
    String written = text.strip().replaceAll("[\\t\\n\\r]", "");
    Matcher parts = PARTS.matcher(written);
    if (written.isEmpty() || written.length() > MAX_LENGTH || !parts.matches()) {
      return null;
    }
    String scheme = parts.group(1);
    String authority = parts.group(2);
    String path = encoded(parts.group(3));
    String query = parts.group(4) == null ? null : encoded(parts.group(4));
    String fragment = parts.group(5) == null ? null : encoded(parts.group(5));
    if (scheme == null) {
      if (base == null) {
        return null;
      }
      scheme = base.getScheme();
      if (authority == null) {
        authority = base.getRawAuthority();
        if (path.isEmpty() && query == null) {
          query = base.getRawQuery();
        }
        path = path.isEmpty() ? base.getRawPath() : merged(base.getRawPath(), path);
      }
    }
    return assemble(scheme.toLowerCase(Locale.ROOT), authority, path, query, fragment);
  }

  private static @Nullable URI assemble(
      String scheme,
      @Nullable String authority,
      String path,
      @Nullable String query,
      @Nullable String fragment) {
    if (authority == null || !("http".equals(scheme) || "https".equals(scheme))) {
      return null;
    }
    String place = place(scheme, authority);
    if (place == null) {
      return null;
    }
    String address =
        scheme
            + "://"
            + place
            + withoutDots(path)
            + (query == null ? "" : "?" + query)
            + (fragment == null ? "" : "#" + fragment);
    try {
      URI uri = new URI(address);
      return uri.getHost() == null || address.length() > MAX_LENGTH ? null : uri;
    } catch (URISyntaxException _) {
      return null;
    }
  }

  private static @Nullable String place(String scheme, String authority) {
    Matcher matcher = AUTHORITY.matcher(authority);
    if (!matcher.matches()) {
      return null;
    }
    String port = matcher.group(2);
    String host;
    try {
      host = IDN.toASCII(matcher.group(1), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      return null;
    }
    boolean isUsual =
        port == null || port.isEmpty() || port.equals("http".equals(scheme) ? "80" : "443");
    if (isUsual) {
      return host;
    }
    int number = Integer.parseInt(port);
    return number >= 1 && number <= 65_535 ? host + ":" + number : null;
  }

  private static String merged(String basePath, String path) {
    return path.startsWith("/")
        ? path
        : basePath.substring(0, basePath.lastIndexOf('/') + 1) + path;
  }

  /** RFC 3986 §5.2.4. */
  private static String withoutDots(String path) {
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.split("/", -1);
    for (int i = segments[0].isEmpty() ? 1 : 0; i < segments.length; i++) {
      boolean isLast = i == segments.length - 1;
      String segment = segments[i];
      if (segment.equals("..")) {
        kept.pollLast();
      }
      if (!segment.equals("..") && !segment.equals(".")) {
        kept.addLast(segment);
      } else if (isLast) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept);
  }

  private static String encoded(String part) {
    StringBuilder out = new StringBuilder(part.length());
    for (int i = 0; i < part.length(); ) {
      int c = part.codePointAt(i);
      boolean isLetterOrDigit =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (isLetterOrDigit || KEPT.indexOf(c) >= 0 || (c == '%' && isEscape(part, i))) {
        out.append((char) c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          out.append("%%%02X".formatted(b));
        }
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0
        && text.charAt(at + 1) < 0x80
        && text.charAt(at + 2) < 0x80;
  }
}
