package vn.bantin.http;

import java.util.Random;
import java.util.stream.IntStream;
import vn.bantin.article.Article;
import vn.bantin.article.Articles;

/** A feed that no pair of socket buffers holds. */
public final class LargeFeed {

  /** Its address. */
  public static final String ATOM = "/feeds/dan-van.atom";

  private static final int ARTICLES = 24;
  private static final int WORDS = 20_000;

  private LargeFeed() {}

  /** The articles of {@link #ATOM}. */
  public static Article[] articles() {
    return IntStream.range(0, ARTICLES).mapToObj(LargeFeed::article).toArray(Article[]::new);
  }

  private static Article article(int number) {
    Random random = new Random(number);
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < WORDS; i++) {
      body.append(Long.toString(random.nextLong(Long.MAX_VALUE), 36)).append(' ');
    }
    Article article = Articles.article("lon-" + number, "dan-van", number);
    return Articles.saying(article, "<p>" + body + "</p>");
  }
}
