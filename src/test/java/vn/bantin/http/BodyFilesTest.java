package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Articles;
import vn.bantin.snapshot.Coding;
import vn.bantin.store.SettableClock;

/** Large bodies as files: which get one, how long it stays, and what comes of it on a socket. */
final class BodyFilesTest {

  private static final ByteBuffer LARGE = ByteBuffer.allocateDirect(BodyFiles.LARGE);

  @TempDir private Path folder;

  private final BodyFiles files = new BodyFiles();

  @Test
  void onlyWhatIsLargeAndAskedForOftenGetsOne() {
    HotAnswer answer = new HotAnswer(Coding.IDENTITY);
    ByteBuffer small = ByteBuffer.allocateDirect(BodyFiles.LARGE - 1);
    for (int i = 1; i < BodyFiles.OFTEN; i++) {
      assertThat(files.of(answer, LARGE)).isNull();
      assertThat(files.of(answer, small)).isNull();
    }
    BodyFile file = files.of(answer, LARGE);
    assertThat(file).isNotNull();
    assertThat(file.length()).isEqualTo(BodyFiles.LARGE);
    assertThat(files.of(answer, LARGE)).isSameAs(file);
    assertThat(files.of(answer, small)).isNull();
  }

  @Test
  void theLeastUsedMakesRoomAndStaysOpenForWhoIsSentIt() {
    List<BodyFile> made = new ArrayList<>();
    for (int i = 0; i < BodyFiles.MOST; i++) {
      made.add(often(new HotAnswer(Coding.IDENTITY)));
    }
    made.get(0).retain();
    often(new HotAnswer(Coding.IDENTITY));
    often(new HotAnswer(Coding.IDENTITY));
    assertThat(made.get(0).isOpen()).isTrue();
    assertThat(made.get(1).isOpen()).isFalse();
    assertThat(made.get(2).isOpen()).isTrue();
    made.get(0).release();
    assertThat(made.get(0).isOpen()).isFalse();
  }

  @Test
  void aBodyFromAFileIsTheSameAndStaysWholeWhenTheFeedMoves() throws IOException {
    try (ServedNewsroom newsroom =
        ServedNewsroom.start(folder, new SettableClock(ServedNewsroom.START))) {
      newsroom.put(LargeFeed.articles());
      byte[] whole = newsroom.get(LargeFeed.ATOM).body();
      for (int i = 0; i < 2 * BodyFiles.OFTEN; i++) {
        assertThat(newsroom.get(LargeFeed.ATOM).body()).isEqualTo(whole);
      }
      try (RawHttp slow = RawHttp.connectNarrowly(newsroom.port())) {
        slow.write("GET " + LargeFeed.ATOM + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(slow.readByte()).isTrue();
        newsroom.put(Articles.article("new", "dan-van", 100));
        assertThat(newsroom.get(LargeFeed.ATOM).body()).isNotEqualTo(whole);
        slow.write("GET " + LargeFeed.ATOM + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        byte[] both = slow.rest();
        assertThat(both.length).isGreaterThan(2 * whole.length);
        assertThat(new String(both, StandardCharsets.UTF_8))
            .contains(new String(whole, StandardCharsets.UTF_8));
      }
    }
  }

  private BodyFile often(HotAnswer answer) {
    for (int i = 1; i < BodyFiles.OFTEN; i++) {
      files.of(answer, LARGE);
    }
    return files.of(answer, LARGE);
  }
}
