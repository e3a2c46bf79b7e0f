package vn.bantin.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestWordTest {

  private static final List<String> KNOWN = List.of("title", "ttl", "authors", "id");

  @ParameterizedTest
  @CsvSource({
    "titel, title",
    "tilte, title",
    "titles, title",
    "itle, title",
    "author, authors",
    "authours, authors",
    "tl, ttl",
    "ttle, title",
    "ids, id"
  })
  void findsTheWordWithinTwoEdits(String word, String meant) {
    assertThat(NearestWord.to(word, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"headline", "auth", "x", "<<", "no"})
  void findsNothingFartherAway(String word) {
    assertThat(NearestWord.to(word, KNOWN)).isEmpty();
  }

  @Test
  void prefersTheNearestThenTheFirstByName() {
    assertThat(NearestWord.to("dan-vam", List.of("dan-bac", "dan-van"))).contains("dan-van");
    assertThat(NearestWord.to("cat", List.of("hat", "bat"))).contains("bat");
    assertThat(NearestWord.to("cat", List.of())).isEmpty();
  }
}
