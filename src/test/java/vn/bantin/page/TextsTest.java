package vn.bantin.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.bantin.feed.Page;

final class TextsTest {

  private static final Pattern SAID = Pattern.compile("say\\(\"([a-z.]+)\"[,)]");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  @Test
  void bothLanguagesSayTheSame() {
    Set<String> vietnamese = withoutProblems(Texts.of(Page.VI));
    assertThat(withoutProblems(Texts.of(Page.EN))).isEqualTo(vietnamese);
    for (String name : vietnamese) {
      assertThat(places(Texts.of(Page.EN).say(name)))
          .as(name)
          .isEqualTo(places(Texts.of(Page.VI).say(name)));
    }
  }

  @Test
  void nothingIsSaidTwice() throws IOException {
    for (Page page : Page.values()) {
      Path file = Path.of("src/main/resources/page", page.language() + ".properties");
      List<String> names =
          Files.readAllLines(file).stream().map(line -> line.split(" = ", 2)[0]).toList();
      assertThat(names).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatTemplatesSayIsThere() throws IOException {
    Set<String> said = new TreeSet<>();
    try (Stream<Path> templates = Files.list(Path.of("src/main/jte"))) {
      for (Path template : templates.toList()) {
        Matcher matcher = SAID.matcher(Files.readString(template));
        while (matcher.find()) {
          said.add(matcher.group(1));
        }
      }
    }
    assertThat(said).hasSizeGreaterThan(20);
    assertThat(Texts.of(Page.VI).names()).containsAll(said);
  }

  @Test
  void datesStandAsTheReaderWritesThem() {
    OffsetDateTime time = OffsetDateTime.parse("2019-12-19T08:30:00Z");
    ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
    assertThat(Dates.text(time, zone, Page.VI)).isEqualTo("15:30, Thứ Năm 19/12/2019");
    assertThat(Dates.text(time, zone, Page.EN)).isEqualTo("15:30, Thursday 19/12/2019");
    assertThat(Dates.machine(time, zone)).isEqualTo("2019-12-19T15:30:00+07:00");
  }

  private static Set<String> withoutProblems(Texts texts) {
    Set<String> names = new TreeSet<>(texts.names());
    names.removeIf(name -> name.startsWith("problem."));
    return names;
  }

  private static long places(String text) {
    return PLACE.matcher(text).results().count();
  }
}
