package vn.bantin.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.bantin.feed.Page;

final class AcceptedLanguageTest {

  private static final List<Page> PAGES = List.of(Page.VI, Page.EN);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vi                         | VI",
        "en                         | EN",
        "en-US,en;q=0.9             | EN",
        "EN-gb                      | EN",
        "vi-VN,vi;q=0.9,en;q=0.8    | VI",
        "en;q=0.5, vi;q=0.4         | EN",
        "en;q=0.5, vi;q=0.5         | VI",
        "fr, de                     | VI",
        "fr, *;q=0.1                | VI",
        "vi;q=0, *                  | EN",
        "vi;q=0, en;q=0             | VI",
        "english                    | VI",
        "v                          | VI",
        "en;level=1, vi;q=0.1       | VI",
        "en;q=2, vi;q=0.1           | VI",
        "'en ; q=0.7 , vi;q=0.1'    | EN",
        ";;, ,en                    | EN"
      })
  void theLanguageIsTheClientsChoice(String line, Page page) {
    assertThat(AcceptedLanguage.choose(List.of(line), PAGES)).isEqualTo(page);
  }

  @Test
  void severalLinesAreOneList() {
    assertThat(AcceptedLanguage.choose(List.of("vi;q=0.1", "en;q=0.2"), PAGES)).isEqualTo(Page.EN);
  }

  @Test
  void withoutTheFieldItIsTheNewsroomsOwn() {
    assertThat(AcceptedLanguage.choose(null, PAGES)).isEqualTo(Page.VI);
    assertThat(AcceptedLanguage.choose(List.of(), PAGES.reversed())).isEqualTo(Page.EN);
  }
}
