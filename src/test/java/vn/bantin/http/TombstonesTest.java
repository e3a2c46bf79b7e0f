package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.ServedNewsroom;
import vn.bantin.store.SettableClock;

/** How long a feed says of an article that it has left. */
final class TombstonesTest {

  private static final String ATOM = "/feeds/dan-van.atom";

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(ServedNewsroom.START);
  private ServedNewsroom newsroom;

  @BeforeEach
  void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, clock);
    newsroom.put(article("a", "dan-van", 1), article("b", "dan-van", 2));
    newsroom.withdraw("a");
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void aWeekUnlessItIsSetOtherwise() {
    assertThat(text(ATOM))
        .contains("<at:deleted-entry ref=\"tag:songmay.example,2026:articles/a\"")
        .doesNotContain("nhầm");
    assertThat(text("/feeds/dan-van.json"))
        .contains("\"gone\":[{\"id\":\"tag:songmay.example,2026:articles/a\"");
    assertThat(text("/feeds/dan-van.rss")).doesNotContain("articles/a<");
    clock.move(Duration.ofDays(6));
    newsroom.put(article("c", "dan-van", 3));
    assertThat(text(ATOM)).contains("at:deleted-entry");
    clock.move(Duration.ofDays(2));
    assertThat(text(ATOM)).contains("at:deleted-entry");
    newsroom.put(article("d", "dan-van", 4));
    assertThat(text(ATOM)).doesNotContain("at:deleted-entry");
  }

  @Test
  void asLongAsTheFeedsFileSays() {
    newsroom.redefine("dan-van", ServedNewsroom.feed("Dân vận", "dan-van") + "tombstones: 0s\n");
    assertThat(text(ATOM)).doesNotContain("at:deleted-entry");
  }

  @Test
  void notWhenItHasComeBack() {
    newsroom.put(article("b", "kinh-te", 2));
    assertThat(text(ATOM)).contains("articles/b\"");
    newsroom.put(article("b", "dan-van", 2));
    assertThat(text(ATOM)).contains("articles/b</id>").doesNotContain("articles/b\"");
  }

  private String text(String address) {
    return newsroom.get(address, "Accept-Encoding: identity").text();
  }
}
