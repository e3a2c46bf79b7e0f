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
  private int count;

  HotFeeds(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** The feed that the request names; null when there is none. */
  @Nullable HotFeed find(PlainRequest request, byte[] bytes) {
    PlainRequest.Span target = request.target;
    int slot = slot(bytes, target.from, target.to);
    for (HotFeed feed = slots[slot]; feed != null; feed = slots[slot]) {
      if (feed.isAt(bytes, target)) {
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
      Arrays.fill(slots, null);
      count = 0;
    } else if (2 * count >= slots.length) {
      @Nullable HotFeed[] before = slots;
      slots = new HotFeed[2 * before.length];
      count = 0;
      for (HotFeed feed : before) {
        if (feed != null) {
          put(feed);
        }
      }
    }
  }

  private void put(HotFeed feed) {
    byte[] target = feed.target();
    int slot = slot(target, 0, target.length);
    while (slots[slot] != null) {
      slot = slot + 1 & slots.length - 1;
    }
    slots[slot] = feed;
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
