package vn.bantin.page;

import java.util.List;
import vn.bantin.article.Article;
import vn.bantin.feed.Addresses;
import vn.bantin.feed.BuiltFeed;
import vn.bantin.feed.Embed;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.FeedSource;
import vn.bantin.feed.Page;

/** Writes parts of other people's pages. */
final class EmbedWriter {

  private EmbedWriter() {}

  /** A feed's newest articles for somebody else's page. */
  static BuiltFeed write(FeedSource source, Embed embed) {
    FeedDefinition feed = source.definition();
    Addresses addresses = source.addresses();
    Page page = Page.inLanguage(feed.language(), source.site());
    List<Article> articles =
        source.articles().subList(0, Math.min(embed.limit(), source.articles().size()));
    Widget widget =
        new Widget(
            page,
            feed.title(),
            addresses.page(feed.name()),
            source.site().title(),
            feed.language(),
            articles.stream()
                .map(article ->
                    Entry.of(
                        article,
                        addresses.article(article),
                        feed.language(),
                        source.site().zone(),
                        page))
                .toList(),
            embed,
            addresses.base() + Assets.EMBED_STYLE.path());
    byte[] bytes =
        switch (embed.form()) {
          case FRAGMENT -> Html.bytes(out -> JtefragmentGenerated.render(out, Html.PLAIN, widget));
          case FRAME -> {
            String script = addresses.root() + Assets.FRAME_SCRIPT.path();
            String style = addresses.root() + Assets.EMBED_STYLE.path();
            yield Html.bytes(
                out -> JteframeGenerated.render(out, Html.PLAIN, widget, style, script));
          }
          case ENTRIES -> EntriesJson.of(widget);
        };
    return new BuiltFeed(bytes, articles.size(), List.of());
  }
}
