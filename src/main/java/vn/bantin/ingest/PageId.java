package vn.bantin.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Slug;

/** The id of a page that brings none: {@code SOURCE:DATE:TITLE}, the same at every import. */
final class PageId {

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final String NO_SOURCE = "page";
  private static final int MAX_SOURCE = 60;

  private PageId() {}

  static ArticleId of(@Nullable String source, LocalDate date, String title) {
    String id = source(source) + ":" + date + ":" + title(title);
    if (id.length() > ArticleId.MAX_LENGTH) {
      int hyphen = id.lastIndexOf('-', ArticleId.MAX_LENGTH);
      boolean isInTitle = hyphen > id.lastIndexOf(':');
      id = id.substring(0, isInTitle ? hyphen : ArticleId.MAX_LENGTH);
    }
    return new ArticleId(id);
  }

  private static String source(@Nullable String source) {
    if (source == null) {
      return NO_SOURCE;
    }
    String name =
        HOST.matcher(source).matches() ? source.toLowerCase(Locale.ROOT) : ascii(Slug.of(source));
    if (name.isEmpty()) {
      return NO_SOURCE;
    }
    return name.length() <= MAX_SOURCE ? name : name.substring(0, MAX_SOURCE);
  }

  private static String title(String title) {
    String slug = ascii(Slug.of(title));
    return slug.isEmpty() ? digest(title) : slug;
  }

  private static String ascii(String slug) {
    return slug.replaceAll("[^a-z0-9-]", "").replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
