package vn.bantin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Files that no newsroom means to import: a clear refusal, or a clean article in valid feeds. */
final class BadInputTest {

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.in(folder);
  }

  @Test
  void charactersThatXmlForbidsAreTakenOut() throws IOException {
    String hostile =
        "Chữ\u0000\u0001\u0008\u000B\u001F \uFFFE\uFFFF còn\u0085 lại".replace("\0", "");
    JsonNode article = stored(Desk.markdown("a", "Tin\u0007 \u0002đầu", hostile));
    assertThat(article.path("title").asString()).isEqualTo("Tin đầu");
    assertThat(article.path("body_html").asString()).isEqualTo("<p>Chữ  còn lại</p>");
  }

  @Test
  void theEndOfCdataIsText() throws IOException {
    JsonNode article = stored(Desk.markdown("a", "Mã ]]> lạ", "Chữ ]]> và `<![CDATA[x]]>`."));
    assertThat(article.path("title").asString()).isEqualTo("Mã ]]> lạ");
    assertThat(article.path("body_html").asString()).contains("]]&gt;");
  }

  @Test
  void decomposedLettersAreComposed() throws IOException {
    String nfd = Normalizer.normalize("Bà con thôn Đồng Mây", Normalizer.Form.NFD);
    JsonNode article = stored(Desk.markdown("a", nfd, nfd));
    assertThat(article.path("title").asString()).isEqualTo("Bà con thôn Đồng Mây");
    assertThat(article.path("body_html").asString()).isEqualTo("<p>Bà con thôn Đồng Mây</p>");
  }

  @Test
  void scriptsAndHandlersAreTakenOut() throws IOException {
    JsonNode article =
        stored(
            Desk.markdown(
                "a",
                "Tin đậm",
                "<script>alert(1)</script><p onclick=\"x()\">Chữ <a href=\"javascript:x\">đây</a>"
                    + "<img src=\"/a.jpg\"></p>"));
    assertThat(article.path("body_html").asString())
        .doesNotContain("script", "onclick", "alert")
        .contains("https://songmay.example/a.jpg");
  }

  @Test
  void aBodyOfFiveMegabytesIsAnArticle() throws IOException {
    JsonNode article = stored(Desk.markdown("a", "Bài dài", "Chữ dài. ".repeat(500_000)));
    assertThat(article.path("body_html").asString()).hasSizeGreaterThan(4_000_000);
  }

  @Test
  void aBodyOfTenMegabytesIsRefused() throws IOException {
    String body = "Chữ dài. ".repeat(1_000_000);
    refused(Desk.markdown("a", "Bài dài", body), "too-large");
    refused("(songmay.example) – Chiều 19/12/2025, " + body, "too-large");
  }

  @Test
  void aFileOfMoreThan32MegabytesIsRefusedUnread() throws IOException {
    refused(new byte[(32 << 20) + 1], "too-large");
  }

  @ParameterizedTest
  @CsvSource({
    "C0 80,not-utf-8", // NUL in two bytes
    "ED A0 80,not-utf-8", // an unpaired surrogate
    "ED A0 BD ED B8 80,not-utf-8", // a pair of them, each on its own
    "F4 90 80 80,not-utf-8", // beyond Unicode
    "E1 BB,not-utf-8", // a letter cut in two
    "00,binary",
    "89 50 4E 47 0D 0A 1A 0A 00 00,",
    "50 4B 03 04 14 00 00 00,",
    "FF FE 41 00,",
    "FE FF 00 41,",
  })
  void bytesThatAreNoTextAreRefused(String hex, String code) throws IOException {
    byte[] wrong = HexFormat.ofDelimiter(" ").parseHex(hex);
    byte[] text = Desk.markdown("a", "Tin", "Chữ").getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(wrong.length + text.length);
    if (code == null) {
      bytes.put(wrong).put(text);
    } else {
      bytes.put(text).put(wrong);
    }
    refused(bytes.array(), code);
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32", "windows-1258", "windows-1252"})
  void textInAnotherEncodingIsRefused(String encoding) throws IOException {
    String text = "---\nid: a\ntitle: Đường làng\npublished: 2026-01-01\n---\nĐường làng à ơi\n";
    JsonNode refusal = refused(text.getBytes(Charset.forName(encoding)), null);
    assertThat(refusal.path("code").asString()).isIn("not-utf-8", "binary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|empty",
        "'   ~ ~'|empty",
        "'\uFEFF'|empty",
        "Chỉ có một dòng chữ, không ngày tháng.|no-date",
        "(songmay.example) – Chiều 31/2/2025, họp.|no-date",
        "(songmay.example) – Chiều 19/12, họp.|no-date",
        "<!doctype html><p>Chữ</p>|unknown-kind",
        "{\"id\": \"a\"}|bad-field",
        "[{\"id\": \"a\"}]|unknown-kind",
        "Trả lời~~Email của bạn sẽ không được hiển thị công khai.|no-text",
        "---~title: [~---~Chữ|front-matter",
        "---~title: x|front-matter",
        "---~\tid: a~---~Chữ|front-matter",
        "---~id: a~id: b~title: x~published: 2026-01-01~---~Chữ|front-matter",
        "---~- a~- b~---~Chữ|front-matter",
        "---~id: a~title: x~published: 2026-01-01~titel: y~---~Chữ|front-matter",
        "---~id: a~title: x~---~Chữ|no-date",
        "---~id: a~title: x~published: hôm qua~---~Chữ|bad-date",
        "---~id: a~title: x~published: 0001-01-01~---~Chữ|bad-date",
        "---~id: a~published: 2026-01-01~---~Chữ|no-title",
        "---~title: x~published: 2026-01-01~---~Chữ|bad-id",
        "---~id: bài một~title: x~published: 2026-01-01~---~Chữ|bad-id",
        "---~id: a~title: x~published: 2026-01-01~---~|no-text",
        "---~id: a~title: x~published: 2026-01-01~---~<script>x</script>|no-text",
        "---~id: a~title: x~published: 2026-01-01~url: nơi nào~---~Chữ|bad-address",
        "---~id: a~title: x~published: 2026-01-01~language: '?'~---~Chữ|bad-language",
        "---~id: a~title: x~published: 2026-01-01~categories: [A b]~---~Chữ|bad-category",
        "---~a: &a [x, x]~b: &b [*a, *a]~c: [*b, *b]~---~Chữ|front-matter",
      })
  void textThatIsNoArticleIsRefusedWithACodeAndAHint(String text, String code) throws IOException {
    refused(text.replace('~', '\n'), code);
  }

  @Test
  void yamlThatIsNestedAThousandDeepIsRefused() throws IOException {
    refused("---\nid: " + "[".repeat(1_000) + "\n---\nChữ", "front-matter");
  }

  @Test
  void linksThatLeadInCirclesAreNamedAndTheRestIsTaken() throws IOException {
    desk.write("in/a.md", Desk.markdown("a", "Bài A", "Chữ."));
    Path in = folder.resolve("in");
    Files.createSymbolicLink(in.resolve("up"), in);
    Files.createSymbolicLink(in.resolve("x.md"), in.resolve("y.md"));
    Files.createSymbolicLink(in.resolve("y.md"), in.resolve("x.md"));
    Files.createSymbolicLink(in.resolve("lost.md"), in.resolve("nothing"));
    Outcome outcome = desk.run("import", in);
    assertClean(outcome);
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.lines()).containsExactly("created   a  Bài A", "1 created, 4 refused");
    assertThat(outcome.err())
        .hasLineCount(4)
        .contains("in/up: cyclic-link: ", "x.md: cyclic-link: ", "y.md: cyclic-link: ")
        .contains("lost.md: unreadable: ");
  }

  @Test
  void ofTwoFilesWithOneIdTheSecondIsRefusedHoweverOften() throws IOException {
    desk.write("in/1.md", Desk.markdown("same", "Bài một", "Chữ."));
    desk.write("in/2.md", Desk.markdown("same", "Bài hai", "Chữ."));
    for (String word : List.of("created", "unchanged")) {
      for (String dryRun : List.of("--dry-run", "")) {
        Outcome outcome =
            dryRun.isEmpty()
                ? desk.run("import", folder.resolve("in"))
                : desk.run("import", dryRun, folder.resolve("in"));
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains(dryRun.isEmpty() ? word : "readable");
        assertThat(outcome.err()).contains("in/2.md: duplicate-id: ").contains("in/1.md as well");
      }
    }
    assertThat(desk.run("list").out()).hasLineCount(1).contains("Bài một");
    assertThat(desk.violations()).isEmpty();
  }

  @Test
  void nothingBadTakesTheGoodAlong() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      desk.write("in/%02d-good.md".formatted(i), Desk.markdown("g" + i, "Bài " + i, "Chữ ]]> ."));
      ids.add("g" + i);
    }
    desk.write("in/03-binary.txt", new byte[] {0, 1, 2, 3});
    desk.write("in/04-empty.md", "");
    desk.write("in/05-page.html.txt", "<html><p>x</p></html>");
    desk.write("in/06-yaml.md", "---\nid: [\n---\n");
    desk.write("in/07-1258.txt", "Đường làng".getBytes(Charset.forName("windows-1258")));
    Outcome outcome;
    try (BantinProcess process =
        BantinProcess.start(desk, "import", folder.resolve("in").toString(), "nowhere.md")) {
      outcome = process.outcome();
    }
    assertClean(outcome);
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.lines().getLast()).isEqualTo("10 created, 6 refused");
    assertThat(outcome.err().lines())
        .hasSize(6)
        .allMatch(line -> line.matches(".+: [a-z0-9-]+: .+ \\(.+\\)"));
    StoreInspection stored = StoreInspection.of(desk);
    assertThat(stored.ids()).containsExactlyElementsOf(ids);
    stored.assertWhole();
    assertThat(desk.violations()).isEmpty();
  }

  private JsonNode stored(String text) throws IOException {
    Outcome outcome = desk.run("import", "--json", desk.write("in/file.txt", text));
    assertClean(outcome);
    assertThat(outcome.code()).as(outcome.out()).isZero();
    assertThat(desk.violations()).isEmpty();
    StoreInspection.of(desk).assertWhole();
    return desk.run("show", "a", "--json").objects().getFirst();
  }

  private JsonNode refused(String text, String code) throws IOException {
    return refused(text.getBytes(StandardCharsets.UTF_8), code);
  }

  private JsonNode refused(byte[] bytes, String code) throws IOException {
    Path file = desk.write("in/file.txt", bytes);
    Outcome outcome = desk.run("import", "--json", file);
    assertClean(outcome);
    assertThat(outcome.code()).isEqualTo(1);
    JsonNode refusal = outcome.objects().getFirst();
    assertThat(refusal.path("outcome").asString()).isEqualTo("refused");
    assertThat(refusal.path("code").asString()).as(refusal.toString()).isIn(codes(code));
    assertThat(refusal.path("message").asString()).isNotBlank().doesNotContain("Exception");
    assertThat(refusal.path("hint").asString()).isNotBlank();
    assertThat(desk.run("list").out()).isEmpty();
    Outcome plain = desk.run("import", file);
    assertThat(plain.err())
        .hasLineCount(1)
        .startsWith(file + ": " + refusal.path("code").asString() + ": ");
    return refusal;
  }

  private static List<String> codes(String code) {
    return code == null ? List.of("not-utf-8", "binary") : List.of(code);
  }

  private static void assertClean(Outcome outcome) {
    assertThat(outcome.out() + outcome.err())
        .doesNotContain("\tat ", "Exception", "vn.bantin.", "Caused by");
  }
}
