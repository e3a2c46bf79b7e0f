package vn.bantin.yaml;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Addresses of the web as people write them. */
final class WebAddress {

  private WebAddress() {}

  /** The absolute http or https address in ASCII; null when the text is none. */
  static @Nullable URI parse(String text) {
    try {
      URI address = new URI(new URI(text).toASCIIString());
      boolean isWeb =
          "http".equalsIgnoreCase(address.getScheme())
              || "https".equalsIgnoreCase(address.getScheme());
      return isWeb && address.getHost() != null ? address : null;
    } catch (URISyntaxException _) {
      return null;
    }
  }
}
