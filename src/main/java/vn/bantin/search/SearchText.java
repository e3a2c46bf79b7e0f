package vn.bantin.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.bantin.article.Article;
import vn.bantin.article.Media;
import vn.bantin.article.Words;

/**
 * What an article is found by.
 *
 * @param all the words of its title, summary, body, authors, tags and captions
 * @param authors those of its authors alone
 */
public record SearchText(Words all, Words authors) {

  /** Stands between two texts, so that no phrase goes from one into the other. */
  private static final String APART = " \uF8FF ";

  private static final Pattern INLINE =
      Pattern.compile("</?(?:a|abbr|b|cite|code|em|i|mark|s|small|span|strong|sub|sup|u)\\b[^>]*>");
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>|&#?\\w+;");

  /** That of an article as readers see it. */
  public static SearchText of(Article article) {
    List<String> texts = new ArrayList<>();
    texts.add(article.title());
    texts.add(article.summary());
    texts.add(plain(article.publicHtml()));
    texts.addAll(article.authors());
    texts.addAll(article.tags());
    article.media().stream().map(Media::caption).filter(c -> c != null).forEach(texts::add);
    return new SearchText(apart(texts), apart(article.authors()));
  }

  // A letter that is larger than the rest of its word still belongs to it.
  private static String plain(String html) {
    return MARKUP.matcher(INLINE.matcher(html).replaceAll("")).replaceAll(" ");
  }

  private static Words apart(Collection<String> texts) {
    List<Words> words = texts.stream().map(Words::of).filter(w -> !w.isEmpty()).toList();
    return new Words(joined(words, Words::folded), joined(words, Words::marked));
  }

  private static String joined(List<Words> words, Function<Words, String> spelling) {
    return words.stream().map(spelling).collect(Collectors.joining(APART));
  }
}
