package vn.bantin.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Article;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.BuiltFeed;
import vn.bantin.feed.Delivery;
import vn.bantin.feed.Embed;
import vn.bantin.feed.FeedSource;
import vn.bantin.feed.FrontPage;
import vn.bantin.feed.Page;
import vn.bantin.feed.Partner;
import vn.bantin.feed.Site;

/** Writes pages, and parts of other people's pages; the same source gives the same bytes. */
public final class PageWriter {

  /** The front page. */
  public BuiltFeed front(FrontPage front, Page page) {
    return FrontPageWriter.write(front, page);
  }

  /** A feed, a page of its archive, or results of a search. */
  public BuiltFeed feed(FeedSource source, Page page) {
    return FeedPageWriter.write(source, page);
  }

  /** A feed's newest articles for somebody else's page. */
  public BuiltFeed embed(FeedSource source, Embed embed) {
    return EmbedWriter.write(source, embed);
  }

  /** An article that has no page elsewhere. */
  public BuiltFeed article(Site site, Addresses addresses, Article article, Page page) {
    return ArticlePageWriter.write(site, addresses, article, page);
  }

  /**
   * A frame to be put into a page.
   *
   * @param address of what it shows
   * @param width in pixels
   * @param height in pixels
   */
  public String frame(String address, String title, int width, int height) {
    return Embedding.frame(address, title, width, height);
  }

  /**
   * What a partner sees who shows articles elsewhere.
   *
   * @param addresses with the partner's key
   * @param deliveries what it gets of each of its feeds
   */
  public byte[] partner(
      Site site, Addresses addresses, Partner partner, List<Delivery> deliveries, Page page) {
    return PartnerPageWriter.write(site, addresses, partner, deliveries, page);
  }

  /**
   * What went wrong, for people.
   *
   * @param title in English, where there is no other text for the code
   * @param hint the same
   */
  public byte[] problem(int status, String code, String title, String hint, Page page) {
    Texts texts = Texts.of(page);
    String said = orElse(texts.find("problem." + code), title);
    String advice = orElse(texts.find("problem." + code + ".hint"), hint);
    Shell shell = new Shell(page, null, null, "website", said, "", null, null, List.of(), "", null);
    return Html.bytes(
        out -> JteproblemGenerated.render(out, Html.PLAIN, shell, advice, status, code));
  }

  private static String orElse(@Nullable String text, String other) {
    return text == null ? other : text;
  }
}
