package vn.bantin.store;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Placement;

/**
 * What is known of the rules that the feeds were defined with, so that not every write reads them
 * all: they stand as long as no feed has been given another look, which changed rules do as well.
 */
final class RulesInForce {

  private volatile @Nullable Known known;

  /**
   * Makes sure that the placement goes by the rules that the feeds were defined with; to be called
   * before the transaction changes anything.
   *
   * @throws StaleRulesException if it goes by others
   */
  void require(Transaction transaction, Placement placement) {
    Map<String, String> ours = placement.rules();
    if (ours.isEmpty()) {
      return;
    }
    Known last = known;
    Map<String, String> theirs =
        last != null && stillStands(transaction, last.asOf)
            ? last.rules
            : new FeedDefiner(transaction, placement).rules();
    // Who keeps one map and gives it each time is not asked to compare it.
    if (!ours.equals(theirs)) {
      throw new StaleRulesException(differing(ours, theirs));
    }
    known = new Known(transaction.before(), ours);
  }

  // Cheap by the index on changed_seq, which a new look moves too: few feeds have moved since.
  private static boolean stillStands(Transaction transaction, long asOf) {
    return transaction
        .handle()
        .createQuery("SELECT name FROM feed WHERE changed_seq > ? AND look_seq > ? LIMIT 1")
        .bind(0, asOf)
        .bind(1, asOf)
        .mapTo(String.class)
        .findOne()
        .isEmpty();
  }

  private static Set<String> differing(Map<String, String> ours, Map<String, String> theirs) {
    Set<String> names = new TreeSet<>(ours.keySet());
    names.addAll(theirs.keySet());
    names.removeIf(name -> Objects.equals(ours.get(name), theirs.get(name)));
    return names;
  }

  /**
   * Rules that were in force.
   *
   * @param asOf the number of the last change before they were looked at
   */
  private record Known(long asOf, Map<String, String> rules) {}
}
