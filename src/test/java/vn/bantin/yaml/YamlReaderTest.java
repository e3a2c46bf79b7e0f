package vn.bantin.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YamlReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                        | 1 | nothing is written here",
        "# only a remark\\n        | 1 | nothing is written here",
        "---\\n                    | 1 | nothing is written here",
        "~                         | 1 | nothing is written here",
        "just a text               | 1 | this is not a list of keys and values",
        "\\n- one\\n- two          | 2 | this is not a list of keys and values",
        "a: 1\\n---\\nb: 2         | 2 | a second document starts here",
        "a: 1\\n---\\n             | 2 | a second document starts here",
        "\uFEFFtitle: x            | 1 | the text starts with a byte order mark",
        "a: 1\\n\\tb: 2            | 2 | a tab stands here",
        "a:\\n\\t- b               | 2 | a tab stands here",
        "a: &x 1\\nb: *x           | 1 | &anchor is not used here",
        "a: 1\\nb: *x              | 2 | *alias is not used here",
        "a: 1\\nb: !!binary eA==   | 2 | !tag is not used here",
        "a: 1\\nb: !mine {c: 1}    | 2 | !tag is not used here",
        "a: 1\\r\\nb: \u0001x      | 2 | the character U+0001 is not allowed",
        "a: 1\\nb: \ud800x         | 2 | the character U+D800 is not allowed",
        "a: 1\\nb: one: two        | 2 | not YAML: mapping values are not allowed here",
        "a: 1\\nb: 'x              | 2 | not YAML: found unexpected end of stream",
        "a: 1\\nb: \"\\\\q\"       | 2 | not YAML: found unknown escape character",
        "a: 1\\nb: \"\\\\UFFFFFFFF\" | 2 | not YAML from here on",
        "a: 1\\ntitle: @x          | 2 | not YAML: found character '@' that cannot start any token",
      })
  void namesTheLineOfWhatIsNoMap(String text, int line, String message) {
    List<Mistake> mistakes = new ArrayList<>();
    YamlMap map = YamlReader.read(unescaped(text), 1, mistakes);
    assertThat(mistakes).hasSize(1);
    assertThat(mistakes.getFirst().line()).isEqualTo(line);
    assertThat(mistakes.getFirst().message()).startsWith(message);
    assertThat(mistakes.getFirst().hint()).isNotBlank();
    assertThat(map.keys()).isEmpty();
  }

  @Test
  void emptyMapAfterAMistakeOfSyntaxAddsNoMore() {
    List<Mistake> mistakes = new ArrayList<>();
    YamlMap map = YamlReader.read("a: [", 1, mistakes);
    assertThat(map.requiredText("title")).isEmpty();
    map.mistake("title", "wrong", "right it");
    map.rejectUnknownKeys();
    assertThat(mistakes).hasSize(1);
  }

  @Test
  void countsLinesFromTheFirst() {
    List<Mistake> mistakes = new ArrayList<>();
    YamlMap map = YamlReader.read("title: x\ndate: y\n", 2, mistakes);
    assertThat(map.line()).isEqualTo(2);
    assertThat(map.line("date")).isEqualTo(3);
    YamlReader.read("title: x\ndate: [", 2, mistakes);
    assertThat(mistakes).singleElement().extracting(Mistake::line).isEqualTo(3);
  }

  @Test
  void takesOneDocumentBetweenItsMarks() {
    List<Mistake> mistakes = new ArrayList<>();
    YamlMap map = YamlReader.read("%YAML 1.2\n---\ntitle: x\n...\n", 1, mistakes);
    assertThat(mistakes).isEmpty();
    assertThat(map.text("title")).isEqualTo("x");
  }

  @Test
  void refusesWhatIsTooDeepOrTooLong() {
    assertThat(mistakesOf("a: " + "[".repeat(200_000)))
        .containsExactly(new Mistake(1, "nested deeper than 32 levels", "nest less"));
    assertThat(mistakesOf("a: 1\nb: " + "{x: ".repeat(40) + "}".repeat(40)))
        .containsExactly(new Mistake(2, "nested deeper than 32 levels", "nest less"));
    assertThat(mistakesOf("a: 1\nb: " + "[".repeat(31) + "]".repeat(31))).isEmpty();
    assertThat(mistakesOf("a: " + "x".repeat(YamlReader.MAX_CODE_POINTS)))
        .containsExactly(
            new Mistake(1, "the text is longer than 3145728 characters", "make it shorter"));
  }

  @Test
  void namesAKeyThatStandsTwice() {
    assertThat(mistakesOf("title: x\nlimit: 5\ntitle: y\n"))
        .containsExactly(
            new Mistake(3, "\"title\" stands here again", "it is on line 1 already: keep one"));
    assertThat(mistakesOf("a: 1\n? [b, c]\n: 2\n"))
        .containsExactly(new Mistake(2, "a key is a single word", "write KEY: VALUE"));
  }

  @Test
  void neverThrowsOnDamagedText() {
    Random random = new Random(20261123);
    String good = "title: \"Dân vận\"\nlist: [a, 'b']\nmap:\n  - x: |\n      y\n    z: 5m\n";
    String special = "\t\n\r :-[]{}#&*!|>'\"%@`?,\\x\u0000\uFEFF\u0085\u2028đ\ud800~.0";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(good);
      for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
        char c = special.charAt(random.nextInt(special.length()));
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, c);
          case 1 -> text.insert(at, String.valueOf(c).repeat(1 + random.nextInt(3)));
          default -> text.delete(at, Math.min(text.length(), at + random.nextInt(4)));
        }
      }
      List<Mistake> mistakes = new ArrayList<>();
      YamlMap map = YamlReader.read(text.toString(), 1, mistakes);
      long lines = 1 + text.chars().filter(c -> "\n\r\u0085\u2028\u2029".indexOf(c) >= 0).count();
      map.text("title");
      map.texts("list");
      map.maps("map").forEach(item -> item.text("x"));
      map.rejectUnknownKeys();
      assertThat(mistakes).allSatisfy(m -> assertThat(m.line()).isBetween(1, (int) lines));
    }
  }

  private static List<Mistake> mistakesOf(String text) {
    List<Mistake> mistakes = new ArrayList<>();
    YamlReader.read(text, 1, mistakes);
    return mistakes;
  }

  private static String unescaped(String text) {
    return text.replace("\\ud800", "\ud800").translateEscapes();
  }
}
