package vn.bantin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class CommandsTest {

  private static final String PAGE =
      """
      (songmay.example) – Chiều 19/12/2025, xã Lộc Mây tổ chức Ngày hội dân vận khéo năm 2025.

      NGAY HOI DAN VAN KHEO NAM 2025

      Từ sáng sớm, đội thanh niên đã dựng xong 40 gian hàng.

      Thu Hà – Minh Khôi
      """;
  private static final String PAGE_ID = "songmay.example:2025-12-19:ngay-hoi-dan-van-kheo-nam-2025";

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.in(folder);
  }

  @Test
  void importsFilesAndFoldersAndSaysWhatBecameOfEach() throws IOException {
    Path page = desk.write("page.txt", PAGE);
    desk.write("in/a.md", Desk.markdown("a", "Bài A", "Chữ."));
    desk.write("in/deep/b.md", Desk.markdown("b", "Bài B", "Chữ."));
    desk.write("in/photo.jpg", "no text");
    Outcome first = desk.run("import", page, desk.folder().resolve("in"));
    assertThat(first)
        .isEqualTo(
            new Outcome(
                0,
                """
                created   %s  Ngày hội dân vận khéo năm 2025
                created   a  Bài A
                created   b  Bài B
                3 created, 0 refused, 1 skipped
                """
                    .formatted(PAGE_ID),
                ""));
  }

  @Test
  void aSecondImportSaysUnchangedAndAChangedFileSaysReplaced() throws IOException {
    Path file = desk.write("a.md", Desk.markdown("a", "Bài A", "Chữ."));
    desk.run("import", file);
    assertThat(desk.run("import", file).lines())
        .containsExactly("unchanged a  Bài A", "1 unchanged, 0 refused");
    desk.write("a.md", Desk.markdown("a", "Bài A, sửa", "Chữ."));
    assertThat(desk.run("import", file).lines())
        .containsExactly("replaced  a  Bài A, sửa", "1 replaced, 0 refused");
  }

  @Test
  void whatWasWithdrawnStaysWithdrawnWhenItIsImportedAgain() throws IOException {
    Path file = desk.write("a.md", Desk.markdown("a", "Bài A", "Chữ."));
    desk.run("import", file);
    assertThat(desk.run("withdraw", "a", "--reason", "sai số liệu"))
        .isEqualTo(new Outcome(0, "withdrawn a\n", ""));
    assertThat(desk.run("import", file).lines())
        .containsExactly("withdrawn a  Bài A", "1 withdrawn, 0 refused");
    assertThat(desk.run("show", "a").lines()).contains("state       withdrawn (sai số liệu)");
    assertThat(desk.run("withdraw", "a", "--reason", "again"))
        .isEqualTo(new Outcome(0, "was withdrawn before: a\n", ""));
    assertThat(desk.run("list", "--state", "withdrawn").lines()).hasSize(1);
    assertThat(desk.run("list", "--state", "live").out()).isEmpty();
  }

  @Test
  void withdrawingNeedsAReasonAndAnArticle() throws IOException {
    assertThat(desk.run("withdraw", "a").code()).isEqualTo(2);
    Outcome blank = desk.run("withdraw", "a", "--reason", " ");
    assertThat(blank.code()).isEqualTo(2);
    assertThat(blank.err()).startsWith("no-reason: ").contains("--reason");
    desk.run("import", desk.write("b.md", Desk.markdown("b", "Bài B", "Chữ.")));
    for (String id : List.of("nobody", "not an id")) {
      Outcome unknown = desk.run("withdraw", id, "--reason", "x");
      assertThat(unknown.code()).isEqualTo(1);
      assertThat(unknown.err()).contains(id).contains("bantin list").hasLineCount(1);
    }
  }

  @Test
  void tellsEachArticleAndRefusalAsOneJsonObjectALine() throws IOException {
    Path good = desk.write("a.md", Desk.markdown("a", "Bài “A”", "Dòng một\ndòng hai."));
    Path bad = desk.write("b.txt", "");
    Outcome outcome = desk.run("import", "--json", good, bad);
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).isEmpty();
    List<JsonNode> objects = outcome.objects();
    assertThat(objects).hasSize(3);
    assertThat(objects.get(0).path("file").asString()).isEqualTo(good.toString());
    assertThat(objects.get(0).path("outcome").asString()).isEqualTo("created");
    assertThat(objects.get(0).at("/article/title").asString()).isEqualTo("Bài “A”");
    assertThat(objects.get(1).path("file").asString()).isEqualTo(bad.toString());
    assertThat(objects.get(1).path("outcome").asString()).isEqualTo("refused");
    assertThat(objects.get(1).path("code").asString()).isEqualTo("empty");
    assertThat(objects.get(1).path("message").asString()).isNotBlank();
    assertThat(objects.get(1).path("hint").asString()).isNotBlank();
    assertThat(objects.get(2).toString())
        .isEqualTo("{\"summary\":{\"created\":1,\"refused\":1,\"skipped\":0}}");
  }

  @Test
  void showsAndListsAnArticleAsTheContractHasIt() throws IOException {
    desk.run("import", desk.write("a.md", Desk.markdown("a", "Bài A", "Chữ.")));
    Outcome show = desk.run("show", "a", "--json");
    assertThat(show.code()).isZero();
    JsonNode article = show.objects().getFirst();
    assertThat(article.propertyNames())
        .containsExactly(
            "id",
            "url",
            "title",
            "summary",
            "body_html",
            "authors",
            "categories",
            "tags",
            "language",
            "source",
            "published",
            "updated",
            "state",
            "publish_at",
            "embargo_until",
            "expires_at",
            "note",
            "syndication",
            "media");
    assertThat(article.path("published").asString()).isEqualTo("2026-01-14T06:45:00+07:00");
    assertThat(article.path("state").asString()).isEqualTo("live");
    assertThat(desk.run("list", "--json").objects()).containsExactly(article);
    assertThat(desk.run("show", "a").lines())
        .startsWith("Bài A", "", "id          a", "state       live")
        .endsWith("", "<p>Chữ.</p>");
  }

  @Test
  void listsNewestFirstByCategoryAndInPages() throws IOException {
    for (int i = 1; i <= 3; i++) {
      String text = Desk.markdown("a" + i, "Bài " + i, "Chữ.").replace("-14T", "-1" + i + "T");
      desk.run("import", desk.write(i + ".md", i == 2 ? text.replace("dan-van", "kinh-te") : text));
    }
    assertThat(ids(desk.run("list"))).containsExactly("a3", "a2", "a1");
    assertThat(ids(desk.run("list", "--category", "dan-van"))).containsExactly("a3", "a1");
    assertThat(ids(desk.run("list", "--limit", "1"))).containsExactly("a3");
    assertThat(ids(desk.run("list", "--limit", "1", "--after", "a3"))).containsExactly("a2");
    Outcome lost = desk.run("list", "--after", "nobody");
    assertThat(lost.code()).isEqualTo(1);
    assertThat(lost.err()).startsWith("no-such-article: ");
  }

  @Test
  void saysOfAnArticleThatIsNotPublicYetUntilWhen() throws IOException {
    String text = Desk.markdown("a", "Bài A", "Chữ.");
    Path file = desk.write("a.md", text.replace("published: 2026", "publish_at: 2126"));
    assertThat(desk.run("import", file).lines())
        .containsExactly(
            "created   a  Bài A  (scheduled until 2126-01-13T23:45:00Z)", "1 created, 0 refused");
    assertThat(ids(desk.run("list", "--state", "scheduled"))).containsExactly("a");
    assertThat(desk.run("show", "a").lines())
        .contains("state       scheduled", "publish at  2126-01-14T06:45+07:00");
    JsonNode article = desk.run("show", "a", "--json").objects().getFirst();
    assertThat(article.path("publish_at").asString()).isEqualTo("2126-01-14T06:45:00+07:00");
    assertThat(article.path("published").asString()).isEqualTo("2126-01-14T06:45:00+07:00");
    assertThat(article.path("expires_at").isNull()).isTrue();
  }

  @Test
  void tellsTheWholeLifeOfAnArticle() throws IOException {
    desk.run("import", desk.write("a.md", Desk.markdown("a", "Bài A", "Chữ.")));
    desk.run("withdraw", "a", "--reason", "sai số liệu");
    List<String> lines = desk.run("history", "a").lines();
    String user = "cli:" + System.getProperty("user.name");
    assertThat(lines.get(0)).matches("revision 1   20\\S+Z  live       " + user);
    assertThat(lines.get(1))
        .matches("revision 2   20\\S+Z  withdrawn  " + user + "  \\(sai số liệu\\)");
    assertThat(lines.getLast()).contains("a day longer");
    assertThat(lines.subList(3, lines.size() - 1))
        .hasSize(2)
        .allMatch(line ->
            line.matches(
                "(dan-van|moi-nhat) carried revision 1 from version \\w+, \\S+Z, until version"
                    + " \\w+, \\S+Z; copies until \\S+Z"));
    JsonNode history = desk.run("history", "a", "--json").objects().getFirst();
    assertThat(history.path("id").asString()).isEqualTo("a");
    assertThat(history.at("/revisions/1/state").asString()).isEqualTo("withdrawn");
    assertThat(history.at("/revisions/1/note").asString()).isEqualTo("sai số liệu");
    assertThat(history.at("/feeds/0/to_version").asString()).isNotBlank();
    assertThat(copiesLive(history)).isEqualTo(Duration.ofMinutes(5 + 1));
    desk.write("feeds/dan-van.yaml", "no: feed\n");
    JsonNode later = desk.run("history", "a", "--json").objects().getFirst();
    assertThat(copiesLive(later)).isEqualTo(Duration.ofDays(1).plusMinutes(1));
    Outcome unknown = desk.run("history", "nobody");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).startsWith("no-such-article: ").hasLineCount(1);
  }

  private static Duration copiesLive(JsonNode history) {
    JsonNode carriage = history.at("/feeds/0");
    return Duration.between(
        Instant.parse(carriage.path("to").asString()),
        Instant.parse(carriage.path("copies_until").asString()));
  }

  @Test
  void makesListsAndRevokesTokens() throws IOException {
    desk.run("import", desk.write("a.md", Desk.markdown("a", "Bài A", "Chữ.")));
    Outcome made = desk.run("token", "create", "cms", "--scope", "write", "--scope", "read");
    assertThat(made.code()).isZero();
    assertThat(made.out()).matches("bantin_[0-9a-f]{16}_[A-Za-z0-9_-]{43}\n");
    Outcome again = desk.run("token", "create", "cms", "--scope", "read");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).startsWith("token-exists: ").hasLineCount(1);
    Outcome list = desk.run("token", "list");
    assertThat(list.lines())
        .singleElement()
        .asString()
        .startsWith("cms                  read,write");
    assertThat(list.out()).doesNotContain(made.out().substring(24).strip());
    assertThat(desk.run("token", "revoke", "cms")).isEqualTo(new Outcome(0, "revoked cms\n", ""));
    assertThat(desk.run("token", "list").out()).contains(", revoked 20");
    Outcome gone = desk.run("token", "revoke", "cms");
    assertThat(gone.code()).isEqualTo(1);
    assertThat(gone.err()).startsWith("no-such-token: ").hasLineCount(1);
  }

  @Test
  void importsWhatItShowsAsJson() throws IOException {
    desk.run("import", desk.write("a.md", Desk.markdown("a", "Bài A", "Chữ.")));
    Path json = desk.write("a.json", desk.run("show", "a", "--json").out());
    assertThat(desk.run("import", json).lines())
        .containsExactly("unchanged a  Bài A", "1 unchanged, 0 refused");
  }

  @Test
  void aDryRunStoresNothing() throws IOException {
    Path file = desk.write("a.md", Desk.markdown("a", "Bài A", "Chữ."));
    Outcome dry = desk.run("import", "--dry-run", file, desk.write("b.txt", ""));
    assertThat(dry.code()).isEqualTo(1);
    assertThat(dry.lines()).containsExactly("readable  a  Bài A", "1 readable, 1 refused");
    assertThat(desk.run("list").out()).isEmpty();
    assertThat(desk.run("import", "--dry-run", "--json", file).objects().getFirst().at("/article"))
        .isEqualTo(desk.run("import", "--json", file).objects().getFirst().at("/article"));
  }

  @Test
  void readsAllAsTheKindThatIsNamed() throws IOException {
    Path page = desk.write("page.txt", PAGE);
    assertThat(desk.run("import", "--as", "PAGE-TEXT", page).code()).isZero();
    Outcome wrong = desk.run("import", "--as", "markdown", page);
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("front-matter").contains("begin with a line ---");
    Outcome unknown = desk.run("import", "--as", "word", page);
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("word", "page-text", "markdown");
  }

  @Test
  void aMistakeInTheNewsroomKeepsNobodyFromWithdrawing() throws IOException {
    desk.run("import", desk.write("a.md", Desk.markdown("a", "Bài A", "Chữ.")));
    desk.write("feeds/kinh-te.yaml", "titel: x\n");
    assertThat(desk.run("list").lines()).hasSize(1);
    assertThat(desk.run("withdraw", "a", "--reason", "nhầm").lines())
        .containsExactly("withdrawn a");
    assertThat(desk.run("show", "a").out()).contains("withdrawn (nhầm)");
    Outcome invisible = desk.run("withdraw", "a", "--reason", "\u200b");
    assertThat(invisible.code()).isEqualTo(2);
    assertThat(invisible.err()).contains("no-reason");
  }

  @Test
  void whoLooksMakesNoDatabase() {
    for (String command : List.of("list", "show a", "withdraw a --reason x")) {
      Outcome outcome = desk.run((Object[]) command.split(" "));
      assertThat(outcome.code()).as(command).isEqualTo(3);
      assertThat(outcome.err()).contains("--data");
    }
    assertThat(desk.database()).doesNotExist();
  }

  @Test
  void anotherNewsroomsFolderIsRefusedAndTakesNoFeedAway() throws IOException {
    desk.run("import", desk.write("a.md", Desk.markdown("a", "Bài A", "Chữ.")));
    desk.write("other/site.yaml", Files.readString(desk.folder().resolve("feeds/site.yaml")));
    desk.write("other/rieng.yaml", "title: Riêng\ndescription: Riêng.\n");
    Path file = desk.write("b.md", Desk.markdown("b", "Bài B", "Chữ."));
    Outcome outcome = desk.run("import", "--feeds", desk.folder().resolve("other"), file);
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("kinh-te").contains("--feeds");
    assertThat(desk.run("list").lines()).hasSize(1);
  }

  @Test
  void addsTheCategoriesThatAreNamed() throws IOException {
    Path file = desk.write("a.md", Desk.markdown("a", "Bài A", "Chữ."));
    Outcome outcome =
        desk.run("import", "--json", "--category", "kinh-te", "--category", "dan-van", file);
    assertThat(outcome.objects().getFirst().at("/article/categories").toString())
        .isEqualTo("[\"dan-van\",\"kinh-te\"]");
    Outcome bad = desk.run("import", "--category", "Kinh tế", file);
    assertThat(bad.code()).isEqualTo(2);
    assertThat(bad.err()).contains("unknown category Kinh tế").contains("kinh-te");
  }

  @Test
  void aCategoryThatNoFileNamesIsFoundByWords() throws IOException {
    Path page = desk.write("page.txt", PAGE);
    JsonNode article = desk.run("import", "--json", page).objects().getFirst().at("/article");
    assertThat(article.path("categories").toString()).isEqualTo("[\"dan-van\"]");
  }

  private static List<String> ids(Outcome outcome) {
    assertThat(outcome.code()).isZero();
    return outcome.lines().stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
  }
}
