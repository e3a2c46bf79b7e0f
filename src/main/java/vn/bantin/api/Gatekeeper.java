package vn.bantin.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.bantin.access.Scope;
import vn.bantin.access.Secret;
import vn.bantin.access.Token;
import vn.bantin.store.TokenStore;

/** Lets those in who have a token that allows it (RFC 6750). */
final class Gatekeeper {

  private static final String BEARER = "Bearer ";

  private final TokenStore tokens;

  Gatekeeper(TokenStore tokens) {
    this.tokens = tokens;
  }

  /** Who comes. */
  sealed interface Visitor {

    /** One who may. */
    record Known(Token token) implements Visitor {}

    /** One who may not. */
    record Refused(Reply reply) implements Visitor {}
  }

  /** Whose a key is that stands in an address. */
  KeyHolder holder(String key) {
    Optional<Secret> secret = Secret.parse(key);
    Token token = secret.map(Secret::id).flatMap(tokens::token).orElse(null);
    String partner = token == null || !secret.get().isOf(token) ? null : token.partner();
    if (token == null || partner == null) {
      return new KeyHolder.Unknown();
    }
    return token.isInForce() ? new KeyHolder.Of(partner) : new KeyHolder.Revoked();
  }

  Visitor admit(@Nullable String authorization, Scope scope) {
    if (authorization == null || authorization.isBlank()) {
      return new Visitor.Refused(Refusals.NO_TOKEN);
    }
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return new Visitor.Refused(Refusals.NO_TOKEN);
    }
    Optional<Secret> secret = Secret.parse(authorization.substring(BEARER.length()).strip());
    Optional<Token> token = secret.map(Secret::id).flatMap(tokens::token);
    if (token.isEmpty() || !secret.orElseThrow().opens(token.get())) {
      return new Visitor.Refused(Refusals.BAD_TOKEN);
    }
    return token.get().scopes().contains(scope)
        ? new Visitor.Known(token.get())
        : new Visitor.Refused(Refusals.scope(scope));
  }
}
