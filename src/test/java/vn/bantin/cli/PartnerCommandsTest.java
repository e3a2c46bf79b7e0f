package vn.bantin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the desk does for partners who show articles elsewhere. */
final class PartnerCommandsTest {

  private static final String PARTNER =
      """
      title: Báo Bến Thông
      feeds: [dan-van, kinh-te]
      byline: Theo Đài Sông Mây
      link_back: Đọc bài gốc
      """;

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.in(folder);
    desk.write("feeds/partners/bao.yaml", PARTNER + "profile: msn\n");
    desk.run("import", desk.write("a.md", fresh("a", "Bài A", "Chữ.")));
  }

  @Test
  void checkNamesWhatFallsShortAndWhy() throws IOException {
    assertThat(desk.run("check", "--partner", "bao"))
        .isEqualTo(
            new Outcome(
                1,
                """
                dan-van  a  Bài A
                  full-text: words in the text: 1, and at least 50 are needed
                  no-picture: it has no picture
                dan-van: 0 sent, 1 falls short
                kinh-te: 0 sent, 0 fall short
                """,
                ""));
    String picture = "media:\n  - {url: https://songmay.example/a.jpg, type: image/jpeg}\n---\n";
    String good =
        fresh("a", "Bài A", "lúa ".repeat(50)).replaceFirst("---\n$|---\n(?!id)", picture);
    desk.run("import", desk.write("a.md", good));
    assertThat(desk.run("check", "--partner", "bao"))
        .isEqualTo(
            new Outcome(0, "dan-van: 1 sent, 0 fall short\nkinh-te: 0 sent, 0 fall short\n", ""));
  }

  @Test
  void checkSaysOfAPartnerWhoIsNotThereWhoIs() throws IOException {
    Outcome unknown = desk.run("check", "--partner", "bo");
    assertThat(unknown)
        .isEqualTo(
            new Outcome(1, "", "no-such-partner: there is no partner bo (write one of bao)\n"));
    Files.delete(desk.folder().resolve("feeds/partners/bao.yaml"));
    assertThat(desk.run("check", "--partner", "bao").err())
        .isEqualTo(
            "no-such-partner: there is no partner bao"
                + " (write partners/bao.yaml in the newsroom's folder)\n");
  }

  @Test
  void checkCountsPartnersAndNamesTheirMistakes() throws IOException {
    assertThat(desk.run("check").out()).isEqualTo("no mistakes, 3 feeds, 1 partner\n");
    desk.write("feeds/partners/hai.yaml", PARTNER);
    assertThat(desk.run("check").out()).isEqualTo("no mistakes, 3 feeds, 2 partners\n");
    Path file = desk.write("feeds/partners/hai.yaml", PARTNER + "profile: facebook\n");
    String said =
        file
            + ":5: profile cannot be \"facebook\" (write one of msn, flipboard, none)\n1 mistake\n";
    assertThat(desk.run("check")).isEqualTo(new Outcome(1, said, ""));
    assertThat(desk.run("check", "--partner", "bao")).isEqualTo(new Outcome(1, said, ""));
  }

  @Test
  void aPartnersKeyIsForThatPartnerAlone() {
    Outcome made = desk.run("token", "create", "ben-thong", "--scope", "partner:bao");
    assertThat(made.code()).isZero();
    assertThat(made.out()).matches("bantin_[0-9a-f]{16}_[A-Za-z0-9_-]{43}\n");
    assertThat(desk.run("token", "list").out())
        .startsWith("ben-thong            partner:bao  created ");
    assertThat(desk.run("token", "create", "x", "--scope", "partner:bo"))
        .isEqualTo(
            new Outcome(1, "", "no-such-partner: there is no partner bo (write one of bao)\n"));
    Outcome both = desk.run("token", "create", "x", "--scope", "partner:bao", "--scope", "read");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).startsWith("a partner's key opens nothing else");
    assertThat(desk.run("token", "revoke", "ben-thong").out()).isEqualTo("revoked ben-thong\n");
  }

  private static String fresh(String id, String title, String body) {
    String now = Instant.now().minusSeconds(3_600).truncatedTo(ChronoUnit.SECONDS).toString();
    return Desk.markdown(id, title, body).replace("2026-01-14T06:45:00+07:00", now);
  }
}
