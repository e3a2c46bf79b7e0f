package vn.bantin.feed;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import vn.bantin.article.Article;

/** A sitemap of what is new, with Google's news extension, for crawlers. */
public final class NewsSitemap {

  /** Its media type. */
  public static final String MEDIA_TYPE = "application/xml; charset=utf-8";

  /** For how long an article is news. */
  public static final Duration NEWS = Duration.ofDays(2);

  /** The most articles that it may have. */
  public static final int MOST = 1_000;

  private static final Namespace SITEMAP =
      Namespace.getNamespace("http://www.sitemaps.org/schemas/sitemap/0.9");
  private static final Namespace GOOGLE =
      Namespace.getNamespace("news", "http://www.google.com/schemas/sitemap-news/0.9");

  private NewsSitemap() {}

  /** The sitemap of these articles. */
  public static byte[] of(Site site, Addresses addresses, List<Article> articles) {
    Element root = new Element("urlset", SITEMAP);
    root.addNamespaceDeclaration(GOOGLE);
    articles.forEach(article -> root.addContent(entry(site, addresses, article)));
    XmlOutput.onLines(root, "  ");
    return XmlOutput.bytes(new Document(root));
  }

  private static Element entry(Site site, Addresses addresses, Article article) {
    Element publication = new Element("publication", GOOGLE);
    publication.addContent(new Element("name", GOOGLE).setText(site.title()));
    publication.addContent(new Element("language", GOOGLE).setText(language(article)));
    Element news = new Element("news", GOOGLE);
    news.addContent(publication);
    news.addContent(
        new Element("publication_date", GOOGLE).setText(XmlOutput.rfc3339(article.published())));
    news.addContent(new Element("title", GOOGLE).setText(article.title()));
    Element url = new Element("url", SITEMAP);
    url.addContent(new Element("loc", SITEMAP).setText(addresses.article(article)));
    url.addContent(new Element("lastmod", SITEMAP).setText(XmlOutput.rfc3339(article.updated())));
    url.addContent(news);
    XmlOutput.onLines(url, "    ");
    return url;
  }

  // A language without region, but for Chinese, as the extension wants it.
  private static String language(Article article) {
    Locale locale = Locale.forLanguageTag(article.language());
    boolean isChinese = locale.getLanguage().equals("zh") && !locale.getCountry().isEmpty();
    return isChinese
        ? article.language().toLowerCase(Locale.ROOT)
        : locale.getLanguage().isEmpty() ? article.language() : locale.getLanguage();
  }
}
