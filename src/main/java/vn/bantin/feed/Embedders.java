package vn.bantin.feed;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Whose pages may show a feed as a part of themselves, beside the newsroom's own here. */
public sealed interface Embedders {

  /** Everybody's. */
  record Anyone() implements Embedders {}

  /**
   * Those of some sites.
   *
   * @param origins as browsers write them, such as {@code https://bao.example}, in order
   */
  record Only(Set<String> origins) implements Embedders {

    /** Copies the set. */
    public Only {
      origins = Collections.unmodifiableSet(new LinkedHashSet<>(origins));
    }
  }
}
