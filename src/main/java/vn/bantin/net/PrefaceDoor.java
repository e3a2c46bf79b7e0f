package vn.bantin.net;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.xnio.ChannelListener;
import org.xnio.StreamConnection;

/**
 * A way in without TLS to HTTP/2 for whoever begins with its preface (RFC 9113 §3.4), and to
 * HTTP/1.1 for everybody else; either finds all that was sent.
 */
public final class PrefaceDoor implements ChannelListener<StreamConnection> {

  private static final ByteBuffer PREFACE =
      ByteBuffer.wrap("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII)).asReadOnlyBuffer();

  private final Duration patience;
  private final ChannelListener<? super StreamConnection> http1;
  private final ChannelListener<? super StreamConnection> http2;

  /**
   * A door.
   *
   * @param patience how long it may take until it is known which it is
   */
  public PrefaceDoor(
      Duration patience,
      ChannelListener<? super StreamConnection> http1,
      ChannelListener<? super StreamConnection> http2) {
    this.patience = patience;
    this.http1 = http1;
    this.http2 = http2;
  }

  @Override
  public void handleEvent(StreamConnection connection) {
    Opening.begin(connection, patience, this::judge);
  }

  private Opening.Verdict judge(ByteBuffer bytes) {
    int same = bytes.mismatch(PREFACE);
    if (same == PREFACE.limit() || same < 0) {
      return new Opening.Verdict.Led(0, http2);
    }
    return same < bytes.limit()
        ? new Opening.Verdict.Led(0, http1)
        : new Opening.Verdict.Unfinished();
  }
}
