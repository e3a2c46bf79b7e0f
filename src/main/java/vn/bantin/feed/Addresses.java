package vn.bantin.feed;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;

/**
 * Where things stand, and what they are called for ever.
 *
 * @param base public address of the server, without a slash at the end
 * @param authority who mints names, {@code DOMAIN,YEAR} of RFC 4151
 * @param feeds the path in front of the names of feeds
 */
public record Addresses(String base, String authority, String feeds) {

  private static final String PUBLIC = "/feeds/";

  /** Drops a slash at the end of {@code base}. */
  public Addresses {
    base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  /** Where what everybody may have stands. */
  public Addresses(String base, String authority) {
    this(base, authority, PUBLIC);
  }

  /** The same, but feeds stand where the holder of a key finds them. */
  public Addresses withKey(String key) {
    return new Addresses(base, authority, "/partners/" + key + "/");
  }

  /** Where a feed is in one view. */
  public String feed(String name, View view) {
    return base + feeds + name + "." + view.extension();
  }

  /** Where a part for somebody else's page is. */
  public String embed(String name, Embed embed) {
    String ending = embed.extension().isEmpty() ? "" : "." + embed.extension();
    String query = embed.query().isEmpty() ? "" : "?" + embed.query();
    return base + "/embed/" + name + ending + query;
  }

  /** The path that its addresses begin with: empty, or from a slash on without one behind. */
  public String root() {
    return URI.create(base).getPath();
  }

  /** The path of an address here; any other address as it is. */
  public String local(String address) {
    return address.startsWith(base + "/") ? root() + address.substring(base.length()) : address;
  }

  /** The page of a feed, in the language that whoever asks prefers. */
  public String page(String name) {
    return base + "/feeds/" + name;
  }

  /** Where a page of a feed's archive is in one view. */
  public String archive(String name, long page, View view) {
    return base + "/feeds/" + name + "/archive/" + page + "." + view.extension();
  }

  /** Where a page of search results is in one view. */
  String search(String query, int page, View view) {
    String first = base + "/search." + view.extension() + "?q=" + encoded(query);
    return page == 1 ? first : first + "&page=" + page;
  }

  /** The same with the names of parameters in their places (OpenSearch 1.1). */
  String searchTemplate(Format format) {
    return base + "/search." + format.extension() + "?q={searchTerms}&page={startPage?}";
  }

  /** The same for people. */
  String searchTemplate() {
    return base + "/search?q={searchTerms}&page={startPage?}";
  }

  /** Where crawlers find what is new. */
  String newsSitemap() {
    return base + "/sitemap-news.xml";
  }

  /** The front page in one language. */
  public String front(Page page) {
    return base + "/index." + page.extension();
  }

  /** Where people read the article: its own address, or its page here. */
  public String article(Article article) {
    URI own = article.url();
    return own == null ? base + "/articles/" + article.id() : own.toASCIIString();
  }

  /** A feed's name, wherever it is served: a tag of RFC 4151. */
  String feedId(String name) {
    return "tag:" + authority + ":feeds/" + name;
  }

  /** A search's name, wherever it is served: a tag of RFC 4151. */
  String searchId(String query) {
    return "tag:" + authority + ":search?q=" + encoded(query);
  }

  /** An article's name, wherever it is served: a tag of RFC 4151. */
  public String articleId(ArticleId id) {
    return "tag:" + authority + ":articles/" + id;
  }

  /** The scheme that category slugs belong to. */
  String categoryScheme() {
    return "tag:" + authority + ":categories";
  }

  // A plus for a space is for forms alone; %20 is right in every place.
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
