package vn.bantin.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be taken in.
 *
 * @param name what people call it, such as the path of a file
 * @param bytes all of it; not copied
 * @param kind null to find it out by content
 * @param categories slugs that are added to the article's own
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Item(String name, byte[] bytes, @Nullable Kind kind, List<String> categories) {

  /** Copies the categories. */
  public Item {
    categories = List.copyOf(categories);
  }
}
