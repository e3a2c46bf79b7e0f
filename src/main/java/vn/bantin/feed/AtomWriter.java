package vn.bantin.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Article;
import vn.bantin.article.Media;

/** Atom 1.0, RFC 4287, with the tombstones of RFC 6721. */
final class AtomWriter {

  private static final Namespace TOMBSTONES =
      Namespace.getNamespace("at", "http://purl.org/atompub/tombstones/1.0");

  private static final int MAX_ZEROS = 9;

  /** Zones keep a whole number of these from UTC, from the earliest to the 105th. */
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private static final int EARLIEST_ZONE = -12 * 4;
  private static final int ZONES = 26 * 4 + 1;

  byte[] write(FeedSource source) {
    Feed feed = feed(source);
    feed.setEntries(source.articles().stream().map(a -> entry(source, a)).toList());
    return XmlOutput.write(feed, root -> finish(source, root));
  }

  private static Feed feed(FeedSource source) {
    Site site = source.site();
    FeedDefinition definition = source.definition();
    Feed feed = new Feed("atom_1.0");
    feed.setEncoding("UTF-8");
    feed.setId(source.id());
    feed.setTitle(definition.title());
    if (!definition.description().isEmpty()) {
      feed.setSubtitle(text("text", definition.description()));
    }
    feed.setUpdated(Date.from(source.changedAt()));
    feed.setAuthors(List.of(person(site.title())));
    feed.setRights(site.copyright());
    Image image = source.image();
    if (image != null) {
      feed.setLogo(image.url().toASCIIString());
    }
    Generator generator = new Generator();
    generator.setValue("Bantin");
    feed.setGenerator(generator);
    List<Link> links = new ArrayList<>();
    links.add(link("self", Format.ATOM.mediaType(), source.address(Format.ATOM)));
    source
        .links(Format.ATOM)
        .forEach((rel, href) -> links.add(link(rel, Format.ATOM.mediaType(), href)));
    feed.setOtherLinks(links);
    feed.setAlternateLinks(List.of(link("alternate", "text/html", site.home().toASCIIString())));
    return feed;
  }

  private static Entry entry(FeedSource source, Article article) {
    Entry entry = new Entry();
    entry.setId(source.addresses().articleId(article.id()));
    entry.setTitle(article.title());
    entry.setUpdated(XmlOutput.date(article.updated()));
    entry.setPublished(XmlOutput.date(article.published()));
    entry.setAuthors(article.authors().stream().map(AtomWriter::person).toList());
    entry.setCategories(categories(source, article));
    entry.setAlternateLinks(
        List.of(link("alternate", "text/html", source.addresses().article(article))));
    entry.setOtherLinks(article.media().stream().map(AtomWriter::enclosure).toList());
    if (!article.summary().isEmpty()) {
      entry.setSummary(text("text", article.summary()));
    }
    if (!article.bodyHtml().isEmpty() && (source.isFull() || article.summary().isEmpty())) {
      entry.setContents(List.of(text("html", article.publicHtml())));
    }
    if (article.source() != null) {
      DCModule module = new DCModuleImpl();
      module.setSource(article.source());
      entry.getModules().add(module);
    }
    return entry;
  }

  private static List<Category> categories(FeedSource source, Article article) {
    List<Category> categories = new ArrayList<>();
    for (String slug : article.categories()) {
      Category category = new Category();
      category.setTerm(slug);
      category.setScheme(source.addresses().categoryScheme());
      category.setLabel(source.site().label(slug));
      categories.add(category);
    }
    for (String tag : article.tags()) {
      Category category = new Category();
      category.setTerm(tag);
      categories.add(category);
    }
    return categories;
  }

  private static Link enclosure(Media media) {
    Link link = link("enclosure", media.type(), media.url().toASCIIString());
    link.setTitle(media.caption());
    if (media.length() != null) {
      link.setLength(media.length());
    }
    return link;
  }

  private static Link link(String rel, @Nullable String type, String href) {
    Link link = new Link();
    link.setRel(rel);
    link.setType(type);
    link.setHref(href);
    return link;
  }

  private static SyndPerson person(String name) {
    Person person = new Person();
    person.setName(name);
    return person;
  }

  private static Content text(String type, String value) {
    Content content = new Content();
    content.setType(type);
    content.setValue(value);
    return content;
  }

  private static void finish(FeedSource source, Element root) {
    FeedDefinition definition = source.definition();
    root.setAttribute("lang", definition.language(), Namespace.XML_NAMESPACE);
    XmlOutput.set(
        root,
        "updated",
        XmlOutput.ATOM,
        XmlOutput.rfc3339(XmlOutput.at(source.changedAt(), source.site().zone())));
    List<Element> entries = root.getChildren("entry", XmlOutput.ATOM);
    Map<Instant, Integer> times = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Article article = source.articles().get(i);
      Element entry = entries.get(i);
      int same = times.merge(article.updated().toInstant(), 1, Integer::sum) - 1;
      XmlOutput.set(entry, "updated", XmlOutput.ATOM, distinct(article.updated(), same));
      XmlOutput.set(entry, "published", XmlOutput.ATOM, XmlOutput.rfc3339(article.published()));
      if (!article.language().equals(definition.language())) {
        entry.setAttribute("lang", article.language(), Namespace.XML_NAMESPACE);
      }
      XmlOutput.onLines(entry, "    ");
    }
    XmlOutput.mark(source, root);
    bury(source, root);
    XmlOutput.onLines(root, "  ");
  }

  private static void bury(FeedSource source, Element root) {
    for (Tombstone tombstone : source.gone()) {
      root.addNamespaceDeclaration(TOMBSTONES);
      Element deleted =
          new Element("deleted-entry", TOMBSTONES)
              .setAttribute("ref", source.addresses().articleId(tombstone.article()))
              .setAttribute(
                  "when", XmlOutput.rfc3339(XmlOutput.at(tombstone.at(), source.site().zone())));
      if (tombstone.reason() != null) {
        deleted.addContent(new Element("comment", TOMBSTONES).setText(tombstone.reason()));
      }
      root.addContent(deleted);
    }
  }

  // Two entries whose "updated" reads the same look like a mistake to validators. RFC 3339 §5.6
  // lets the one instant be spelled with more or fewer zeros, of which programs read up to nine,
  // and on the clock of any zone.
  private static String distinct(OffsetDateTime updated, int same) {
    if (same == 0) {
      return XmlOutput.rfc3339(updated);
    }
    int zeros = same % (MAX_ZEROS + 1);
    String text = XmlOutput.rfc3339(onAnotherClock(updated, same / (MAX_ZEROS + 1)));
    int seconds = "2026-01-01T00:00:00".length();
    String fraction = zeros == 0 ? "" : "." + "0".repeat(zeros);
    return text.substring(0, seconds) + fraction + text.substring(seconds);
  }

  private static OffsetDateTime onAnotherClock(OffsetDateTime time, int quarters) {
    if (quarters == 0) {
      return time;
    }
    int quarter = (int) QUARTER.toSeconds();
    int own = Math.floorDiv(time.getOffset().getTotalSeconds(), quarter);
    int shifted = Math.floorMod(own - EARLIEST_ZONE + quarters, ZONES) + EARLIEST_ZONE;
    return time.withOffsetSameInstant(ZoneOffset.ofTotalSeconds(shifted * quarter));
  }
}
