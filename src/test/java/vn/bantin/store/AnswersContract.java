package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.bantin.article.Articles.article;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.bantin.access.Scope;
import vn.bantin.access.Token;

/** What every database must do with requests that may come again. */
interface AnswersContract extends StoreUnderTest {

  KeptAnswer MADE = new KeptAnswer(201, "text/plain", "made", "\"1\"", "/a");

  @Test
  default void whatIsAskedForAgainIsDoneOnce() {
    assertThat(once("k", "print", () -> made("a"))).isEqualTo(new Attempt.Done(MADE));
    long before = store().sequence();
    assertThat(once("k", "print", () -> made("b"))).isEqualTo(new Attempt.Done(MADE));
    assertThat(once("k", "another", () -> made("b"))).isEqualTo(new Attempt.Other());
    assertThat(store().sequence()).isEqualTo(before);
    clock().move(Duration.ofDays(1).plusSeconds(1));
    assertThat(once("k", "another", () -> made("b"))).isEqualTo(new Attempt.Done(MADE));
    assertThat(ids("all")).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  default void ofARefusedRequestNothingStays() {
    Attempt refused =
        once(
            "k",
            "print",
            () -> {
              made("a");
              return Optional.empty();
            });
    assertThat(refused).isEqualTo(new Attempt.Refused());
    assertThat(store().count()).isZero();
    assertThat(once("k", "another", () -> made("a"))).isEqualTo(new Attempt.Done(MADE));
  }

  @Test
  default void ofARequestThatFailsNothingStays() {
    IllegalStateException fault = new IllegalStateException("before it is answered");
    assertThatThrownBy(() ->
            once(
                "k",
                "print",
                () -> {
                  made("a");
                  throw fault;
                }))
        .isSameAs(fault);
    assertThat(store().count()).isZero();
    assertThat(once("k", "print", () -> made("a"))).isEqualTo(new Attempt.Done(MADE));
    assertThat(ids("all")).containsExactly("a");
  }

  @Test
  default void theSequenceOfARequestThatIsRefusedIsSeenByItAlone() {
    long before = store().sequence();
    once(
        "k",
        "print",
        () -> {
          made("a");
          assertThat(store().sequence()).isGreaterThan(before);
          return Optional.empty();
        });
    assertThat(store().sequence()).isEqualTo(before);
    once("k", "print", () -> made("a"));
    assertThat(store().sequence()).isGreaterThan(before);
  }

  @Test
  default void aRequestSeesItsOwnChangesAndWhatChangesNothingTakesNothingBack() {
    Attempt attempt =
        once(
            "k",
            "print",
            () -> {
              made("a");
              made("a");
              return Optional.of(
                  new KeptAnswer(200, "text/plain", ids("all").toString(), null, null));
            });
    assertThat(attempt)
        .isEqualTo(new Attempt.Done(new KeptAnswer(200, "text/plain", "[a]", null, null)));
    assertThat(ids("all")).containsExactly("a");
  }

  private Optional<KeptAnswer> made(String id) {
    put(article(id, "dan-van", 1));
    return Optional.of(MADE);
  }

  private Attempt once(String key, String fingerprint, Supplier<Optional<KeptAnswer>> work) {
    Token token =
        new Token("0123456789abcdef", "cms", "hash", Set.of(Scope.WRITE), Instant.EPOCH, null);
    ((TokenStore) store()).add(token);
    return ((AnswerStore) store()).once(token.id(), key, fingerprint, work);
  }
}
