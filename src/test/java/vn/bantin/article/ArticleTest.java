package vn.bantin.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.bantin.article.Articles.article;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArticleTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "ktv-2019-1219-01", "kontumtv.vn:2019-12-19:hoi-nghi", "A_~.-:9"})
  void takesIds(String id) {
    assertThat(new ArticleId(id)).hasToString(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "tin-số-1", "<a>"})
  void refusesIds(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ArticleId(id));
  }

  @Test
  void anIdHasUpTo200Characters() {
    assertThat(ArticleId.isValid("x".repeat(200))).isTrue();
    assertThat(ArticleId.isValid("x".repeat(201))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void statesHaveNames(State state) {
    assertThat(State.ofWireName(state.wireName())).isEqualTo(state);
  }

  @Test
  void dropsRepeatedCategoriesAndFractions() {
    Article article = article("a", "dan-van", 1).withCategories(List.of("x", "y", "x"));
    assertThat(article.categories()).containsExactly("x", "y");
    assertThat(article.published().getNano()).isZero();
  }

  @Test
  void copiesItsLists() {
    List<String> categories = new ArrayList<>(List.of("x"));
    Article article = article("a", "dan-van", 1).withCategories(categories);
    categories.add("y");
    assertThat(article.categories()).containsExactly("x");
  }

  @Test
  void refusesWhatNoFeedCouldCarry() {
    Article good = article("a", "dan-van", 1);
    assertThatIllegalArgumentException().isThrownBy(() -> Articles.titled(good, " "));
    assertThatIllegalArgumentException().isThrownBy(() -> good.withCategories(List.of("Dân vận")));
  }

  @Test
  void refusesMediaThatLie() {
    URI url = URI.create("https://media.songmay.example/a.jpg");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Media(url, "image/jpeg", 0L, null, null, null, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Media(url, "jpeg", null, null, null, null, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Media(url, "a/b", null, null, null, Duration.ZERO, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Media(URI.create("a.jpg"), "a/b", null, null, null, null, null));
  }
}
