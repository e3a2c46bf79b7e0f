package vn.bantin.purge;

/**
 * The names under which caches keep answers, so that all copies of a feed can be thrown away at
 * once: every format and coding, negotiated or not, and every union that it is in.
 *
 * <p>A cache may keep answers of other servers too, so all names begin with ours.
 */
public final class CacheKey {

  /** Of every answer that a cache may keep. */
  public static final String ALL = "bantin";

  /** Of every answer with results of a search. */
  static final String SEARCH = of("search");

  private CacheKey() {}

  /** Of every answer with entries of the feed. */
  public static String of(String feed) {
    return ALL + ":" + feed;
  }
}
