package vn.bantin.feed;

import java.util.ArrayList;
import java.util.List;
import vn.bantin.article.Article;
import vn.bantin.feed.BuiltFeed.LeftOut;

/** Builds a feed; an article that cannot be written is left out and never takes the rest along. */
public final class FeedBuilder {

  /**
   * Which bytes the writers make of a source: raised whenever the same source gives other bytes, so
   * that every feed's version moves.
   */
  public static final int REVISION = 2;

  private final RssWriter rss = new RssWriter();
  private final AtomWriter atom = new AtomWriter();
  private final JsonFeedWriter json = new JsonFeedWriter();

  /** The feed in the given format. */
  public BuiltFeed build(FeedSource source, Format format) {
    try {
      return new BuiltFeed(write(source, format), source.articles().size(), List.of());
    } catch (RuntimeException _) {
      return withoutTheBad(source, format);
    }
  }

  private BuiltFeed withoutTheBad(FeedSource source, Format format) {
    List<Article> good = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Article article : source.articles()) {
      try {
        write(source.with(List.of(article)), format);
        good.add(article);
      } catch (RuntimeException e) {
        leftOut.add(new LeftOut(article.id(), String.valueOf(e.getMessage())));
      }
    }
    return new BuiltFeed(write(source.with(good), format), good.size(), leftOut);
  }

  private byte[] write(FeedSource source, Format format) {
    return switch (format) {
      case RSS -> rss.write(source);
      case ATOM -> atom.write(source);
      case JSON -> json.write(source);
    };
  }
}
