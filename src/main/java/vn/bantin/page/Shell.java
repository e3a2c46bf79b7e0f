package vn.bantin.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.Image;
import vn.bantin.feed.Page;
import vn.bantin.feed.Site;

/**
 * What stands around the content of every page, and in its head.
 *
 * @param page its language
 * @param site the newsroom; null on a page that does not know it
 * @param addresses where things stand; null on a page that does not know it
 * @param kind what it is, in the words of the Open Graph protocol
 * @param title what browsers call it
 * @param description in a sentence; may be empty
 * @param canonical its own absolute address; null for what has none
 * @param image absolute address of a picture for it; null when there is none
 * @param alternates in other shapes and languages
 * @param sought what was searched for; empty when nothing was
 * @param data JSON-LD; null for none
 */
record Shell(
    Page page,
    @Nullable Site site,
    @Nullable Addresses addresses,
    String kind,
    String title,
    String description,
    @Nullable String canonical,
    @Nullable String image,
    List<Alternate> alternates,
    String sought,
    @Nullable String data) {

  /** Copies the list. */
  Shell {
    alternates = List.copyOf(alternates);
  }

  String say(String name, Object... parts) {
    return Texts.of(page).say(name, parts);
  }

  /** Where a picture is; null when there is none. */
  static @Nullable String address(@Nullable Image image) {
    return image == null ? null : image.url().toASCIIString();
  }

  /** The path in front of every path here: empty, or from a slash on without one behind. */
  String root() {
    return addresses == null ? "" : addresses.root();
  }

  /** The same page in other languages, by paths. */
  List<Alternate> otherLanguages() {
    return alternates.stream()
        .filter(other -> other.language() != null && !other.language().equals(page.language()))
        .map(other -> new Alternate(null, null, other.language(), local(other.href())))
        .toList();
  }

  /** What a language calls itself. */
  String languageName(@Nullable String language) {
    return say("language." + language);
  }

  // What is read here is found by a path, so that it is found wherever a person comes from.
  private String local(String address) {
    return addresses == null ? address : addresses.local(address);
  }

  String style() {
    return root() + Assets.STYLE.path();
  }

  String script() {
    return root() + Assets.SCRIPT.path();
  }
}
