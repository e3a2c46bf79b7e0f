package vn.bantin.feed;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Article;
import vn.bantin.article.FoldedText;

/**
 * Which articles a partner may have.
 *
 * @param isOwnOnly whether only what the newsroom has reported itself
 * @param categories whose articles it may not have, slugs
 * @param tags whose articles it may not have, whatever their marks and capitals
 */
public record Rights(boolean isOwnOnly, Set<String> categories, Set<FoldedText> tags) {

  /** To everything. */
  public static final Rights ALL = new Rights(false, Set.of(), Set.of());

  /** Copies the sets. */
  public Rights {
    categories = Set.copyOf(categories);
    tags = Set.copyOf(tags);
  }

  /** Whether they keep no article back. */
  boolean isForAll() {
    return equals(ALL);
  }

  /** Whether they are to this article, too. */
  boolean include(Article article, Site site) {
    return (!isOwnOnly || isOwn(article.source(), site))
        && article.categories().stream().noneMatch(categories::contains)
        && article.tags().stream().map(FoldedText::of).noneMatch(tags::contains);
  }

  // A newsroom signs with its name, or with the address that it is found at.
  private static boolean isOwn(@Nullable String source, Site site) {
    if (source == null) {
      return true;
    }
    String host = site.home().getHost();
    String domain = site.authority().substring(0, site.authority().indexOf(','));
    return Stream.of(site.title(), host, host.replaceFirst("^www[.]", ""), domain)
        .map(FoldedText::of)
        .anyMatch(FoldedText.of(source)::equals);
  }
}
