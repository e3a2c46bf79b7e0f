package vn.bantin.page;

import java.util.ArrayList;
import java.util.List;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.BuiltFeed;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Format;
import vn.bantin.feed.FrontPage;
import vn.bantin.feed.Page;
import vn.bantin.feed.Site;

/** Writes the front page. */
final class FrontPageWriter {

  private FrontPageWriter() {}

  /** The front page. */
  static BuiltFeed write(FrontPage front, Page page) {
    Site site = front.site();
    Addresses addresses = front.addresses();
    String root = addresses.root();
    List<Alternate> alternates = new ArrayList<>();
    front.sections().forEach(section -> alternates.addAll(feeds(section.feed(), addresses)));
    front.others().forEach(feed -> alternates.addAll(feeds(feed, addresses)));
    for (Page other : Page.values()) {
      alternates.add(new Alternate(null, null, other.language(), addresses.front(other)));
    }
    List<FrontSection> sections =
        front.sections().stream().map(section -> section(front, section, page)).toList();
    List<Link> others =
        front.others().stream()
            .map(feed -> new Link(feed.title(), root + "/feeds/" + feed.name()))
            .toList();
    Shell shell =
        new Shell(
            page,
            site,
            addresses,
            "website",
            site.title(),
            site.description(),
            addresses.base() + "/",
            Shell.address(site.image()),
            alternates,
            "",
            JsonLd.newsroom(site));
    byte[] bytes =
        Html.bytes(out ->
            JtefrontGenerated.render(out, Html.PLAIN, shell, sections, others, front.more()));
    int entries = sections.stream().mapToInt(section -> section.entries().size()).sum();
    return new BuiltFeed(bytes, entries, List.of());
  }

  private static FrontSection section(FrontPage front, FrontPage.Section section, Page page) {
    FeedDefinition feed = section.feed();
    Addresses addresses = front.addresses();
    return new FrontSection(
        feed.title(),
        addresses.root() + "/feeds/" + feed.name(),
        feed.language().equals(page.language()) ? null : feed.language(),
        feed.description(),
        section.articles().stream()
            .map(article ->
                Entry.of(
                    article,
                    addresses.local(addresses.article(article)),
                    feed.language(),
                    front.site().zone(),
                    page))
            .toList(),
        Subscription.to(feed, addresses));
  }

  private static List<Alternate> feeds(FeedDefinition feed, Addresses addresses) {
    List<Alternate> alternates = new ArrayList<>();
    for (Format format : Format.values()) {
      alternates.add(
          new Alternate(
              format.mediaType(), feed.title(), null, addresses.feed(feed.name(), format)));
    }
    return alternates;
  }
}
