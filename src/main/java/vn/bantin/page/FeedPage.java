package vn.bantin.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as a page.
 *
 * @param title the feed's
 * @param description in a sentence or two
 * @param language BCP 47 tag when it is not the page's; null when it is
 * @param updated when it last changed, as people write it; empty on results
 * @param datetime the same for programs
 * @param note what this part of it is; null on the feed itself
 * @param entries its articles
 * @param ways to other parts of it
 * @param subscription null where there is nothing to subscribe to
 * @param embedding null where there is nothing to embed
 */
record FeedPage(
    String title,
    String description,
    @Nullable String language,
    String updated,
    String datetime,
    @Nullable String note,
    List<Entry> entries,
    List<Link> ways,
    @Nullable Subscription subscription,
    @Nullable Embedding embedding) {}
