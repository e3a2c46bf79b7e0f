package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Articles;
import vn.bantin.article.CategoryPlacement;
import vn.bantin.article.ChangeOutcome;
import vn.bantin.article.State;
import vn.bantin.store.ArticleStore;
import vn.bantin.store.SqlArticleStore;

class IngestTest {

  private static final ArticleId ID = new ArticleId("sm-2026-0114-01");

  @TempDir private Path folder;
  private ArticleStore store;
  private Ingest ingest;

  @BeforeEach
  void open() {
    store = SqlArticleStore.open("jdbc:sqlite:" + folder.resolve("x.db"), Clock.systemUTC());
    CategoryPlacement placement = new CategoryPlacement();
    ingest =
        new Ingest(
            new ArticleReader(Readers.ORIGIN, placement, Readers.NOW),
            store,
            placement,
            Articles.EDITOR);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void storesArticlesAndAnswersInOrder() {
    List<Result> results =
        ingest.ingest(
            List.of(item(Readers.PAGE), item("không ngày"), item(Readers.MARKDOWN)), new SeenIds());

    assertThat(results.get(0)).extracting("outcome").isInstanceOf(ChangeOutcome.Created.class);
    assertThat(results.get(1)).extracting("rejection.code").isEqualTo("no-date");
    assertThat(results.get(2)).extracting("outcome").isInstanceOf(ChangeOutcome.Created.class);
    assertThat(store.count()).isEqualTo(2);
    assertThat(store.find(ID)).hasValueSatisfying(a -> assertThat(a.title()).startsWith("Thêm"));
  }

  @Test
  void mayBeRepeated() {
    ingest.ingest(List.of(item(Readers.PAGE)), new SeenIds());

    assertThat(ingest.ingest(List.of(item(Readers.PAGE)), new SeenIds()).getFirst())
        .extracting("outcome")
        .isEqualTo(new ChangeOutcome.Unchanged());
  }

  @Test
  void refusesTheSecondOfOneIdInARun() {
    String later = Readers.MARKDOWN.replace("Thêm một", "Xong một");
    SeenIds seen = new SeenIds();

    List<Result> results =
        ingest.ingest(List.of(item(Readers.MARKDOWN), named("later", later)), seen);

    assertThat(results.get(0)).extracting("outcome").isInstanceOf(ChangeOutcome.Created.class);
    assertThat(results.get(1)).extracting("rejection.code").isEqualTo("duplicate-id");
    assertThat(ingest.ingest(List.of(named("later", later)), seen).getFirst())
        .extracting("rejection.code")
        .isEqualTo("duplicate-id");
    assertThat(store.find(ID)).hasValueSatisfying(a -> assertThat(a.title()).startsWith("Thêm"));
    assertThat(ingest.ingest(List.of(item(later)), new SeenIds()).getFirst())
        .extracting("outcome")
        .isInstanceOf(ChangeOutcome.Replaced.class);
  }

  @Test
  void writesNothingWhenAllIsRefused() {
    assertThat(ingest.ingest(List.of(item("")), new SeenIds()))
        .extracting("rejection.code")
        .containsExactly("empty");
    assertThat(ingest.ingest(List.of(), new SeenIds())).isEmpty();
    assertThat(store.sequence()).isZero();
  }

  @Test
  void withdraws() {
    ingest.ingest(List.of(item(Readers.MARKDOWN)), new SeenIds());

    assertThat(Ingest.withdraw(store, ID, "Nhầm\nsố liệu", null, Articles.EDITOR))
        .isInstanceOf(ChangeOutcome.Withdrawn.class);

    assertThat(store.find(ID))
        .hasValueSatisfying(article -> {
          assertThat(article.state()).isEqualTo(State.WITHDRAWN);
          assertThat(article.note()).isEqualTo("Nhầm số liệu");
        });
    assertThat(ingest.ingest(List.of(item(Readers.MARKDOWN)), new SeenIds()).getFirst())
        .extracting("outcome")
        .isEqualTo(new ChangeOutcome.StaysWithdrawn());
  }

  @Test
  void wantsAReasonToWithdraw() {
    assertThatThrownBy(() -> Ingest.withdraw(store, ID, " \u200B", null, Articles.EDITOR))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Item named(String name, String text) {
    return new Item(name, Readers.bytes(text), null, List.of());
  }

  private static Item item(String text) {
    return new Item("x", Readers.bytes(text), null, List.of());
  }
}
