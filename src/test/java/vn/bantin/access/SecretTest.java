package vn.bantin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretTest {

  @Test
  void opensItsOwnTokenAndNoOther() {
    Secret secret = Secret.random();
    Secret other = new Secret(secret.id(), Secret.random().value());
    Token token = token(secret);
    assertThat(secret.opens(token)).isTrue();
    assertThat(other.opens(token)).isFalse();
    assertThat(token.hash()).hasSize(64).doesNotContain(secret.value());
  }

  @Test
  void opensNothingOnceTheTokenIsRevoked() {
    Secret secret = Secret.random();
    Token token = token(secret);
    Token revoked =
        new Token(
            token.id(),
            token.name(),
            token.hash(),
            token.scopes(),
            token.created(),
            Instant.EPOCH.plusSeconds(1));
    assertThat(revoked.isInForce()).isFalse();
    assertThat(secret.opens(revoked)).isFalse();
    assertThat(secret.isOf(revoked)).isTrue();
    assertThat(new Secret(secret.id(), Secret.random().value()).isOf(revoked)).isFalse();
  }

  @Test
  void isReadBackFromItsText() {
    Secret secret = Secret.random();
    assertThat(Secret.parse(secret.text())).contains(secret);
    assertThat(secret.toString()).doesNotContain(secret.value());
    assertThat(Secret.random().text()).isNotEqualTo(secret.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bantin_", "bantin_0123456789abcdef_x", "Bantin_0123456789abcdef_"})
  void anythingElseIsNone(String text) {
    assertThat(Secret.parse(text)).isEmpty();
    assertThat(Secret.parse(Secret.random().text() + "x")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "-a", "tên", "a\n"})
  void aTokensNameIsPlain(String name) {
    assertThat(Token.isName(name)).isFalse();
    assertThatThrownBy(() -> new Token("1", name, "ab", Set.of(Scope.READ), Instant.EPOCH, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTokenAllowsSomething() {
    assertThatThrownBy(() -> new Token("1", "a", "ab", Set.of(), Instant.EPOCH, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPartnersTokenAllowsNothingElse() {
    Token token = new Token("1", "a", "ab", Set.of(), "bao", Instant.EPOCH, null);
    assertThat(token.grants()).containsExactly("partner:bao");
    assertThat(new Token("1", "a", "ab", Set.of(Scope.WRITE, Scope.READ), Instant.EPOCH, null))
        .extracting(Token::grants)
        .isEqualTo(List.of("read", "write"));
    assertThatThrownBy(
            () -> new Token("1", "a", "ab", Set.of(Scope.READ), "bao", Instant.EPOCH, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Token token(Secret secret) {
    return new Token(secret.id(), "cms", secret.hash(), Set.of(Scope.WRITE), Instant.EPOCH, null);
  }
}
