package vn.bantin.article;

import java.util.List;

/**
 * An article's whole life: who changed what when, and which feeds carried it meanwhile.
 *
 * @param revisions the oldest first, at least one
 * @param carriages in the order in which they began
 */
public record History(List<Revision> revisions, List<Carriage> carriages) {

  /** Copies the lists. */
  public History {
    revisions = List.copyOf(revisions);
    carriages = List.copyOf(carriages);
  }
}
