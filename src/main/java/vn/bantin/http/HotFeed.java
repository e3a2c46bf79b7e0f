package vn.bantin.http;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Format;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;

/** A feed at its own address, with the answers for the snapshot that was last seen of it. */
final class HotFeed {

  private final byte[] target;
  private final String name;
  private final Format format;
  private @Nullable Snapshot snapshot;
  private byte[] lastModified = new byte[0];
  private long changedAt;
  private final Map<Coding, HotAnswer> answers = new EnumMap<>(Coding.class);

  /**
   * The feed at an address.
   *
   * @param target what stands behind {@code /feeds/}
   */
  HotFeed(byte[] target, String name, Format format) {
    this.target = target;
    this.name = name;
    this.format = format;
  }

  byte[] target() {
    return target;
  }

  boolean isAt(byte[] bytes, PlainRequest.Span stretch) {
    return Ascii.is(bytes, stretch.from, stretch.to, target);
  }

  /** Takes the snapshot up that is served now; whether there is one. */
  @SuppressWarnings("ReferenceEquality") // another snapshot is another object; spares comparing all
  boolean refresh(Snapshots snapshots) {
    Snapshot warm = snapshots.warm(name, format);
    if (warm != snapshot && warm != null) {
      snapshot = warm;
      lastModified = Ascii.bytes(warm.lastModified());
      changedAt = warm.changedAt().getEpochSecond();
      answers.clear();
    }
    return warm != null;
  }

  /** Whether its change is ahead of the clock, so that its date may not be sent yet. */
  boolean isAhead(long second) {
    return changedAt > second;
  }

  /** The codings that are ready, the one to send first at the front; after {@link #refresh}. */
  List<Coding> codings() {
    return Objects.requireNonNull(snapshot).codings().byPreference();
  }

  /** The answer in a coding, after {@link #refresh}. */
  HotAnswer in(Coding coding) {
    HotAnswer answer = answers.get(coding);
    if (answer == null) {
      Snapshot current = Objects.requireNonNull(snapshot);
      answer = new HotAnswer(current, current.codings().in(coding));
      answers.put(coding, answer);
    }
    return answer;
  }

  /** Whether the client has this version already; after {@link #refresh}. */
  boolean isKnownTo(PlainRequest request, byte[] bytes, HotAnswer selected, long second) {
    PlainRequest.Span tag = request.ifNoneMatch;
    PlainRequest.Span date = request.ifModifiedSince;
    if (tag.isThere()) {
      if (selected.isTag(bytes, tag.from, tag.to)) {
        return true;
      }
    } else if (!date.isThere()) {
      return false;
    } else if (Ascii.is(bytes, date.from, date.to, lastModified)) {
      return true;
    }
    Preconditions asked =
        new Preconditions(List.of(), line(bytes, tag), line(bytes, date), List.of());
    Instant now = Instant.ofEpochSecond(second);
    return ConditionalGet.decide("GET", asked, selected.representation().validators(), now)
        == ConditionalGet.Outcome.NOT_MODIFIED;
  }

  private static List<String> line(byte[] bytes, PlainRequest.Span stretch) {
    return stretch.isThere() ? List.of(Ascii.text(bytes, stretch.from, stretch.to)) : List.of();
  }
}
