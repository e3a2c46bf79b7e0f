package vn.bantin.observe;

import java.time.Instant;
import java.util.List;
import vn.bantin.article.ArticleId;
import vn.bantin.article.State;

/** A fact about the running server. */
public sealed interface Event {

  /**
   * The server takes requests.
   *
   * @param address where, such as {@code http://127.0.0.1:8080}
   * @param feeds how many feeds it serves
   * @param millis since the virtual machine started
   */
  record ServerReady(String address, int feeds, long millis) implements Event {}

  /**
   * The system does not allow as many open files as connections were asked for.
   *
   * @param asked how many
   * @param possible how many there can be
   */
  record ConnectionsLimited(int asked, int possible) implements Event {}

  /** The server has stopped taking requests. */
  record ServerStopped() implements Event {}

  /**
   * The clock has changed an article's state.
   *
   * @param article which
   * @param from its state before
   * @param to its state now
   */
  record ArticleTurned(ArticleId article, State from, State to) implements Event {}

  /**
   * New bytes of a feed are served.
   *
   * @param feed its name
   * @param format its format's extension
   * @param version the feed's version
   * @param entries how many it carries
   * @param bytes its size without coding
   * @param micros how long it took
   */
  record SnapshotBuilt(
      String feed, String format, long version, int entries, int bytes, long micros)
      implements Event {}

  /**
   * Better coded bytes of a feed are served from now on.
   *
   * @param feed its name
   * @param format its format's extension
   * @param version the feed's version
   * @param bytes the size of all codings together, without the feed's own
   * @param micros how long it took
   */
  record SnapshotImproved(String feed, String format, long version, int bytes, long micros)
      implements Event {}

  /**
   * A content coding cannot be made here; feeds go out in the others.
   *
   * @param coding its name in {@code Content-Encoding}
   * @param cause why
   */
  record CodingUnavailable(String coding, Throwable cause) implements Event {}

  /**
   * A feed could not be built or compressed; its last good bytes are served on.
   *
   * @param feed its name
   * @param format its format's extension
   * @param cause why
   */
  record SnapshotFailed(String feed, String format, Throwable cause) implements Event {}

  /**
   * What changed in a feed could not be found out; the whole feed is sent instead until it changes
   * again.
   *
   * @param feed its name
   * @param version the feed's version
   * @param cause why
   */
  record DeltaFailed(String feed, long version, Throwable cause) implements Event {}

  /**
   * An article could not be written into a feed, which is served without it.
   *
   * @param feed the feed's name
   * @param article which
   * @param reason why
   */
  record EntryLeftOut(String feed, ArticleId article, String reason) implements Event {}

  /**
   * The feed definitions on disk have changed and are in force.
   *
   * @param feeds how many there are now
   */
  record NewsroomReloaded(int feeds) implements Event {}

  /**
   * The feed definitions on disk are wrong; the last good ones stay in force.
   *
   * @param mistakes one line each
   */
  record NewsroomRefused(List<String> mistakes) implements Event {
    /** Copies the list. */
    public NewsroomRefused {
      mistakes = List.copyOf(mistakes);
    }
  }

  /**
   * A cache has thrown away its copies of what moved.
   *
   * @param cache its address
   * @param keys the keys of the answers, with spaces between
   */
  record CachePurged(String cache, String keys) implements Event {}

  /**
   * The certificate's files have changed and are in force.
   *
   * @param subject whom the certificate is for
   * @param end its last moment
   */
  record CertificateReloaded(String subject, Instant end) implements Event {}

  /**
   * The certificate's files are wrong; the last good ones stay in force.
   *
   * @param reason what is wrong
   */
  record CertificateRefused(String reason) implements Event {}

  /**
   * Clients will not take the certificate because it is too old or not valid yet.
   *
   * @param subject whom the certificate is for
   * @param end its last moment
   */
  record CertificateOutOfDate(String subject, Instant end) implements Event {}

  /**
   * Something that is tried again by itself went wrong.
   *
   * @param what was tried
   * @param cause why it failed
   */
  record Retrying(String what, Throwable cause) implements Event {}

  /**
   * A request could not be answered for a reason of ours.
   *
   * @param target the request's path
   * @param cause why
   */
  record RequestFailed(String target, Throwable cause) implements Event {}
}
