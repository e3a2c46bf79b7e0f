package vn.bantin.feed;

import java.time.Duration;
import java.util.SequencedMap;

/** Where a document stands among others that continue it (RFC 5005). */
public sealed interface Paging permits Archive, Results {

  /** What is paged, by a name that stays: a tag of RFC 4151. */
  String id(Addresses addresses, String feed);

  /** Where the document is. */
  String address(Addresses addresses, String feed, View view);

  /** Where others are, by relation, in order. */
  SequencedMap<String, String> links(Addresses addresses, String feed, View view);

  /**
   * How long a copy may be used.
   *
   * @param usual how long one of the feed may
   */
  Duration ttl(Duration usual);
}
