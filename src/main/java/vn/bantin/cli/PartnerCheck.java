package vn.bantin.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.bantin.article.Article;
import vn.bantin.feed.Delivery;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Partner;
import vn.bantin.feed.Shortfall;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.FeedContents;
import vn.bantin.store.FeedEntry;

/** Tells which articles a partner does not get because of what it demands, and why. */
final class PartnerCheck {

  private final FeedCatalog catalog;
  private final Partner partner;
  private final PrintWriter out;

  PartnerCheck(FeedCatalog catalog, Partner partner, PrintWriter out) {
    this.catalog = catalog;
    this.partner = partner;
    this.out = out;
  }

  /** What to say to a person who names a partner that is not there. */
  static String noSuchPartner(String name, FeedCatalog catalog) {
    List<String> names = catalog.partners().all().stream().map(Partner::name).toList();
    String hint =
        names.isEmpty()
            ? "write partners/" + name + ".yaml in the newsroom's folder"
            : "write one of " + String.join(", ", names);
    return "no-such-partner: there is no partner " + name + " (" + hint + ")";
  }

  /** Tells all, and whether every article is what the partner takes. */
  boolean tell(ArticleStore store, Instant now) {
    boolean isGood = true;
    for (String name : partner.feeds()) {
      Delivery delivery = delivery(store, catalog.feed(name).orElseThrow(), now);
      delivery.kept().forEach(kept -> tell(name, kept));
      out.printf(
          "%s: %d sent, %d %s short%n",
          name,
          delivery.sent().size(),
          delivery.kept().size(),
          delivery.kept().size() == 1 ? "falls" : "fall");
      isGood &= delivery.kept().isEmpty();
    }
    return isGood;
  }

  private Delivery delivery(ArticleStore store, FeedDefinition feed, Instant now) {
    Optional<FeedContents> contents = store.feed(feed.name(), partner.reach());
    List<Article> articles =
        contents.map(FeedContents::entries).orElse(List.of()).stream()
            .map(FeedEntry::article)
            .toList();
    return Delivery.of(partner, catalog.site(), feed, articles, now);
  }

  private void tell(String feed, Delivery.Kept kept) {
    out.println(feed + "  " + kept.article().id() + "  " + kept.article().title());
    for (Shortfall why : kept.why()) {
      out.println("  " + why.rule().code() + ": " + why.sentence());
    }
  }
}
