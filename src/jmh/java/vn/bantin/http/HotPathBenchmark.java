package vn.bantin.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import vn.bantin.bench.StoredCorpus;
import vn.bantin.feed.Format;
import vn.bantin.field.HttpDate;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Effort;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;

/** The way of a plain request through the fast lane, from its bytes to the head of the answer. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HotPathBenchmark {

  private static final int ARTICLES = 50;
  private static final long MEMORY = 64L * 1024 * 1024;

  /** What is asked. */
  public enum Asked {
    /** By a reader that has the feed. */
    UNCHANGED,
    /** By one that does not. */
    GZIP
  }

  /** Which. */
  @Param public Asked asked;

  private final AcceptedCoding codings = new AcceptedCoding();
  private final PlainRequest request = new PlainRequest();
  private final ByteBuffer out = ByteBuffer.allocateDirect(4 * 1024);
  private final long second = Instant.now().getEpochSecond() + 3_600;
  private final byte[] date = Ascii.bytes(HttpDate.format(Instant.ofEpochSecond(second)));
  private StoredCorpus corpus;
  private Snapshots snapshots;
  private HotFeeds feeds;
  private byte[] bytes;

  /** Makes the feed warm, and the request. */
  @Setup
  public void open() throws IOException {
    corpus = StoredCorpus.of(ARTICLES);
    snapshots =
        new Snapshots(corpus.store(), corpus.catalog(), StoredCorpus.BASE, MEMORY, event -> {});
    feeds = new HotFeeds(snapshots);
    String tag = settled().codings().gzip().entityTag();
    String known = asked == Asked.UNCHANGED ? "If-None-Match: " + tag + "\r\n" : "";
    bytes =
        Ascii.bytes(
            "GET /feeds/moi-nhat.atom HTTP/1.1\r\nHost: feeds.songmay.example\r\n"
                + "User-Agent: reader/1.0\r\nAccept-Encoding: gzip\r\n"
                + known
                + "\r\n");
  }

  /** Removes the database. */
  @TearDown
  public void close() throws IOException {
    snapshots.close();
    corpus.close();
  }

  /** One request. */
  @Benchmark
  public ByteBuffer answer() {
    if (request.read(bytes, 0, bytes.length) < 0) {
      throw new IllegalStateException("this is not for the fast lane");
    }
    HotFeed feed = Objects.requireNonNull(feeds.find(request, bytes));
    if (!feed.refresh(snapshots, second)) {
      throw new IllegalStateException("this is not ready");
    }
    Coding coding =
        Objects.requireNonNull(codings.choose(bytes, request.acceptEncoding, feed.ready()));
    boolean known = feed.isKnownTo(request, bytes, coding, second);
    if (known != (asked == Asked.UNCHANGED)) {
      throw new IllegalStateException("this is another answer");
    }
    ResponseHead head =
        known
            ? feed.notModified(coding)
            : feed.in(coding).content(Objects.requireNonNull(feed.snapshot()));
    feed.write(head, coding, out.clear(), second, date, false);
    return out;
  }

  /** The snapshot whose bytes stay. */
  private Snapshot settled() {
    Snapshot snapshot = snapshots.get("moi-nhat", Format.ATOM).orElseThrow();
    while (snapshot.codings().effort() != Effort.BEST) {
      Thread.onSpinWait();
      snapshots.asked(snapshot);
      snapshot = Objects.requireNonNull(snapshots.warm("moi-nhat", Format.ATOM));
    }
    return snapshot;
  }
}
