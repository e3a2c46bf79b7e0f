package vn.bantin.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.bantin.snapshot.Key;
import vn.bantin.snapshot.Snapshots;

/**
 * The feeds, pages and embeds that one I/O thread has answered for, found by the bytes of their
 * address.
 *
 * <p>Only a {@link KnownAddress} gets in, so that nobody can fill it with inventions. When it is
 * full it is emptied: what is asked for comes back at once.
 */
final class HotFeeds {

  private static final int MAX_FEEDS = 1 << 16;

  private final Snapshots snapshots;
  private @Nullable HotFeed[] slots = new HotFeed[256];

  // Each feed's bytes beside it: the processor fetches both at once, not one behind the other.
  private byte[] @Nullable [] owned = new byte[slots.length][];
  private int count;

  HotFeeds(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** The feed that the request names; null when there is none. */
  @Nullable HotFeed find(PlainRequest request, byte[] bytes) {
    PlainRequest.Span target = request.target;
    int slot = slot(bytes, target.from, target.to);
    for (HotFeed feed = slots[slot]; feed != null; feed = slots[slot]) {
      if (Arrays.equals(bytes, target.from, target.to, owned[slot], 0, feed.length())) {
        return feed;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return admit(bytes, target);
  }

  private @Nullable HotFeed admit(byte[] bytes, PlainRequest.Span target) {
    String text = Ascii.text(bytes, target.from, target.to);
    Key key = KnownAddress.key(text, snapshots.catalog());
    if (key == null) {
      return null;
    }
    HotFeed feed = new HotFeed(Ascii.bytes(text), key);
    makeRoom();
    put(feed);
    return feed;
  }

  private void makeRoom() {
    if (count == MAX_FEEDS) {
      empty(slots.length);
    } else if (2 * count >= slots.length) {
      @Nullable HotFeed[] before = slots;
      empty(2 * before.length);
      for (HotFeed feed : before) {
        if (feed != null) {
          put(feed);
        }
      }
    }
  }

  private void empty(int size) {
    @Nullable HotFeed[] none = new HotFeed[size];
    owned = new byte[size][];
    slots = none;
    count = 0;
  }

  private void put(HotFeed feed) {
    int slot = slot(feed.own(), 0, feed.length());
    while (slots[slot] != null) {
      slot = slot + 1 & slots.length - 1;
    }
    slots[slot] = feed;
    owned[slot] = feed.own();
    count++;
  }

  private int slot(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    // The golden ratio strews names that are counted up, in the upper bits.
    return (hash * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(slots.length - 1);
  }
}
