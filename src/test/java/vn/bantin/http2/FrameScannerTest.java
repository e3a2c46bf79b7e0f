package vn.bantin.http2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Frames that come in pieces. */
final class FrameScannerTest {

  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final int FRAMES = 200;

  private final List<String> expected = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();

  @RepeatedTest(50)
  void eachIsSeenOnceHoweverItIsCut(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    ByteBuffer bytes = ByteBuffer.allocate(FRAMES * 1024);
    bytes.put(PREFACE.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < FRAMES; i++) {
      putFrame(bytes, random);
    }
    FrameScanner scanner =
        new FrameScanner(
            PREFACE.length(),
            (type, flags, stream, length) -> seen.add(line(type, flags, stream, length)));
    assertThat(scanner.isBetweenFrames()).isFalse();
    int end = bytes.position();
    int at = 0;
    while (at < end) {
      int to = Math.min(end, at + random.nextInt(random.nextBoolean() ? 4 : 2_000));
      scanner.scan(bytes, at, to);
      at = to;
      assertThat(scanner.isBetweenFrames()).isEqualTo(isBoundary(bytes, at));
    }
    assertThat(seen).isEqualTo(expected);
  }

  private void putFrame(ByteBuffer bytes, Random random) {
    int length = random.nextInt(4) == 0 ? 0 : random.nextInt(1_000);
    int type = random.nextInt(256);
    int flags = random.nextInt(256);
    int stream = random.nextInt() & 0x7fff_ffff;
    expected.add(line(type, flags, stream, length));
    byte[] content = new byte[length];
    random.nextBytes(content);
    int reserved = random.nextBoolean() ? 1 << 31 : 0;
    bytes.putInt(length << 8 | type).put((byte) flags).putInt(stream | reserved).put(content);
  }

  private static boolean isBoundary(ByteBuffer bytes, int at) {
    int boundary = PREFACE.length();
    while (boundary < at) {
      boundary += 9 + (bytes.getInt(boundary) >>> 8);
    }
    return boundary == at;
  }

  private static String line(int type, int flags, int stream, int length) {
    return type + " " + flags + " " + stream + " " + length;
  }
}
