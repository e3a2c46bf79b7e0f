package vn.bantin.feed;

import com.rometools.modules.atom.modules.AtomLinkModuleImpl;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.module.SyModule;
import com.rometools.rome.feed.module.SyModuleImpl;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Article;
import vn.bantin.article.Media;

/**
 * RSS 2.0 with the content, Dublin Core, media, syndication and Atom modules. It has no word for
 * what is gone, and leaves that out; to partners, who are told the reason, it is an item that has
 * nothing else.
 */
final class RssWriter {

  private static final Namespace CONTENT =
      Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
  private static final Namespace ATOM =
      Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");

  /** The category of an item that tells partners why another is gone. */
  private static final String WITHDRAWN = "withdrawn";

  byte[] write(FeedSource source) {
    Channel channel = channel(source);
    channel.setItems(source.articles().stream().map(a -> item(source, a)).toList());
    return XmlOutput.write(channel, root -> finish(source, root));
  }

  private static Channel channel(FeedSource source) {
    Site site = source.site();
    FeedDefinition definition = source.definition();
    Channel channel = new Channel("rss_2.0");
    channel.setEncoding("UTF-8");
    channel.setTitle(definition.title());
    channel.setLink(site.home().toASCIIString());
    channel.setDescription(definition.description());
    channel.setLanguage(definition.language());
    channel.setCopyright(site.copyright());
    if (site.contact() != null) {
      channel.setManagingEditor(site.contact() + " (" + site.title() + ")");
    }
    channel.setLastBuildDate(Date.from(source.changedAt()));
    channel.setGenerator("Bantin");
    channel.setTtl(Math.toIntExact(definition.ttl().toMinutes()));
    channel.setImage(image(source));
    channel.setModules(List.of(links(source), rhythm(definition.ttl())));
    return channel;
  }

  private static com.rometools.rome.feed.rss.@Nullable Image image(FeedSource source) {
    Image image = source.image();
    if (image == null) {
      return null;
    }
    var rss = new com.rometools.rome.feed.rss.Image();
    rss.setUrl(image.url().toASCIIString());
    rss.setTitle(source.definition().title());
    rss.setLink(source.site().home().toASCIIString());
    rss.setWidth(image.width());
    rss.setHeight(image.height());
    return rss;
  }

  private static AtomLinkModuleImpl links(FeedSource source) {
    List<Link> links = new ArrayList<>();
    links.add(link("self", source.address(Format.RSS)));
    source.links(Format.RSS).forEach((rel, href) -> links.add(link(rel, href)));
    AtomLinkModuleImpl module = new AtomLinkModuleImpl();
    module.setLinks(links);
    return module;
  }

  private static Link link(String rel, String href) {
    Link link = new Link();
    link.setRel(rel);
    link.setType(Format.RSS.mediaType());
    link.setHref(href);
    return link;
  }

  private static SyModule rhythm(Duration ttl) {
    SyModule module = new SyModuleImpl();
    boolean often = ttl.compareTo(Duration.ofHours(1)) <= 0;
    Duration period = often ? Duration.ofHours(1) : Duration.ofDays(1);
    module.setUpdatePeriod(often ? SyModule.HOURLY : SyModule.DAILY);
    module.setUpdateFrequency(Math.max(1, Math.toIntExact(period.dividedBy(ttl))));
    return module;
  }

  private static Item item(FeedSource source, Article article) {
    Item item = new Item();
    item.setTitle(article.title());
    item.setLink(source.addresses().article(article));
    Guid guid = new Guid();
    guid.setValue(source.addresses().articleId(article.id()));
    guid.setPermaLink(false);
    item.setGuid(guid);
    item.setPubDate(XmlOutput.date(article.published()));
    Description description = new Description();
    description.setValue(descriptionHtml(article));
    item.setDescription(description);
    item.setCategories(categories(source, article));
    item.setEnclosures(enclosures(article));
    item.getModules().add(dublinCore(article));
    if (!article.media().isEmpty()) {
      item.getModules().add(MediaRss.module(article.media()));
    }
    return item;
  }

