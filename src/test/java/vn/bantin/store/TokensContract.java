package vn.bantin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.bantin.access.Scope;
import vn.bantin.access.Secret;
import vn.bantin.access.Token;

/** What every database must do with tokens. */
interface TokensContract extends StoreUnderTest {

  @Test
  default void givesBackJustTheTokenThatWasAdded() {
    Token token = token("cms", EnumSet.allOf(Scope.class));
    assertThat(tokenStore().add(token)).isTrue();
    assertThat(tokenStore().token(token.id())).contains(token);
    assertThat(tokenStore().token("nothing")).isEmpty();
  }

  @Test
  default void givesBackWhosePartnersTokenItIs() {
    Token token = new Token("1", "bao", "ab", Set.of(), "bao-ben-thong", Instant.EPOCH, null);
    assertThat(tokenStore().add(token)).isTrue();
    assertThat(tokenStore().token("1")).contains(token);
  }

  @Test
  default void aNameIsThereOnce() {
    Token first = token("cms", Set.of(Scope.READ));
    assertThat(tokenStore().add(first)).isTrue();
    assertThat(tokenStore().add(token("cms", Set.of(Scope.WRITE)))).isFalse();
    tokenStore().revoke("cms");
    assertThat(tokenStore().add(token("cms", Set.of(Scope.WRITE)))).isFalse();
    assertThat(tokenStore().tokens()).hasSize(1);
  }

  @Test
  default void aRevokedTokenSaysSinceWhen() {
    Token token = token("cms", Set.of(Scope.READ));
    tokenStore().add(token);
    tokenStore().add(token("app", Set.of(Scope.READ)));
    assertThat(tokenStore().revoke("cms")).isTrue();
    assertThat(tokenStore().revoke("cms")).isFalse();
    assertThat(tokenStore().revoke("nothing")).isFalse();
    assertThat(tokenStore().token(token.id()).orElseThrow().revoked())
        .isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    assertThat(tokenStore().tokens()).extracting(Token::name).containsExactly("app", "cms");
    assertThat(tokenStore().tokens()).extracting(Token::isInForce).containsExactly(true, false);
  }

  private TokenStore tokenStore() {
    return (TokenStore) store();
  }

  private static Token token(String name, Set<Scope> scopes) {
    Secret secret = Secret.random();
    return new Token(secret.id(), name, secret.hash(), scopes, Instant.EPOCH, null);
  }
}
