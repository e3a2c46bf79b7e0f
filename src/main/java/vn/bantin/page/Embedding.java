package vn.bantin.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.Embed;
import vn.bantin.feed.FeedDefinition;

/**
 * How to show a feed on one's own page.
 *
 * @param name the feed's
 * @param title the feed's
 * @param ways each with a block to copy
 * @param frame where the frame of the preview is, from this page
 * @param script where the element of the preview comes from, from this page
 * @param limits how many articles there may be
 * @param layouts how they may stand
 * @param themes the colours they may have
 */
record Embedding(
    String name,
    String title,
    List<Way> ways,
    String frame,
    String script,
    List<Integer> limits,
    List<String> layouts,
    List<String> themes) {

  private static final List<Integer> LIMITS = List.of(3, Embed.DEFAULT_LIMIT, 10, Embed.MAX_LIMIT);

  /**
   * A way to embed.
   *
   * @param id of the text that says what it is good for, and of the part of the page
   * @param blocks what to copy, one of them
   */
  record Way(String id, List<String> blocks) {

    Way(String id, String block) {
      this(id, List.of(block));
    }
  }

  /** How to show the feed. */
  static Embedding of(FeedDefinition feed, Addresses addresses, String root) {
    String base = addresses.base();
    String frame = addresses.embed(feed.name(), Embed.of(Embed.Form.FRAME));
    String fragment = addresses.embed(feed.name(), Embed.of(Embed.Form.FRAGMENT));
    String feedPage = addresses.page(feed.name());
    return new Embedding(
        feed.name(),
        feed.title(),
        List.of(
            new Way("element", element(base, feed)),
            new Way("frame", frame(frame, feed.title())),
            new Way(
                "fragment",
                List.of(
                    "curl -sf '" + fragment + "'",
                    "<esi:include src=\"" + fragment + "\"/>",
                    "<!--#include virtual=\"/embed/" + feed.name() + ".html\" -->")),
            new Way("oembed", feedPage)),
        root + "/embed/" + feed.name(),
        root + Assets.EMBED_SCRIPT.path(),
        LIMITS,
        Embed.Layout.names(),
        Embed.Theme.names());
  }

  private static String element(String base, FeedDefinition feed) {
    return "<script src=\""
        + base
        + Assets.EMBED_SCRIPT.path()
        + "\" async></script>\n<bantin-feed name=\""
        + feed.name()
        + "\" limit=\"5\" layout=\"list\" theme=\"auto\"></bantin-feed>";
  }

  /** The frame as it is put into a page by hand. */
  private static String frame(String address, String title) {
    return frame(address, title, "style=\"border:0;width:100%;height:32rem\"");
  }

  /** The frame as it is put into a page that says how large it may be. */
  static String frame(String address, String title, int width, int height) {
    String style = "style=\"border:0;max-width:100%\"";
    return frame(address, title, "width=\"" + width + "\" height=\"" + height + "\" " + style);
  }

  private static String frame(String address, String title, String size) {
    return "<iframe src=\""
        + escaped(address)
        + "\" title=\""
        + escaped(title)
        + "\" loading=\"lazy\" "
        + size
        + "></iframe>";
  }

  /** Where oEmbed of a feed's page is asked for. */
  static String oembed(Addresses addresses, FeedDefinition feed, String format) {
    String page = addresses.page(feed.name());
    return addresses.base()
        + "/oembed?url="
        + URLEncoder.encode(page, StandardCharsets.UTF_8)
        + "&format="
        + format;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }
}
