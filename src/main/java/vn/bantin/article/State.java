package vn.bantin.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where an article stands in its life. */
public enum State {
  /** Being written; nobody outside sees it. */
  DRAFT,
  /** Waiting for its time. */
  SCHEDULED,
  /** Visible to named partners before everybody else. */
  EMBARGOED,
  /** Public. */
  LIVE,
  /** Public, with a correction. */
  CORRECTED,
  /** Taken back by the newsroom, with a reason. */
  WITHDRAWN,
  /** Past its time. */
  EXPIRED;

  /** Whether feeds carry an article in this state. */
  public boolean isPublic() {
    return switch (this) {
      case LIVE, CORRECTED -> true;
      case DRAFT, SCHEDULED, EMBARGOED, WITHDRAWN, EXPIRED -> false;
    };
  }

  /** Whether the clock brings an article from the other state to this one. */
  public boolean isFurtherThan(State other) {
    return turns() > other.turns() && other.turns() > 0;
  }

  // Counted along the way that the clock takes an article; 0 where it takes it no way.
  private int turns() {
    return switch (this) {
      case DRAFT, CORRECTED, WITHDRAWN -> 0;
      case SCHEDULED -> 1;
      case EMBARGOED -> 2;
      case LIVE -> 3;
      case EXPIRED -> 4;
    };
  }

  /** The name used outside: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names used outside, with commas between. */
  public static String wireNames() {
    return Arrays.stream(values()).map(State::wireName).collect(Collectors.joining(", "));
  }

  /** The state with the given {@link #wireName()}, in letters of any case; empty for none. */
  public static Optional<State> named(@Nullable String name) {
    return Arrays.stream(values()).filter(s -> s.name().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * The state with the given {@link #wireName()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static State ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
