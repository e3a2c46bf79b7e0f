package vn.bantin.page;

import java.util.List;
import vn.bantin.feed.Embed;
import vn.bantin.feed.Page;

/**
 * A feed's newest articles on somebody else's page.
 *
 * @param page the language of what is not the newsroom's own words
 * @param title the feed's
 * @param href the feed's page
 * @param newsroom who writes it
 * @param language BCP 47 tag of the feed
 * @param entries newest first
 * @param embed how it is shown
 * @param style absolute address of the style
 */
record Widget(
    Page page,
    String title,
    String href,
    String newsroom,
    String language,
    List<Entry> entries,
    Embed embed,
    String style) {

  /** The classes that the style knows it by. */
  String classes() {
    return "bantin bantin-" + embed.layout().word() + " bantin-" + embed.theme().word();
  }

  boolean isTicker() {
    return embed.layout() == Embed.Layout.TICKER;
  }

  String say(String name, Object... parts) {
    return Texts.of(page).say(name, parts);
  }
}
