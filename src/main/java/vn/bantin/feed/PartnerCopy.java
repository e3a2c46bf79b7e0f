package vn.bantin.feed;

import java.net.URI;
import vn.bantin.article.Article;

/** Articles as a partner gets them: marked addresses, and behind each text whose it is. */
public final class PartnerCopy {

  private final Partner partner;
  private final Addresses addresses;

  /** For one partner. */
  public PartnerCopy(Partner partner, Addresses addresses) {
    this.partner = partner;
    this.addresses = addresses;
  }

  /** The article. */
  public Article of(Article article) {
    URI plain = URI.create(addresses.article(article));
    URI marked = partner.utm().on(plain);
    return article.elsewhere(marked, summary(article, plain), body(article, marked));
  }

  private String body(Article article, URI address) {
    if (article.bodyHtml().isEmpty()) {
      return "";
    }
    return article.bodyHtml()
        + "<p>"
        + escaped(partner.byline())
        + " – <a href=\""
        + escaped(address.toASCIIString())
        + "\">"
        + escaped(partner.linkBack())
        + "</a></p>";
  }

  // Where the text comes along, the link stands there. Here people see the address itself, so it is
  // the short one.
  private String summary(Article article, URI address) {
    if (article.summary().isEmpty()) {
      return "";
    }
    String signed = article.summary() + " " + partner.byline();
    boolean hasText = partner.content() == Content.FULL && !article.bodyHtml().isEmpty();
    return hasText ? signed : signed + " – " + partner.linkBack() + ": " + address.toASCIIString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
