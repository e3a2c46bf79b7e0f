package vn.bantin.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Embed;
import vn.bantin.feed.Embedders;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Format;
import vn.bantin.feed.Page;
import vn.bantin.feed.View;
import vn.bantin.snapshot.Key;

/**
 * An address that stands for one document whatever else is asked: a feed in a format, a page in a
 * language, or an embed. Not a union: anybody can invent one. Not an embed for some sites alone.
 */
final class KnownAddress {

  private static final String FEEDS = "feeds/";
  private static final String EMBED = "embed/";
  private static final String FRONT = "index.";

  private KnownAddress() {}

  /**
   * The key of what stands there; null when that is nothing, or not for this address to say.
   *
   * @param target path and query, from behind the first slash on
   */
  static @Nullable Key key(String target, FeedCatalog catalog) {
    if (target.startsWith(FEEDS)) {
      return feed(target.substring(FEEDS.length()), catalog);
    }
    if (target.startsWith(FRONT)) {
      return Page.ofExtension(target.substring(FRONT.length())).map(Key::ofFrontPage).orElse(null);
    }
    return target.startsWith(EMBED) ? embed(target.substring(EMBED.length()), catalog) : null;
  }

  private static @Nullable Key feed(String name, FeedCatalog catalog) {
    int dot = name.indexOf('.');
    if (dot < 0 || catalog.feed(name.substring(0, dot)).isEmpty()) {
      return null;
    }
    return view(name.substring(dot + 1))
        .map(view -> new Key(name.substring(0, dot), view))
        .orElse(null);
  }

  private static @Nullable Key embed(String target, FeedCatalog catalog) {
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    String query = question < 0 ? "" : target.substring(question + 1);
    EmbedAddress address = EmbedAddress.read(path, query);
    Embed embed = address.embed();
    return embed != null
            && address.isCanonical(query)
            && question != target.length() - 1
            && catalog.feed(address.feed()).isPresent()
            && catalog.embedders(address.feed()) instanceof Embedders.Anyone
        ? new Key(address.feed(), embed)
        : null;
  }

  /** The format or page with the given extension; empty when there is none. */
  static Optional<View> view(String extension) {
    return Format.ofExtension(extension)
        .map(View.class::cast)
        .or(() -> Page.ofExtension(extension));
  }
}
