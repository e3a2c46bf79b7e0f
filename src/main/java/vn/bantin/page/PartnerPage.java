package vn.bantin.page;

import java.util.List;

/**
 * What a partner sees who shows articles elsewhere.
 *
 * @param title what people call the partner
 * @param sections its feeds, in order
 */
record PartnerPage(String title, List<Section> sections) {

  /** Copies the list. */
  PartnerPage {
    sections = List.copyOf(sections);
  }

  /**
   * A feed.
   *
   * @param title what it is called
   * @param addresses its own, by what they are called
   * @param sent how many articles are in it
   * @param kept those that are not because they fall short, newest first
   */
  record Section(String title, List<Link> addresses, int sent, List<Kept> kept) {

    /** Copies the lists. */
    Section {
      addresses = List.copyOf(addresses);
      kept = List.copyOf(kept);
    }
  }

  /**
   * An article that falls short.
   *
   * @param link the way to it
   * @param why whole sentences, in the language of the page
   */
  record Kept(Link link, List<String> why) {

    /** Copies the list. */
    Kept {
      why = List.copyOf(why);
    }
  }
}
