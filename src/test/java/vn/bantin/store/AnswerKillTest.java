package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.article.Articles.article;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.JavaProcess;
import vn.bantin.access.Scope;
import vn.bantin.access.Token;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Articles;

/** A process that dies between a change and the answer to who asked for it. */
final class AnswerKillTest {

  private static final int DEAD = 137;
  private static final ArticleId A = new ArticleId("a");
  private static final Token TOKEN =
      new Token("0123456789abcdef", "cms", "hash", Set.of(Scope.WRITE), Instant.EPOCH, null);
  private static final KeptAnswer MADE = new KeptAnswer(201, "text/plain", "made", null, null);

  @TempDir private Path folder;

  /** The process: changes an article, and is no more. */
  static void main(String[] arguments) {
    try (SqlArticleStore store = open(Path.of(arguments[0]))) {
      once(store, () -> Runtime.getRuntime().halt(DEAD));
    }
  }

  @Test
  void leavesNeitherAndTheRequestMayComeAgain() throws Exception {
    try (SqlArticleStore store = open(folder)) {
      store.define(StoreUnderTest.FEEDS, StoreUnderTest.PLACEMENT);
      store.add(TOKEN);
    }
    List<String> command =
        JavaProcess.command(folder, AnswerKillTest.class.getName(), folder.toString());
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isEqualTo(DEAD);
    try (SqlArticleStore store = open(folder)) {
      assertThat(store.find(A)).isEmpty();
      assertThat(once(store, () -> {})).isEqualTo(new Attempt.Done(MADE));
      assertThat(store.history(A, StoreUnderTest.LIFETIMES).orElseThrow().revisions()).hasSize(1);
    }
  }

  private static Attempt once(SqlArticleStore store, Runnable between) {
    return store.once(
        TOKEN.id(),
        "k",
        "print",
        () -> {
          ArticleChange put = new ArticleChange.Put(article("a", "dan-van", 1));
          store.apply(List.of(put), StoreUnderTest.PLACEMENT, Articles.EDITOR);
          between.run();
          return Optional.of(MADE);
        });
  }

  private static SqlArticleStore open(Path folder) {
    return SqlArticleStore.open(
        "jdbc:sqlite:" + folder.resolve("bantin.db"), new SettableClock(Instant.EPOCH));
  }
}
