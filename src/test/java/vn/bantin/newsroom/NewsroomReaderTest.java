package vn.bantin.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.article.FoldedText;
import vn.bantin.feed.Content;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Image;
import vn.bantin.feed.Site;

final class NewsroomReaderTest {

  @TempDir Path temp;
  private Path folder = Path.of("");

  @BeforeEach
  void makeNewsroom() throws IOException {
    folder = NewsroomFiles.make(temp.resolve("feeds"));
  }

  @Test
  void fillsInWhatAFeedLeavesOut() {
    FeedCatalog catalog = catalog();
    assertThat(catalog.site().home()).isEqualTo(URI.create("https://thu.example/"));
    assertThat(catalog.site().zone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
    assertThat(catalog.site().contact()).isNull();
    assertThat(catalog.site().categories().keySet()).containsExactly("dan-van", "kinh-te");
    assertThat(catalog.feeds())
        .containsExactly(
            new FeedDefinition(
                "dan-van",
                "Dân vận",
                "Tin dân vận.",
                List.of("dan-van"),
                List.of(),
                List.of(),
                50,
                Content.FULL,
                Duration.ofMinutes(5),
                FeedFile.DEFAULT_TOMBSTONES,
                "vi",
                null));
  }

  @Test
  void takesEveryKeyThatAFeedGives() throws IOException {
    write(
        "kinh-te.yaml",
        """
        title: "  Kinh   tế "
        description: >-
          Làm ăn
          và buôn bán.
        categories: {include: kinh-te, exclude: [dan-van, dan-van]}
        words: [kinh tế, KINH TE, giá cả]
        limit: 500
        content: summary
        ttl: 1d
        language: en-us
        image: {url: 'https://thu.example/a.png', width: 144, height: 400}
        """);
    assertThat(catalog().feed("kinh-te"))
        .contains(
            new FeedDefinition(
                "kinh-te",
                "Kinh tế",
                "Làm ăn và buôn bán.",
                List.of("kinh-te"),
                List.of("dan-van"),
                List.of(FoldedText.of("kinh te"), FoldedText.of("gia ca")),
                500,
                Content.SUMMARY,
                Duration.ofDays(1),
                FeedFile.DEFAULT_TOMBSTONES,
                "en-US",
                new Image(URI.create("https://thu.example/a.png"), 144, 400)));
  }

  @Test
  void passesOverWhatIsNoFeed() throws IOException {
    for (String name :
        List.of(
            ".hidden.yaml",
            "dan-van.yaml~",
            ".dan-van.yaml.swp",
            "#dan-van.yaml#",
            "README.md",
            "dan-van.yaml.swp",
            "x.yaml.bak",
            "4913")) {
      write(name, "nothing: [good");
    }
    Files.createDirectories(folder.resolve("samples"));
    write("samples/bad.yaml", "[");
    Files.createDirectories(folder.resolve("partners.yaml"));
    assertThat(catalog().feeds()).hasSize(1);
  }

  @Test
  void readsTheNewsroomOfThisProject() {
    Reading reading = NewsroomReader.read(Path.of("feeds"));
    assertThat(reading.mistakes()).isEmpty();
    FeedCatalog catalog = Objects.requireNonNull(reading.catalog());
    assertThat(catalog.feeds())
        .extracting(FeedDefinition::name)
        .containsExactly("dan-van", "kinh-te", "moi-nhat", "ton-giao");
    assertThat(catalog.feeds())
        .extracting(FeedDefinition::title)
        .containsExactly("Dân vận", "Kinh tế", "Mới nhất", "Tôn giáo");
    assertThat(catalog.feed("ton-giao").orElseThrow().words())
        .containsExactly(new FoldedText("ton giao"));
    FeedDefinition newest = catalog.feed("moi-nhat").orElseThrow();
    assertThat(newest.include()).isEmpty();
    assertThat(newest.words()).isEmpty();
    Site site = catalog.site();
    assertThat(site.title()).isEqualTo("Đài Phát thanh – Truyền hình Sông Mây");
    assertThat(site.authority()).isEqualTo("songmay.example,2026");
    assertThat(site.contact()).isEqualTo("toasoan@songmay.example");
    assertThat(site.image())
        .isEqualTo(new Image(URI.create("https://songmay.example/logo-144.png"), 144, 144));
    assertThat(site.categories())
        .containsEntry("dan-van", "Dân vận")
        .containsEntry("ton-giao", "Tôn giáo")
        .containsEntry("kinh-te", "Kinh tế")
        .hasSize(3);
  }

  @Test
  void namesAFolderThatIsNotThere() {
    Path missing = temp.resolve("nowhere");
    assertThat(NewsroomReader.read(missing).mistakes())
        .extracting(FileMistake::toString)
        .containsExactly(
            missing + ": there is no such folder (make it, or name another with --feeds)");
  }

  @Test
  void namesASiteFileThatIsNotThere() throws IOException {
    Files.delete(folder.resolve("site.yaml"));
    expect(
        "/site.yaml: there is no such file"
            + " (write it with title, description, home, language, zone and authority)");
    write("site.yml", NewsroomFiles.SITE);
    expect("/site.yml: the name does not end in .yaml (rename it to site.yaml)");
  }

  @Test
  void namesANewsroomWithoutFeeds() throws IOException {
    Files.delete(folder.resolve("dan-van.yaml"));
    expect(
        ": there is no feed (write one, such as "
            + folder.resolve("news.yaml")
            + " with title and description)");
  }

  @Test
  void namesFilesWithWrongNames() throws IOException {
    write("Tôn Giáo.yaml", NewsroomFiles.FEED);
    write("kinh_te.yaml", NewsroomFiles.FEED);
    write("moi-nhat.yml", NewsroomFiles.FEED);
    write("thu.YAML", NewsroomFiles.FEED);
    write("...yaml", NewsroomFiles.FEED);
    write("@.yaml", NewsroomFiles.FEED);
    expect(
        "/@.yaml: a feed's name is made of a-z, 0-9 and hyphens (rename it)",
        "/Tôn Giáo.yaml: a feed's name is made of a-z, 0-9 and hyphens"
            + " (rename it to ton-giao.yaml)",
        "/kinh_te.yaml: a feed's name is made of a-z, 0-9 and hyphens (rename it to kinh-te.yaml)",
        "/moi-nhat.yml: the name does not end in .yaml (rename it to moi-nhat.yaml)",
        "/thu.YAML: the name does not end in .yaml (rename it to thu.yaml)");
  }

  @Test
  void namesFilesThatAreNoText() throws IOException {
    Files.write(
        folder.resolve("latin.yaml"),
        "title: x\ndescription: Qu\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(folder.resolve("wide.yaml"), "title: x".getBytes(StandardCharsets.UTF_16));
    write("large.yaml", "#".repeat(NewsroomFolder.MAX_BYTES + 1));
    Files.createSymbolicLink(folder.resolve("broken.yaml"), folder.resolve("nowhere"));
    expect(
        "/broken.yaml: this is not a file (remove it)",
        "/large.yaml: the file is larger than 1 MB (make it smaller)",
        "/latin.yaml:2: the text is not UTF-8 (save the file in the encoding UTF-8)",
        "/wide.yaml:1: the text is not UTF-8 (save the file in the encoding UTF-8)");
    Files.write(folder.resolve("site.yaml"), new byte[] {'a', (byte) 0xC4});
    assertThat(NewsroomReader.read(folder).mistakes())
        .extracting(FileMistake::toString)
        .contains(
            folder + "/site.yaml:1: the text is not UTF-8 (save the file in the encoding UTF-8)")
        .noneMatch(line -> line.contains("no such file"));
  }

  @Test
  void takesAFileOfJustOneMegabyte() throws IOException {
    String remark =
        "#".repeat(NewsroomFolder.MAX_BYTES - NewsroomFiles.FEED.getBytes(UTF_8).length);
    write("dan-van.yaml", NewsroomFiles.FEED + remark);
    assertThat(catalog().feeds()).hasSize(1);
  }

  @Test
  void namesEveryMistakeInTheSiteFile() throws IOException {
    write(
        "site.yaml",
        """
        titel: Đài
        description: ""
        home: thu.example
        language: vn
        zone: Asia/Ho_Chi_Min
        authority: thu.example
        contact: toasoan
        image: {url: /logo.png, width: 145, height: 0}
        categories:
          Kinh Tế: Kinh tế
          dan-van:
        """);
    expect(
        "/site.yaml:1: title is missing (write a line title: …)",
        "/site.yaml:1: unknown key \"titel\" (did you mean title?)",
        "/site.yaml:2: description is empty (write a line description: …)",
        "/site.yaml:3: home is no address: \"thu.example\" (write all of it, from https:// on)",
        "/site.yaml:4: \"vn\" is no language (write vi, en, vi-VN, …)",
        "/site.yaml:5: \"Asia/Ho_Chi_Min\" is no time zone (did you mean Asia/Ho_Chi_Minh?)",
        "/site.yaml:6: \"thu.example\" is no domain with a date (write a domain that is yours and"
            + " a year in which it was, such as example.com,2026)",
        "/site.yaml:7: \"toasoan\" is no mail address (write one such as news@example.com)",
        "/site.yaml:8: height cannot be \"0\" (write a number, 1 to 400)",
        "/site.yaml:8: url is no address: \"/logo.png\" (write all of it, from https:// on)",
        "/site.yaml:8: width cannot be \"145\" (write a number, 1 to 144)",
        "/site.yaml:10: \"Kinh Tế\" is not made of a-z, 0-9 and hyphens (write kinh-te: …)",
        "/site.yaml:11: dan-van is empty (write a line dan-van: …)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thu.example,26", "thu.example,2026-02-30", "thu.example,2026-02", "Thu.example,2026",
        "localhost,2026", "-a.example,2026", "a@thu.example,2026", "thu.example,2026,1"
      })
  void refusesOtherAuthorities(String authority) throws IOException {
    write("site.yaml", NewsroomFiles.SITE.replace("thu.example,2026", authority));
    assertThat(NewsroomReader.read(folder).mistakes())
        .singleElement()
        .extracting(FileMistake::message)
        .isEqualTo("\"" + authority + "\" is no domain with a date");
  }

  @Test
  void takesAnAuthorityWithADay() throws IOException {
    write(
        "site.yaml", NewsroomFiles.SITE.replace("thu.example,2026", "tin.thu.example,2026-02-28"));
    assertThat(catalog().site().authority()).isEqualTo("tin.thu.example,2026-02-28");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vn", "vi_VN", "vietnamese", "viet", "tiếng Việt", "x-thu"})
  void refusesOtherLanguages(String language) throws IOException {
    write("dan-van.yaml", NewsroomFiles.FEED + "language: " + language + "\n");
    expect("/dan-van.yaml:5: \"" + language + "\" is no language (write vi, en, vi-VN, …)");
  }

  @Test
  void namesEveryMistakeInAFeedFile() throws IOException {
    write(
        "dan-van.yaml",
        """
        title:
        categories:
          include:
            - dan-van
            - ton-giao
            - kinh-tee
          exclude: [dan-van]
          includes: x
        words:
          - dân vận
          - "!!!"
        limit: 501
        content: ful
        ttl: 30s
        language: vi_VN
        image: {url: https://thu.example/a.png, width: 9}
        title: Hai
        color: red
        """);
    expect(
        "/dan-van.yaml:1: description is missing (write a line description: …)",
        "/dan-van.yaml:1: title is empty (write a line title: …)",
        "/dan-van.yaml:5: there is no category \"ton-giao\""
            + " (add it to the categories in site.yaml)",
        "/dan-van.yaml:6: there is no category \"kinh-tee\" (did you mean kinh-te?)",
        "/dan-van.yaml:7: \"dan-van\" is included as well (keep one of the two)",
        "/dan-van.yaml:8: unknown key \"includes\" (did you mean include?)",
        "/dan-van.yaml:11: \"!!!\" has neither letter nor digit (remove it or write a word)",
        "/dan-van.yaml:12: limit cannot be \"501\" (write a number, 1 to 500)",
        "/dan-van.yaml:13: content cannot be \"ful\" (did you mean full?)",
        "/dan-van.yaml:14: ttl cannot be \"30s\" (write 1m to 1d, such as 90s, 5m or 1h)",
        "/dan-van.yaml:15: \"vi_VN\" is no language (write vi, en, vi-VN, …)",
        "/dan-van.yaml:16: height is missing (write a line height: …)",
        "/dan-van.yaml:17: \"title\" stands here again (it is on line 1 already: keep one)",
        "/dan-van.yaml:18: unknown key \"color\" (the keys are categories, content, description,"
            + " image, language, limit, title, tombstones, ttl, words)");
  }

  @Test
  void namesMistakesOfSyntaxInEveryFile() throws IOException {
    write("site.yaml", "title: x\nhome: @y\n");
    write("dan-van.yaml", "title: x\ncategories: {include: [ton-giao]\n");
    write("kinh-te.yaml", "");
    write("moi-nhat.yaml", "# to come\n");
    assertThat(NewsroomReader.read(folder).mistakes())
        .extracting(mistake -> mistake.file().replace(folder.toString(), ""))
        .containsExactly("/dan-van.yaml", "/kinh-te.yaml", "/moi-nhat.yaml", "/site.yaml");
    assertThat(NewsroomReader.read(folder).mistakes())
        .extracting(FileMistake::line)
        .containsExactly(3, 1, 1, 2);
  }

  @Test
  void isEitherACatalogOrMistakes() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Reading(null, List.of()));
    FileMistake mistake = new FileMistake("feeds/a.yaml", 7, "wrong", "right it");
    assertThatIllegalArgumentException().isThrownBy(() -> new Reading(catalog(), List.of(mistake)));
    assertThat(mistake).hasToString("feeds/a.yaml:7: wrong (right it)");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private FeedCatalog catalog() {
    Reading reading = NewsroomReader.read(folder);
    assertThat(reading.mistakes()).isEmpty();
    return Objects.requireNonNull(reading.catalog());
  }

  private void expect(String... lines) {
    Reading reading = NewsroomReader.read(folder);
    assertThat(reading.catalog()).isNull();
    assertThat(reading.mistakes())
        .extracting(mistake -> mistake.toString().replaceFirst("^" + folder, ""))
        .containsExactly(lines);
  }
}
