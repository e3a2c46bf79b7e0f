package vn.bantin.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same bytes of a feed in every coding that is ready.
 *
 * @param identity without coding
 * @param gzip in gzip
 * @param brotli in brotli; null while its library is not loaded
 * @param effort what was spent on the coded bytes; after {@link Effort#BEST} none better follow
 * @param byPreference what is ready, the one to send first when a client likes them all
 */
public record Codings(
    Representation identity,
    Representation gzip,
    @Nullable Representation brotli,
    Effort effort,
    List<Coding> byPreference) {

  private static final List<Coding> NO_BROTLI = List.of(Coding.GZIP, Coding.IDENTITY);
  private static final List<Coding> BROTLI_FIRST =
      List.of(Coding.BROTLI, Coding.GZIP, Coding.IDENTITY);
  private static final List<Coding> GZIP_FIRST =
      List.of(Coding.GZIP, Coding.BROTLI, Coding.IDENTITY);

  /** All that is ready. */
  static Codings of(
      Representation identity,
      Representation gzip,
      @Nullable Representation brotli,
      Effort effort) {
    return new Codings(identity, gzip, brotli, effort, preference(gzip, brotli));
  }

  private static List<Coding> preference(Representation gzip, @Nullable Representation brotli) {
    if (brotli == null) {
      return NO_BROTLI;
    }
    return brotli.length() <= gzip.length() ? BROTLI_FIRST : GZIP_FIRST;
  }

  /**
   * The bytes in the given coding.
   *
   * @throws IllegalArgumentException if it is not ready
   */
  public Representation in(Coding coding) {
    return switch (coding) {
      case IDENTITY -> identity;
      case GZIP -> gzip;
      case BROTLI -> {
        if (brotli == null) {
          throw new IllegalArgumentException("there is no brotli of " + identity.entityTag());
        }
        yield brotli;
      }
    };
  }

  /** The same, with the word that none better follow. */
  Codings settled() {
    return new Codings(identity, gzip, brotli, Effort.BEST, byPreference);
  }

  /** How much memory the bytes take. */
  int weight() {
    return identity.length() + gzip.length() + (brotli == null ? 0 : brotli.length());
  }
}
