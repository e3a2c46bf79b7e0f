package vn.bantin.page;

import java.util.List;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.Delivery;
import vn.bantin.feed.Page;
import vn.bantin.feed.Partner;
import vn.bantin.feed.Shortfall;
import vn.bantin.feed.Site;

/** Writes what partners see who show articles elsewhere. */
final class PartnerPageWriter {

  private PartnerPageWriter() {}

  /**
   * The page of a partner.
   *
   * @param addresses with the partner's key
   */
  static byte[] write(
      Site site, Addresses addresses, Partner partner, List<Delivery> deliveries, Page page) {
    PartnerPage content =
        new PartnerPage(
            partner.title(),
            deliveries.stream().map(delivery -> section(delivery, addresses, page)).toList());
    Shell shell =
        new Shell(
            page,
            site,
            addresses,
            "website",
            partner.title() + " – " + site.title(),
            "",
            null,
            null,
            List.of(),
            "",
            null);
    return Html.bytes(out -> JtepartnerGenerated.render(out, Html.PLAIN, shell, content));
  }

  private static PartnerPage.Section section(Delivery delivery, Addresses addresses, Page page) {
    return new PartnerPage.Section(
        delivery.feed().title(),
        Subscription.addresses(delivery.feed(), addresses),
        delivery.sent().size(),
        delivery.kept().stream().map(kept -> kept(kept, addresses, page)).toList());
  }

  private static PartnerPage.Kept kept(Delivery.Kept kept, Addresses addresses, Page page) {
    return new PartnerPage.Kept(
        new Link(kept.article().title(), addresses.local(addresses.article(kept.article()))),
        kept.why().stream().map(why -> sentence(why, page)).toList());
  }

  private static String sentence(Shortfall why, Page page) {
    return Texts.of(page).say("partner.short." + why.rule().code(), why.found(), why.bound());
  }
}
