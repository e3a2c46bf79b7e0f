package vn.bantin.feed;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All who show the newsroom's articles elsewhere. No part of {@link Site}: no public feed looks
 * other when one of them comes or goes.
 *
 * @param all by name
 * @param isEmbeddingTheirs whether only they may show feeds as parts of their pages
 */
public record Partners(List<Partner> all, boolean isEmbeddingTheirs) {

  /** None, and feeds as parts of anybody's pages. */
  public static final Partners NONE = new Partners(List.of(), false);

  /** Copies the list. */
  public Partners {
    all = List.copyOf(all);
  }

  /** The partner of the given name; empty when there is none. */
  public Optional<Partner> named(String name) {
    return all.stream().filter(partner -> partner.name().equals(name)).findFirst();
  }

  /**
   * Whose pages may show a feed.
   *
   * @param feeds its name, or those of the members of a union
   */
  Embedders embedders(Collection<String> feeds) {
    if (!isEmbeddingTheirs) {
      return new Embedders.Anyone();
    }
    Set<String> origins = new LinkedHashSet<>();
    all.stream()
        .filter(partner -> partner.feeds().containsAll(feeds))
        .forEach(partner -> origins.addAll(partner.origins()));
    return new Embedders.Only(origins);
  }
}
