package vn.bantin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.article.FoldedText;
import vn.bantin.feed.Content;
import vn.bantin.feed.Embedders;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Partner;
import vn.bantin.feed.Profile;
import vn.bantin.feed.Rights;
import vn.bantin.feed.Utm;

/** The files of partners, and the key of the newsroom's own that is about them. */
final class PartnerFileTest {

  private static final String SMALL =
      "title: Báo\nfeeds: dan-van\nbyline: Theo Đài Thử\nlink_back: Bài gốc\n";

  @TempDir private Path temp;
  private Path folder;

  @BeforeEach
  void makeNewsroom() throws IOException {
    folder = NewsroomFiles.make(temp.resolve("feeds"));
    Files.createDirectory(folder.resolve("partners"));
  }

  @Test
  void fillsInWhatIsLeftOut() throws IOException {
    write("bao", SMALL);
    assertThat(catalog().partners().all())
        .containsExactly(
            new Partner(
                "bao",
                "Báo",
                Set.of(),
                List.of("dan-van"),
                Content.FULL,
                50,
                Utm.NONE,
                "Theo Đài Thử",
                "Bài gốc",
                new Rights(true, Set.of(), Set.of()),
                Profile.NONE));
    assertThat(catalog().partners().isEmbeddingTheirs()).isFalse();
  }

  @Test
  void takesEveryKey() throws IOException {
    write(
        "bao-ben-thong",
        """
        title: " Báo  Bến Thông"
        origins: [https://bao.example, "https://m.bao.example:8443", https://bao.example]
        feeds: [dan-van, dan-van]
        content: summary
        limit: 500
        utm: {campaign: tin mới, source: bao, medium: }
        byline: Theo Đài Thử
        link_back: Bài gốc
        rights: all
        exclude:
          categories: kinh-te
          tags: [Không Đăng Lại, "!"]
        profile: flipboard
        """);
    assertThat(catalog().partners().named("bao-ben-thong"))
        .contains(
            new Partner(
                "bao-ben-thong",
                "Báo Bến Thông",
                Set.of("https://bao.example", "https://m.bao.example:8443"),
                List.of("dan-van"),
                Content.SUMMARY,
                500,
                new Utm(Map.of("source", "bao", "campaign", "tin mới")),
                "Theo Đài Thử",
                "Bài gốc",
                new Rights(false, Set.of("kinh-te"), Set.of(FoldedText.of("khong dang lai"))),
                Profile.FLIPBOARD));
  }

  @Test
  void namesEveryMistake() throws IOException {
    write(
        "bao",
        """
        titel: Báo
        origins:
          - https://bao.example
          - https://bao.example/
        feeds:
          - dan-van
          - dan-va
          - the-thao
        content: summary
        limit: 0
        utm: {sorce: x}
        byline: Theo Đài Thử
        rights: mine
        exclude: {categories: [kinh-tee], words: x}
        profile: msn
        """);
    expect(
        "bao.yaml:1: link_back is missing (write a line link_back: …)",
        "bao.yaml:1: title is missing (write a line title: …)",
        "bao.yaml:1: unknown key \"titel\" (did you mean title?)",
        "bao.yaml:4: \"https://bao.example/\" is not the origin of a site"
            + " (write https://bao.example)",
        "bao.yaml:7: there is no feed \"dan-va\" (did you mean dan-van?)",
        "bao.yaml:8: there is no feed \"the-thao\" (write one of dan-van)",
        "bao.yaml:9: msn takes no summaries (write content: full, or another profile)",
        "bao.yaml:10: limit cannot be \"0\" (write a number, 1 to 500)",
        "bao.yaml:11: unknown key \"sorce\" (did you mean source?)",
        "bao.yaml:13: rights cannot be \"mine\" (write one of own, all)",
        "bao.yaml:14: there is no category \"kinh-tee\" (did you mean kinh-te?)",
        "bao.yaml:14: unknown key \"words\" (the keys are categories, tags)");
  }

  @Test
  void aTextThatCannotBeSeenIsNone() throws IOException {
    write("bao", SMALL.replace("Theo Đài Thử", "\"\\ufeff\""));
    expect("bao.yaml:3: byline has nothing that can be seen (write a text)");
  }

