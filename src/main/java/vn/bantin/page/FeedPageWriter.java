package vn.bantin.page;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.Archive;
import vn.bantin.feed.BuiltFeed;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.FeedSource;
import vn.bantin.feed.Format;
import vn.bantin.feed.Page;
import vn.bantin.feed.Results;
import vn.bantin.feed.Union;

/** Writes feeds, pages of archives, and results of searches. */
final class FeedPageWriter {

  private FeedPageWriter() {}

  /** A feed, a page of its archive, or results of a search. */
  static BuiltFeed write(FeedSource source, Page page) {
    FeedDefinition feed = source.definition();
    OffsetDateTime changed = source.changedAt().atOffset(ZoneOffset.UTC);
    Addresses addresses = source.addresses();
    String root = addresses.root();
    boolean isResults = source.paging() instanceof Results;
    FeedPage content =
        new FeedPage(
            feed.title(),
            feed.description(),
            feed.language().equals(page.language()) ? null : feed.language(),
            isResults ? "" : Dates.text(changed, source.site().zone(), page),
            Dates.machine(changed, source.site().zone()),
            note(source, page),
            entries(source, page),
            ways(source, page),
            isResults ? null : Subscription.to(feed, addresses),
            isResults || Union.isNamedBy(feed.name()) ? null : Embedding.of(feed, addresses, root));
    String query = source.paging() instanceof Results results ? results.query() : "";
    Shell shell =
        new Shell(
            page,
            source.site(),
            addresses,
            "website",
            isResults ? feed.title() : feed.title() + " – " + source.site().title(),
            feed.description(),
            canonical(source, page),
            Shell.address(source.image()),
            alternates(source),
            query,
            null);
    return new BuiltFeed(
        Html.bytes(out -> JtefeedGenerated.render(out, Html.PLAIN, shell, content)),
        source.articles().size(),
        List.of());
  }

  private static List<Entry> entries(FeedSource source, Page page) {
    Addresses addresses = source.addresses();
    String language = source.definition().language();
    return source.articles().stream()
        .map(article ->
            Entry.of(
                article,
                addresses.local(addresses.article(article)),
                language,
                source.site().zone(),
                page))
        .toList();
  }

  private static @Nullable String note(FeedSource source, Page page) {
    Texts texts = Texts.of(page);
    return switch (source.paging()) {
      case Archive archive when archive.isPage() ->
          texts.say("archive.page", archive.page(), archive.last());
      case Archive _ -> null;
      case Results results -> texts.say("results.count", results.total());
      case null -> null;
    };
  }

  private static List<Link> ways(FeedSource source, Page page) {
    List<Link> ways = new ArrayList<>();
    for (Map.Entry<String, String> link : source.links(page).entrySet()) {
      String text = Texts.of(page).find("way." + link.getKey());
      if (text != null) {
        ways.add(new Link(text, source.addresses().local(link.getValue())));
      }
    }
    return ways;
  }

  private static List<Alternate> alternates(FeedSource source) {
    List<Alternate> alternates = new ArrayList<>();
    FeedDefinition feed = source.definition();
    for (Format format : Format.values()) {
      alternates.add(new Alternate(format.mediaType(), feed.title(), null, source.address(format)));
    }
    for (Page other : Page.values()) {
      alternates.add(new Alternate(null, null, other.language(), source.address(other)));
    }
    if (!(source.paging() instanceof Results) && !Union.isNamedBy(feed.name())) {
      alternates.add(
          new Alternate(
              "application/json+oembed",
              feed.title(),
              null,
              Embedding.oembed(source.addresses(), feed, "json")));
      alternates.add(
          new Alternate(
              "text/xml+oembed",
              feed.title(),
              null,
              Embedding.oembed(source.addresses(), feed, "xml")));
    }
    return alternates;
  }

  private static @Nullable String canonical(FeedSource source, Page page) {
    return switch (source.paging()) {
      case Archive archive when archive.isPage() -> source.address(page);
      case Results _ -> null;
      case Archive _ -> source.addresses().page(source.definition().name());
      case null -> source.addresses().page(source.definition().name());
    };
  }
}
