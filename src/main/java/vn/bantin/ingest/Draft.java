package vn.bantin.ingest;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Media;

/**
 * An article as it was found, before {@link DraftCleaner} has seen it.
 *
 * @param id the newsroom's own
 * @param title plain text
 * @param summary plain text; empty to have it made of the body
 * @param bodyHtml HTML of any quality
 * @param url canonical address; null when there is none
 * @param authors names, in order
 * @param categories slugs, in order
 * @param tags free words, in order
 * @param language BCP 47 tag; null for the newsroom's
 * @param source who reported it; null for the newsroom itself
 * @param published first made public
 * @param updated last changed; null when never
 * @param media in order
 * @param standing its own life
 */
record Draft(
    ArticleId id,
    String title,
    String summary,
    String bodyHtml,
    @Nullable URI url,
    List<String> authors,
    List<String> categories,
    List<String> tags,
    @Nullable String language,
    @Nullable String source,
    OffsetDateTime published,
    @Nullable OffsetDateTime updated,
    List<Media> media,
    Standing standing)
    implements Drafting {

  Draft {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
    media = List.copyOf(media);
  }
}