  @Test
  void aPartnerGetsAFeed() throws IOException {
    write("bao", SMALL.replace("dan-van", ""));
    expect("bao.yaml:2: it gets no feed (write feeds: [dan-van])");
    write("bao", SMALL.replace("dan-van", "{a: b}"));
    expect("bao.yaml:2: feeds is not a list (write feeds: [one, another])");
  }

  @ParameterizedTest
  @CsvSource({
    "http://bao.example, https://bao.example",
    "bao.example, https://bao.example",
    "//bao.example, https://bao.example",
    "HTTPS://Bao.example/tin?x#y, https://bao.example",
    "https://bao.example:443, https://bao.example",
    "https://bao.example:8443/, https://bao.example:8443",
    "'https://*.bao.example', 'the scheme and the host alone, such as https://bao.example'",
    "'*', 'the scheme and the host alone, such as https://bao.example'",
    "https://bao.example:65536, 'the scheme and the host alone, such as https://bao.example'",
    "https://báo.example, 'the scheme and the host alone, such as https://bao.example'",
    "\"https://bao.example; script-src *\", "
        + "'the scheme and the host alone, such as https://bao.example'",
  })
  void anOriginIsJustWhatBrowsersSend(String origin, String hint) throws IOException {
    String bare = origin.replace("\"", "");
    write("bao", SMALL + "origins: ['" + bare + "']\n");
    expect("bao.yaml:5: \"" + bare + "\" is not the origin of a site (write " + hint + ")");
  }

  @Test
  void namesFilesWithWrongNamesAndPassesOverOthers() throws IOException {
    write("Báo Mới", SMALL);
    Files.writeString(folder.resolve("partners/bao.yml"), SMALL);
    Files.writeString(folder.resolve("partners/README.md"), "[");
    Files.writeString(folder.resolve("partners/.bao.yaml"), "[");
    Files.createDirectory(folder.resolve("partners/old"));
    Files.writeString(folder.resolve("partners/old/x.yaml"), "[");
    expect(
        "Báo Mới.yaml: a partner's name is made of a-z, 0-9 and hyphens (rename it to"
            + " bao-moi.yaml)",
        "bao.yml: the name does not end in .yaml (rename it to bao.yaml)");
  }

  @Test
  void aPartnerMayGetAFeedWhoseFileIsWrong() throws IOException {
    write("bao", SMALL);
    Files.writeString(folder.resolve("dan-van.yaml"), "title: x\n");
    assertThat(NewsroomReader.read(folder).mistakes())
        .extracting(FileMistake::toString)
        .containsExactly(
            folder.resolve("dan-van.yaml")
                + ":1: description is missing (write a line description: …)");
  }

  @Test
  void theNewsroomMayLeaveEmbeddingToPartners() throws IOException {
    write("bao", SMALL + "origins: https://bao.example\n");
    embedding("anyone");
    assertThat(catalog().embedders("dan-van")).isEqualTo(new Embedders.Anyone());
    embedding("partners");
    assertThat(catalog().embedders("dan-van"))
        .isEqualTo(new Embedders.Only(Set.of("https://bao.example")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"partner", "everybody"})
  void embeddingIsOneOfTwoWords(String word) throws IOException {
    embedding(word);
    assertThat(NewsroomReader.read(folder).mistakes())
        .singleElement()
        .satisfies(mistake -> {
          assertThat(mistake.line()).isEqualTo(10);
          assertThat(mistake.message()).isEqualTo("embedding cannot be \"" + word + "\"");
        });
  }

  private void embedding(String word) throws IOException {
    String site = NewsroomFiles.SITE + "embedding: " + word + "\n";
    Files.writeString(folder.resolve("site.yaml"), site);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve("partners").resolve(name + ".yaml"), text);
  }

  private FeedCatalog catalog() {
    Reading reading = NewsroomReader.read(folder);
    assertThat(reading.mistakes()).isEmpty();
    return Objects.requireNonNull(reading.catalog());
  }

  private void expect(String... mistakes) {
    assertThat(NewsroomReader.read(folder).mistakes())
        .extracting(FileMistake::toString)
        .containsExactly(
            Stream.of(mistakes)
                .map(mistake -> folder.resolve("partners") + "/" + mistake)
                .toArray(String[]::new));
  }
}
