package vn.bantin.feed;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What tells the newsroom's statistics that a reader comes from a partner.
 *
 * @param values by the names of {@link #NAMES}, in order
 */
public record Utm(Map<String, String> values) {

  /** What may be said, each in the parameter {@code utm_NAME}. */
  public static final List<String> NAMES =
      List.of("source", "medium", "campaign", "term", "content");

  /** Nothing. */
  public static final Utm NONE = new Utm(Map.of());

  /** Copies the map in its order. */
  public Utm {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The address with the parameters, but for those that it has already. */
  URI on(URI address) {
    String text = address.toASCIIString();
    int hash = text.indexOf('#');
    String fragment = hash < 0 ? "" : text.substring(hash);
    StringBuilder marked = new StringBuilder(hash < 0 ? text : text.substring(0, hash));
    values.forEach((name, value) -> {
      String parameter = "utm_" + name + "=";
      if (marked.indexOf("?" + parameter) < 0 && marked.indexOf("&" + parameter) < 0) {
        marked.append(sign(marked)).append(parameter).append(encoded(value));
      }
    });
    return URI.create(marked + fragment);
  }

  private static String sign(CharSequence address) {
    char last = address.charAt(address.length() - 1);
    if (address.chars().noneMatch(c -> c == '?')) {
      return "?";
    }
    return last == '?' || last == '&' ? "" : "&";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
