package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;
import static vn.bantin.article.Articles.saying;
import static vn.bantin.article.Articles.scheduled;
import static vn.bantin.article.Articles.titled;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleChange.Put;
import vn.bantin.article.ArticleChange.Withdraw;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Articles;
import vn.bantin.article.Schedule;
import vn.bantin.article.State;
import vn.bantin.article.Words;
import vn.bantin.search.SearchQuery;

/** How every database must find articles by their words. */
interface SearchContract extends StoreUnderTest {

  @Test
  default void findsWithAndWithoutMarks() {
    put(titled(article("a", "dan-van", 1), "Dân vận khéo ở Đăk Hà"));
    put(titled(article("b", "dan-van", 2), "Giá lúa tăng"));
    for (String typed :
        List.of("dân vận khéo", "dan van kheo", "DAN VẬN", "đăk hà", "dak ha", "dân \"ở đăk\"")) {
      assertThat(found(typed)).as(typed).containsExactly("a");
    }
    assertThat(found("dân vân khéo")).as("marks of its own find any").containsExactly("a");
    assertThat(found("khéo dân lúa")).isEmpty();
  }

  @Test
  default void whatHasTheMarksAsTypedComesFirst() {
    put(titled(article("old", "dan-van", 1), "Bán lúa"));
    put(titled(article("new", "dan-van", 9), "Bàn lúa"));
    put(titled(article("newer", "dan-van", 10), "Ban lúa"));
    assertThat(found("bán")).containsExactly("old", "newer", "new");
    assertThat(found("bàn lúa")).containsExactly("new", "newer", "old");
    assertThat(found("ban")).containsExactly("newer", "new", "old");
  }

  @Test
  default void aToneIsFoundOnEitherVowel() {
    put(titled(article("a", "dan-van", 1), "Xã Hoà Bình"));
    put(titled(article("b", "dan-van", 2), "Xã Hóa Bình"));
    assertThat(found("hòa bình")).containsExactly("a", "b");
  }

  @Test
  default void looksInEveryTextOfAnArticle() {
    put(Articles.withMedia(article("a", "dan-van", 1)));
    for (String typed :
        List.of("\"tóm tắt\"", "\"đồng mây\"", "\"nông thôn\"", "sả", "\"cầu mới\"")) {
      assertThat(found(typed)).as(typed).containsExactly("a");
    }
    assertThat(found("jpeg")).isEmpty();
    assertThat(found("\"bài a bà con\"")).as("a phrase out of two texts").isEmpty();
  }

  @Test
  default void markupIsNoTextAndALargeLetterBelongsToItsWord() {
    String html = "<p class=\"mo-dau\"><strong>L</strong>úa chín&nbsp;rồi<br>mùa</p><p>vui</p>";
    put(saying(article("a", "dan-van", 1), html));
    assertThat(found("\"lúa chín rồi mùa vui\"")).containsExactly("a");
    assertThat(found("strong")).isEmpty();
    assertThat(found("mo dau")).isEmpty();
    assertThat(found("nbsp")).isEmpty();
  }

  @Test
  default void phrasesMinusAndAuthors() {
    put(titled(article("a", "dan-van", 1), "Lúa chín đồng sâu"));
    put(titled(Articles.withMedia(article("b", "dan-van", 2)), "Đồng lúa chín sâu"));
    assertThat(found("\"lúa chín đồng\"")).containsExactly("a");
    assertThat(found("lúa -\"chín đồng\"")).containsExactly("b");
    assertThat(found("lúa -sâu")).isEmpty();
    assertThat(found("lua -lúa")).isEmpty();
    assertThat(found("lúa -lũa")).as("a mark says which word is not wanted").hasSize(2);
    assertThat(found("author:sả")).containsExactly("b");
    assertThat(found("author:\"le thi man\" lúa")).containsExactly("b", "a");
    assertThat(found("lúa -author:sa")).containsExactly("a");
    assertThat(found("author:lúa")).isEmpty();
  }

  @Test
  default void theNewestByPublicationComesFirstWheneverItCame() {
    for (int minute : List.of(5, 20_000, 1, 10_000, 3)) {
      put(titled(article("m" + minute, "dan-van", minute), "Lúa"));
    }
    assertThat(found("lúa")).containsExactly("m20000", "m10000", "m5", "m3", "m1");
  }

  @Test
  default void followsEveryChangeInItsTransaction() {
    put(titled(article("a", "dan-van", 1), "Lúa"));
    long before = hits("lúa").seq();
    Instant second = hits("lúa").changedAt();
    put(titled(article("a", "dan-van", 30_000), "Ngô"));
    assertThat(found("lúa")).isEmpty();
    assertThat(found("ngô")).containsExactly("a");
    assertThat(hits("ngô").seq()).isGreaterThan(before);
    assertThat(hits("ngô").changedAt()).isAfter(second);
    apply(new Withdraw(new ArticleId("a"), "nhầm"));
    assertThat(found("ngô")).isEmpty();
    assertThat(hits("ngô").changedAt()).isAfter(second.plusSeconds(1));
  }