  private static String descriptionHtml(Article article) {
    return article.summary().isEmpty()
        ? article.publicHtml()
        : article.summary().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static List<Category> categories(FeedSource source, Article article) {
    List<Category> categories = new ArrayList<>();
    for (String slug : article.categories()) {
      Category category = new Category();
      category.setDomain(source.addresses().categoryScheme());
      category.setValue(source.site().label(slug));
      categories.add(category);
    }
    for (String tag : article.tags()) {
      Category category = new Category();
      category.setValue(tag);
      categories.add(category);
    }
    return categories;
  }

  // One enclosure is all that readers agree on: what plays before what is looked at. RSS demands a
  // length, so that media of unknown length are named in the media module alone.
  private static List<Enclosure> enclosures(Article article) {
    List<Media> known = article.media().stream().filter(m -> m.length() != null).toList();
    return known.stream()
        .filter(m -> !m.kind().equals("image"))
        .findFirst()
        .or(() -> known.stream().findFirst())
        .map(RssWriter::enclosure)
        .map(List::of)
        .orElseGet(List::of);
  }

  private static Enclosure enclosure(Media media) {
    Enclosure enclosure = new Enclosure();
    enclosure.setUrl(media.url().toASCIIString());
    enclosure.setType(media.type());
    Long length = media.length();
    enclosure.setLength(length == null ? 0 : length);
    return enclosure;
  }

  private static DCModule dublinCore(Article article) {
    DCModule module = new DCModuleImpl();
    module.setCreators(article.authors());
    if (article.source() != null) {
      module.setSource(article.source());
    }
    return module;
  }

  // Added last, by hand: ROME puts foreign markup before the description, which validators call the
  // wrong way round, and writes content:encoded as CDATA, which cannot hold "]]>".
  private static List<Element> extensions(FeedSource source, Article article) {
    List<Element> elements = new ArrayList<>();
    if (!article.updated().equals(article.published())) {
      elements.add(new Element("updated", ATOM).setText(XmlOutput.rfc3339(article.updated())));
    }
    if (source.isFull() && !article.bodyHtml().isEmpty() && !article.summary().isEmpty()) {
      elements.add(new Element("encoded", CONTENT).setText(article.publicHtml()));
    }
    return elements;
  }

  private static void bury(FeedSource source, Element channel) {
    for (Tombstone tombstone : source.gone()) {
      String reason = tombstone.reason();
      if (reason != null) {
        Element item = new Element("item");
        item.addContent(new Element("title").setText(reason));
        item.addContent(new Element("category").setText(WITHDRAWN));
        item.addContent(
            new Element("guid")
                .setAttribute("isPermaLink", "false")
                .setText(source.addresses().articleId(tombstone.article())));
        XmlOutput.onLines(item, "      ");
        channel.addContent(item);
      }
    }
  }

  private static void finish(FeedSource source, Element root) {
    Element channel = root.getChild("channel");
    XmlOutput.set(
        channel,
        "lastBuildDate",
        Namespace.NO_NAMESPACE,
        XmlOutput.rfc822(XmlOutput.at(source.changedAt(), source.site().zone())));
    List<Element> items = channel.getChildren("item");
    for (int i = 0; i < items.size(); i++) {
      Article article = source.articles().get(i);
      XmlOutput.set(
          items.get(i), "pubDate", Namespace.NO_NAMESPACE, XmlOutput.rfc822(article.published()));
      items.get(i).addContent(extensions(source, article));
      XmlOutput.onLines(items.get(i), "      ");
    }
    bury(source, channel);
    XmlOutput.mark(source, channel);
    XmlOutput.onLines(channel, "    ");
    XmlOutput.onLines(root, "  ");
  }
}
