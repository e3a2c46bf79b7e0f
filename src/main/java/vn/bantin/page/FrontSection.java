package vn.bantin.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed on the front page.
 *
 * @param title the feed's
 * @param href its page
 * @param language BCP 47 tag when it is not the page's; null when it is
 * @param description in a sentence or two
 * @param entries its newest articles
 * @param subscription how to subscribe
 */
record FrontSection(
    String title,
    String href,
    @Nullable String language,
    String description,
    List<Entry> entries,
    Subscription subscription) {}
