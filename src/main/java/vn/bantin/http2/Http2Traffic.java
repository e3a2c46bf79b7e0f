package vn.bantin.http2;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.bantin.config.Rate;

/**
 * What goes over a connection of HTTP/2: which streams are open, and whether its client sends more
 * of what is good for nothing than a client may (RFC 9113 §10.5).
 *
 * <p>Undertow does not hold a client to the number of streams that it was told, does not count the
 * streams that a client takes back while they are answered, and counts nothing else. It tells
 * nobody when a stream has ended. All that can be seen from the frames. A stream that the server
 * takes back counts as well: a client can bring that about.
 *
 * <p>Not counted are updates of windows: a reader of large answers sends many, and they cost what
 * any bytes do. For the connection's I/O thread, unless it says otherwise.
 */
public final class Http2Traffic {

  /** How many streams a client may have open (RFC 9113 §5.1.2). */
  public static final int MAX_STREAMS = 100;

  /** A client may close all of its streams at once now and then, as a browser does. */
  static final Rate RESETS = new Rate(200, Duration.ofSeconds(30));

  /** Pings, settings and priorities; and fields and bodies in more pieces than they need. */
  static final Rate CHATTER = new Rate(1_000, Duration.ofSeconds(30));

  private static final int PREFACE = 24;

  /** How far an open stream is. */
  private enum Stream {
    OPEN,
    ASKED,
    ANSWERED,
    REFUSED
  }

  private final FrameScanner in = new FrameScanner(PREFACE, this::received);
  private final FrameScanner out = new FrameScanner(0, this::sent);
  private final Map<Integer, Stream> streams = new ConcurrentHashMap<>();
  private final Allowance resets = new Allowance(RESETS, System.nanoTime());
  private final Allowance chatter = new Allowance(CHATTER, System.nanoTime());
  private boolean wholeRequest;
  private boolean flooded;
  private int last;

  /** The stream whose first fields are not all there; 0 when there is none. */
  private int incomplete;

  private int lastWanted = Integer.MAX_VALUE;
  private volatile long restSince = System.nanoTime();

  /** Takes note of what has been received. */
  void received(ByteBuffer bytes, int from, int to) {
    in.scan(bytes, from, to);
  }

  /** Takes note of what has been sent. */
  void sent(ByteBuffer bytes, int from, int to) {
    out.scan(bytes, from, to);
  }

  /** Whether a frame may be sent now that is not the rest of another. */
  boolean isBetweenFrames() {
    return out.isBetweenFrames();
  }

  /** Whether the client has sent too much of what is good for nothing. */
  boolean isFlooded() {
    return flooded;
  }

  /** Whether no stream is open. */
  boolean isAtRest() {
    return streams.isEmpty();
  }

  /** How long no stream has been open, in nanoseconds; 0 while one is. */
  long rest() {
    return isAtRest() ? System.nanoTime() - restSince : 0;
  }

  /** The last stream that will be answered; no other is from now on. */
  int wantNoMore() {
    lastWanted = Math.min(lastWanted, last);
    return lastWanted;
  }

  /** Whether a stream that has come in whole is not to be looked at. */
  boolean isRefused(int stream) {
    return streams.get(stream) == Stream.REFUSED;
  }

  /** Takes note that a stream has ended; for any thread. */
  void forget(int stream) {
    if (streams.remove(stream) != null && streams.isEmpty()) {
      restSince = System.nanoTime();
    }
  }

  private void received(int type, int flags, int stream, int length) {
    boolean ends = (flags & FrameScanner.END_STREAM) != 0;
    switch (type) {
      case FrameScanner.HEADERS -> receivedFields(flags, stream, ends);
      case FrameScanner.CONTINUATION -> {
        spend(chatter);
        if (stream == incomplete) {
          openIfWhole(flags, stream);
        }
      }
      case FrameScanner.DATA -> {
        if (ends) {
          end(stream, Stream.ASKED);
        } else if (length == 0 || (flags & FrameScanner.PADDED) != 0) {
          spend(chatter);
        }
      }
      case FrameScanner.RST_STREAM -> {
        spend(resets);
        forget(stream);
      }
      case FrameScanner.WINDOW_UPDATE -> {}
      default -> spend(chatter);
    }
  }

  private void receivedFields(int flags, int stream, boolean ends) {
    if (stream > last) {
      last = stream;
      wholeRequest = ends;
      incomplete = stream;
      openIfWhole(flags, stream);
    } else if (ends) {
      end(stream, Stream.ASKED);
    }
  }

  private void openIfWhole(int flags, int stream) {
    if ((flags & FrameScanner.END_HEADERS) != 0) {
      incomplete = 0;
      boolean refused = streams.size() >= MAX_STREAMS || stream > lastWanted;
      Stream asked = wholeRequest ? Stream.ASKED : Stream.OPEN;
      streams.putIfAbsent(stream, refused ? Stream.REFUSED : asked);
    }
  }

  private void sent(int type, int flags, int stream, int length) {
    if (type == FrameScanner.RST_STREAM) {
      spend(resets);
      forget(stream);
    } else if ((type == FrameScanner.HEADERS || type == FrameScanner.DATA)
        && (flags & FrameScanner.END_STREAM) != 0) {
      end(stream, Stream.ANSWERED);
    }
  }

  /** Takes note that one side has said its last word. */
  private void end(int stream, Stream how) {
    @Nullable Stream now = streams.get(stream);
    if (now == Stream.OPEN) {
      streams.replace(stream, Stream.OPEN, how);
    } else if (now != how && now != Stream.REFUSED) {
      forget(stream);
    }
  }

  private void spend(Allowance allowance) {
    flooded |= !allowance.take(System.nanoTime());
  }
}
