package vn.bantin.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlMapTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final List<Mistake> mistakes = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {"2026", "yes", "2026-01-14T06:45:00+07:00", "0x1F", "1_000", "Đường & cầu"})
  void takesAScalarAsItIsWritten(String text) {
    assertThat(read("title: " + text).text("title")).isEqualTo(text);
    assertThat(read("title: '" + text + "'").requiredText("title")).isEqualTo(text);
    assertThat(mistakes).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"title:", "title: ~", "title: null", "title: ''", "title: \"  \"", "x: y"})
  void knowsWhenThereIsNothing(String text) {
    YamlMap map = read(text);
    assertThat(map.text("title")).isNull();
    assertThat(map.texts("title")).isEmpty();
    assertThat(map.maps("title")).isEmpty();
    assertThat(map.map("title")).isNull();
    assertThat(map.integer("title", 1, 2)).isNull();
    assertThat(map.address("title")).isNull();
    assertThat(map.oneOf("title", List.of("a"))).isNull();
    assertThat(map.duration("title", MINUTE, DAY)).isNull();
    assertThat(mistakes).isEmpty();
  }

  @Test
  void namesARequiredTextThatIsNotThere() {
    assertThat(read("\nname: x\ntitle: \n").requiredText("title")).isEmpty();
    assertThat(read("\nname: x\n").requiredText("title")).isEmpty();
    assertThat(mistakes)
        .containsExactly(
            new Mistake(3, "title is empty", "write a line title: …"),
            new Mistake(2, "title is missing", "write a line title: …"));
  }

  @Test
  void namesAListWhereATextBelongsOnlyOnce() {
    assertThat(read("title: [a, b]").requiredText("title")).isEmpty();
    assertThat(mistakes)
        .singleElement()
        .extracting(Mistake::message)
        .isEqualTo("title is not a text");
  }

  @Test
  void readsListsAndSingleTexts() {
    YamlMap map = read("a: [x, 'y z']\nb:\n  - x\n  - 2026\nc: x\nd: []\n");
    assertThat(map.texts("a")).containsExactly("x", "y z");
    assertThat(map.texts("b")).containsExactly("x", "2026");
    assertThat(map.texts("c")).containsExactly("x");
    assertThat(map.texts("d")).isEmpty();
    assertThat(map.line("b", "2026")).isEqualTo(4);
    assertThat(map.line("b", "none")).isEqualTo(2);
    assertThat(mistakes).isEmpty();
  }

  @Test
  void namesItemsThatAreNoTextsAtTheirLines() {
    YamlMap map = read("a:\n  - x\n  -\n  - [y]\nb: {c: d}\n");
    assertThat(map.texts("a")).containsExactly("x");
    assertThat(map.texts("b")).isEmpty();
    assertThat(mistakes)
        .extracting(Mistake::line, Mistake::message)
        .containsExactly(
            tuple(3, "an item of a is empty"),
            tuple(4, "an item of a is not a text"),
            tuple(5, "b is not a list"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "500, 500", "007, 7", "+9, 9"})
  void readsNumbersInRange(String text, int number) {
    assertThat(read("n: " + text).integer("n", 1, 500)).isEqualTo(number);
    assertThat(read("n: '" + text + "'").longInteger("n", 1, 500)).isEqualTo(number);
    assertThat(mistakes).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "501", "-1", "5.0", "many", "99999999999999999999", "5 0"})
  void refusesNumbersOutOfRange(String text) {
    assertThat(read("\nn: " + text).integer("n", 1, 500)).isNull();
    assertThat(mistakes)
        .containsExactly(
            new Mistake(2, "n cannot be \"" + text + "\"", "write a number, 1 to 500"));
  }

  @ParameterizedTest
  @CsvSource({"90s, PT90S", "5m, PT5M", "1h, PT1H", "1d, PT24H", "60s, PT1M", "5 m, PT5M"})
  void readsDurations(String text, Duration duration) {
    assertThat(read("ttl: " + text).duration("ttl", MINUTE, DAY)).isEqualTo(duration);
    assertThat(mistakes).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"59s", "25h", "5", "m", "-5m", "5M", "1h30m", "9999999999d"})
  void refusesOtherDurations(String text) {
    assertThat(read("ttl: " + text).duration("ttl", MINUTE, DAY)).isNull();
    assertThat(mistakes)
        .containsExactly(
            new Mistake(
                1, "ttl cannot be \"" + text + "\"", "write 1m to 1d, such as 90s, 5m or 1h"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://songmay.example/, https://songmay.example/",
    "HTTP://a.example:8080/x?y=z#q, HTTP://a.example:8080/x?y=z#q",
    "https://a.example/đường, https://a.example/%C4%91%C6%B0%E1%BB%9Dng",
  })
  void readsAddressesAsAscii(String text, String address) {
    assertThat(read("url: '" + text + "'").address("url")).isEqualTo(URI.create(address));
    assertThat(mistakes).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "songmay.example",
        "/a/b",
        "ftp://a.example/",
        "javascript:alert(1)",
        "https:///x",
        "https://a b.example/",
        "mailto:a@b.example",
        "http://",
        "https:a.example"
      })
  void refusesOtherAddresses(String text) {
    assertThat(read("url: '" + text + "'").address("url")).isNull();
    assertThat(mistakes)
        .containsExactly(
            new Mistake(
                1, "url is no address: \"" + text + "\"", "write all of it, from https:// on"));
  }

  @Test
  void readsOneOfSomeWords() {
    List<String> words = List.of("full", "summary");
    assertThat(read("content: full").oneOf("content", words)).isEqualTo("full");
    assertThat(mistakes).isEmpty();
    assertThat(read("content: ful").oneOf("content", words)).isNull();
    assertThat(read("content: everything").oneOf("content", words)).isNull();
    assertThat(mistakes)
        .containsExactly(
            new Mistake(1, "content cannot be \"ful\"", "did you mean full?"),
            new Mistake(1, "content cannot be \"everything\"", "write one of full, summary"));
  }

  @Test
  void opensMapsAndListsOfMaps() {
    YamlMap map = read("a:\n  x: 1\nb:\n  - x: 2\n  - x: 3\n");
    YamlMap a = Objects.requireNonNull(map.map("a"));
    assertThat(a.text("x")).isEqualTo("1");
    assertThat(a.line()).isEqualTo(2);
    assertThat(map.map("a")).isSameAs(a);
    assertThat(map.maps("b")).extracting(item -> item.text("x")).containsExactly("2", "3");
    assertThat(map.keys()).containsExactly("a", "b");
    assertThat(mistakes).isEmpty();
  }

  @Test
  void namesWhatIsNoMap() {
    YamlMap map = read("a: x\nb:\n  - x: 2\n  - y\nc: z\n");
    assertThat(map.map("a")).isNull();
    assertThat(map.maps("b")).hasSize(1);
    assertThat(map.maps("c")).isEmpty();
    assertThat(mistakes)
        .extracting(Mistake::line, Mistake::message)
        .containsExactly(
            tuple(1, "a has no keys of its own"),
            tuple(4, "an item of b has no keys"),
            tuple(5, "c is not a list"));
  }

  @Test
  void namesEveryKeyThatNobodyAskedFor() {
    YamlMap map = read("titel: x\nimage:\n  hight: 1\nmedia:\n  - urls: x\ncolour: red\n");
    map.text("title");
    Objects.requireNonNull(map.map("image")).text("height");
    map.maps("media").forEach(item -> item.text("url"));
    map.rejectUnknownKeys();
    assertThat(mistakes)
        .containsExactly(
            new Mistake(1, "unknown key \"titel\"", "did you mean title?"),
            new Mistake(6, "unknown key \"colour\"", "the keys are image, media, title"),
            new Mistake(3, "unknown key \"hight\"", "did you mean height?"),
            new Mistake(5, "unknown key \"urls\"", "did you mean url?"));
  }

  @Test
  void stopsCountingAtAHundredMistakes() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append("key").append(i).append(": x\n");
    }
    read(text.toString()).rejectUnknownKeys();
    assertThat(mistakes).hasSize(YamlMap.MAX_MISTAKES);
  }

  @Test
  void quotesOnlyTheBeginningOfALongText() {
    read("n: \"" + "đ".repeat(1000) + "\"").integer("n", 1, 2);
    assertThat(mistakes.getFirst().message()).isEqualTo("n cannot be \"" + "đ".repeat(60) + "…\"");
  }

  private YamlMap read(String text) {
    return YamlReader.read(text, 1, mistakes);
  }
}