  @Test
  default void whatIsInNoFeedIsFoundAndMovesTheSecondToo() {
    Instant before = hits("lúa").changedAt();
    store()
        .apply(
            List.of(new Put(titled(article("a", "dan-van", 1), "Lúa"))),
            new OtherPlacement(_ -> Set.of()),
            Articles.EDITOR);
    assertThat(found("lúa")).containsExactly("a");
    assertThat(hits("lúa").changedAt()).isAfter(before);
  }

  @Test
  default void onlyWhatIsPublicIsFound() {
    for (State state : State.values()) {
      if (state != State.WITHDRAWN && state != State.EXPIRED) {
        Schedule later =
            new Schedule(
                clock().instant().plusSeconds(60).atOffset(ZoneOffset.UTC),
                clock().instant().plusSeconds(90).atOffset(ZoneOffset.UTC),
                clock().instant().plusSeconds(120).atOffset(ZoneOffset.UTC));
        put(
            scheduled(
                titled(article(state.wireName(), "dan-van", 1), "Lúa"),
                state,
                state.isPublic() || state == State.DRAFT ? Schedule.NONE : later));
      }
    }
    assertThat(found("lúa")).containsExactlyInAnyOrder("live", "corrected");
    clock().move(Duration.ofSeconds(100));
    store().turn(PLACEMENT);
    assertThat(found("lúa")).contains("scheduled", "embargoed").doesNotContain("draft");
    clock().move(Duration.ofSeconds(100));
    store().turn(PLACEMENT);
    assertThat(found("lúa")).containsExactlyInAnyOrder("live", "corrected");
  }

  @Test
  default void givesAPartOfThemAndSaysHowManyThereAre() {
    List<ArticleChange> puts =
        IntStream.range(0, SearchHits.MOST + 5)
            .<ArticleChange>mapToObj(
                i -> new Put(titled(article("n" + i, "dan-van", i), i < 7 ? "Lúa" : "Lua")))
            .toList();
    store().apply(puts, PLACEMENT, Articles.EDITOR);
    SearchHits some = store().search(query("lúa"), 5, 4);
    assertThat(some.articles())
        .extracting(a -> a.id().value())
        .containsExactly("n1", "n0", "n1004", "n1003");
    assertThat(some.total()).isEqualTo(SearchHits.MOST);
    assertThat(some.isCut()).isFalse();
    SearchHits few = store().search(query("lúa -lua"), 0, 4);
    assertThat(few.total()).isZero();
    SearchHits all = store().search(query("\"tóm tắt của bài n7\""), 0, 4);
    assertThat(all.total()).isEqualTo(1);
    assertThat(all.isCut()).isFalse();
    assertThat(store().search(query("lúa"), SearchHits.MOST, 4).articles()).isEmpty();
  }

  @Test
  default void agreesWithALookThroughAllArticles() {
    Random random = new Random(11);
    List<String> syllables = List.of("lúa", "lua", "lũa", "ngô", "ngo", "hoà", "hòa", "đá", "da");
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String title = String.join(" ", some(random, syllables, 4));
      titles.add(title);
      put(titled(article("n" + i, "dan-van", i), title));
    }
    for (int i = 0; i < 80; i++) {
      List<String> words = some(random, syllables, 1 + random.nextInt(2));
      boolean marked = words.stream().anyMatch(word -> Words.of(word).isMarked());
      List<String> expected =
          Stream.concat(with(titles, words, marked), with(titles, words, false))
              .distinct()
              .toList();
      assertThat(found(String.join(" ", words))).as("%s", words).isEqualTo(expected);
    }
  }

  @Test
  default void nothingThatCanBeTypedBreaksIt() {
    put(titled(article("a", "dan-van", 1), "Lúa AND ngô"));
    for (String typed :
        List.of(
            "AND", "NOT", "NEAR(a b)", "words:a", "marked : b", "a* ^b", "{a} : b", "'; DROP")) {
      assertThat(store().search(query(typed), 0, 10).total()).as(typed).isBetween(0, 1);
    }
    assertThat(found("and lúa")).containsExactly("a");
  }

  private static Stream<String> with(List<String> titles, List<String> words, boolean marked) {
    return IntStream.iterate(titles.size() - 1, i -> i >= 0, i -> i - 1)
        .filter(i ->
            words.stream()
                .allMatch(word ->
                    Stream.of(titles.get(i).split(" ")).anyMatch(w -> same(w, word, marked))))
        .mapToObj(i -> "n" + i);
  }

  private static boolean same(String one, String other, boolean marked) {
    Words a = Words.of(one);
    Words b = Words.of(other);
    return marked ? a.marked().equals(b.marked()) : a.folded().equals(b.folded());
  }

  private static List<String> some(Random random, List<String> of, int count) {
    return random.ints(count, 0, of.size()).mapToObj(of::get).toList();
  }

  private List<String> found(String typed) {
    return hits(typed).articles().stream().map(a -> a.id().value()).toList();
  }

  private SearchHits hits(String typed) {
    return store().search(query(typed), 0, 100);
  }

  private static SearchQuery query(String typed) {
    return (SearchQuery) SearchQuery.read(typed);
  }
}
