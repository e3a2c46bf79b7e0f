package vn.bantin.http2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which streams are open, by the frames of both sides. */
final class Http2TrafficTest {

  private static final int PREFACE = 24;
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int CONTINUATION = 9;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  private final Http2Traffic traffic = new Http2Traffic();

  @BeforeEach
  void begin() {
    traffic.received(ByteBuffer.allocate(PREFACE), 0, PREFACE);
  }

  @Test
  void aStreamIsOpenFromItsLastFieldsToTheLastWordOfBothSides() {
    receive(HEADERS, 0, 1);
    assertThat(traffic.isAtRest()).isTrue();
    receive(CONTINUATION, END_HEADERS, 1);
    assertThat(traffic.isAtRest()).isFalse();
    receive(DATA, END_STREAM, 1);
    assertThat(traffic.isAtRest()).isFalse();
    send(HEADERS, END_HEADERS, 1);
    send(DATA, END_STREAM, 1);
    assertThat(traffic.isAtRest()).isTrue();
  }

  @Test
  void fieldsBehindTheBodyOpenNoStreamAnew() {
    receive(HEADERS, END_HEADERS, 1);
    send(HEADERS, END_HEADERS | END_STREAM, 1);
    receive(HEADERS, END_STREAM, 1);
    assertThat(traffic.isAtRest()).isTrue();
    receive(CONTINUATION, END_HEADERS, 1);
    assertThat(traffic.isAtRest()).as("in more pieces").isTrue();
  }

  private void receive(int type, int flags, int stream) {
    traffic.received(frame(type, flags, stream), 0, FrameScanner.HEAD);
  }

  private void send(int type, int flags, int stream) {
    traffic.sent(frame(type, flags, stream), 0, FrameScanner.HEAD);
  }

  private static ByteBuffer frame(int type, int flags, int stream) {
    return ByteBuffer.allocate(FrameScanner.HEAD)
        .putInt(type)
        .put((byte) flags)
        .putInt(stream)
        .flip();
  }
}
