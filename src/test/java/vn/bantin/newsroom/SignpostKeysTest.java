package vn.bantin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FormerFeed.Ended;
import vn.bantin.feed.FormerFeed.MovedAway;
import vn.bantin.feed.FormerFeed.Renamed;

final class SignpostKeysTest {

  /** Lines of {@code site.yaml} before those that a test adds. */
  private static final int LINES = (int) NewsroomFiles.SITE.lines().count();

  @TempDir Path temp;
  private Path folder = Path.of("");

  @BeforeEach
  void makeNewsroom() throws IOException {
    folder = NewsroomFiles.make(temp.resolve("feeds"));
    Files.writeString(folder.resolve("moi-nhat.yaml"), "title: Mới\ndescription: Mọi tin.\n");
  }

  @Test
  void allThreeMayBeLeftOut() throws IOException {
    FeedCatalog catalog = read("");
    assertThat(catalog.signposts().former()).isEmpty();
    assertThat(catalog.main().orElseThrow().name()).isEqualTo("moi-nhat");
  }

  @Test
  void theMainFeedMayBeAnyFeed() throws IOException {
    assertThat(read("main: dan-van\n").main().orElseThrow().name()).isEqualTo("dan-van");
  }

  @Test
  void aFeedHasMovedHereOrAwayAndChainsAreCutShort() throws IOException {
    FeedCatalog catalog =
        read(
            """
            moved:
              a: b
              b: c
              c: dan-van
              d: e
              e: https://tin.example/cũ
            """);
    MovedAway away = new MovedAway(URI.create("https://tin.example/c%C5%A9"));
    assertThat(catalog.signposts().former())
        .isEqualTo(
            Map.of(
                "a", new Renamed("dan-van"),
                "b", new Renamed("dan-van"),
                "c", new Renamed("dan-van"),
                "d", away,
                "e", away));
  }

  @Test
  void feedsEndWithAndWithoutASentence() throws IOException {
    String usual = "Nothing more will come. The feeds are listed at /";
    assertThat(read("ended: [a, b]\n").signposts().former())
        .isEqualTo(Map.of("a", new Ended(usual), "b", new Ended(usual)));
    assertThat(read("ended: a\n").signposts().former()).isEqualTo(Map.of("a", new Ended(usual)));
    assertThat(read("ended:\n  a: Đã  hết.\n  b:\n").signposts().former())
        .isEqualTo(Map.of("a", new Ended("Đã hết."), "b", new Ended(usual)));
  }

  @Test
  void aMistakeIsNamedWithItsLineAndAHint() throws IOException {
    expect("main: moi-nhatt\n", "1: there is no feed \"moi-nhatt\" (did you mean moi-nhat?)");
    expect(
        """
        moved:
          a: dan-vann
          b: xyz
          dan-van: moi-nhat
          Nông thôn: dan-van
          c: c
          d: e
          e: d
          f:
          g: https:/tin.example
          h: hết
        ended:
          h: Đã hết.
          moi-nhat: Đã hết.
        """,
        "2: there is no feed \"dan-vann\" (did you mean dan-van?)",
        "3: there is no feed \"xyz\" (write one of dan-van, moi-nhat)",
        "4: \"dan-van\" is a feed (remove this line, or the file dan-van.yaml)",
        "5: \"Nông thôn\" is not made of a-z, 0-9 and hyphens (write nong-thon)",
        "6: \"c\" leads in a circle (write where it is now)",
        "7: \"d\" leads in a circle (write where it is now)",
        "8: \"e\" leads in a circle (write where it is now)",
        "9: f is empty (write a line f: …)",
        "10: g is no address: \"https:/tin.example\" (write all of it, from https:// on)",
        "11: \"h\" has ended as well (keep one of moved and ended)",
        "14: \"moi-nhat\" is a feed (remove this line, or the file moi-nhat.yaml)");
    expect(
        """
        moved: {a: b}
        ended:
          - b
          - dan-van
          - Cũ
        """,
        "1: \"b\" has ended (write a under ended as well)",
        "4: \"dan-van\" is a feed (remove this line, or the file dan-van.yaml)",
        "5: \"Cũ\" is not made of a-z, 0-9 and hyphens (write cu)");
    expect(
        "moved: dan-van\n",
        "1: moved has no keys of its own (indent them by two spaces below moved:)");
  }

  private void expect(String yaml, String... mistakes) throws IOException {
    write(yaml);
    String file = folder.resolve("site.yaml") + ":";
    assertThat(NewsroomReader.read(folder).mistakes())
        .extracting(mistake ->
            mistake.toString().replace(file + mistake.line(), "" + (mistake.line() - LINES)))
        .containsExactly(mistakes);
  }

  private FeedCatalog read(String yaml) throws IOException {
    write(yaml);
    Reading reading = NewsroomReader.read(folder);
    assertThat(reading.mistakes()).isEmpty();
    return Objects.requireNonNull(reading.catalog());
  }

  private void write(String yaml) throws IOException {
    Files.writeString(folder.resolve("site.yaml"), NewsroomFiles.SITE + yaml);
  }
}
