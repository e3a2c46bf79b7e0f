package vn.bantin.page;

import java.util.List;
import vn.bantin.article.Article;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.BuiltFeed;
import vn.bantin.feed.Page;
import vn.bantin.feed.Site;

/** Writes articles that have no page elsewhere. */
final class ArticlePageWriter {

  private ArticlePageWriter() {}

  /** An article that has no page elsewhere. */
  static BuiltFeed write(Site site, Addresses addresses, Article article, Page page) {
    Entry entry = Entry.of(article, addresses.article(article), page.language(), site.zone(), page);
    ArticlePage content =
        new ArticlePage(
            entry,
            article.language(),
            article.publicHtml(),
            ArticlePage.beside(article),
            article.categories().stream().map(site::label).toList());
    Picture picture = entry.picture();
    Shell shell =
        new Shell(
            page,
            site,
            addresses,
            "article",
            article.title(),
            article.summary(),
            addresses.article(article),
            picture == null ? Shell.address(site.image()) : picture.url(),
            List.of(),
            "",
            JsonLd.article(site, addresses, article));
    return new BuiltFeed(
        Html.bytes(out -> JtearticleGenerated.render(out, Html.PLAIN, shell, content)),
        1,
        List.of());
  }
}
