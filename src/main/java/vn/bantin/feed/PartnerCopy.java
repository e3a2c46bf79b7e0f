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
    boolean hasText = partner.content() == Content.FULL && !article.bodyHtml().isEmpty();
    return article.elsewhere(
        marked, summary(article, plain, hasText), hasText ? body(article, marked) : "");
  }

  private String body(Article article, URI address) {
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
  // the short one. Who gets no texts gets none in place of a summary either.
  private String summary(Article article, URI address, boolean hasText) {
    String begins = article.summary().isEmpty() ? "" : article.summary() + " ";
    if (hasText) {
      return begins.isEmpty() ? "" : begins + partner.byline();
    }
    return begins + partner.byline() + " – " + partner.linkBack() + ": " + address.toASCIIString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
