package vn.bantin.api;

import vn.bantin.access.Scope;
import vn.bantin.ingest.Rejection;

/** What the API says no with. */
final class Refusals {

  private static final String BEARER = "WWW-Authenticate: Bearer realm=\"bantin\"";

  static final Reply.Refusal NO_TOKEN =
      refusal(
          401,
          "no-token",
          "This needs a token",
          "Send Authorization: Bearer with what bantin token create has printed",
          BEARER);
  static final Reply.Refusal BAD_TOKEN =
      refusal(
          401,
          "bad-token",
          "The token is unknown or revoked",
          "Make another with: bantin token create NAME --scope SCOPE",
          BEARER + ", error=\"invalid_token\"");
  static final Reply.Refusal NOTHING_HERE =
      refusal(
          404,
          "not-found",
          "There is nothing at this address",
          "/api/openapi.yaml describes the API");
  static final Reply.Refusal NO_ARTICLE =
      refusal(
          404,
          "no-such-article",
          "There is no article with this id",
          "GET /api/articles lists those that there are");
  static final Reply.Refusal TOO_MANY_LINES =
      refusal(
          413,
          "too-many-lines",
          "There are more than " + BulkWriting.MOST_LINES + " lines",
          "Send them in several requests");
  static final Reply.Refusal WITHDRAWN =
      refusal(
          409,
          "withdrawn",
          "The article was withdrawn and stays so",
          "Publish the new text under another id");
  static final Reply.Refusal CHANGED =
      refusal(
          412,
          "precondition-failed",
          "The article is not the revision that the request depends on",
          "GET it, look at what has changed, and send the new ETag in If-Match");
  static final Reply.Refusal BAD_KEY =
      refusal(
          400,
          "idempotency-key",
          "Idempotency-Key is no key",
          "Send up to 255 visible ASCII characters, new ones for each request");
  static final Reply.Refusal OTHER_REQUEST =
      refusal(
          422,
          "idempotency-key",
          "The Idempotency-Key was used for another request",
          "Send a new key with each new request");
  static final Reply.Refusal RULES =
      refusal(
          503,
          "newsroom-changing",
          "The newsroom's definitions are just being changed",
          "Try again in two seconds",
          "Retry-After: 2");

  private Refusals() {}

  /** Of a token that allows other things. */
  static Reply.Refusal scope(Scope scope) {
    return refusal(
        403,
        "scope",
        "The token lacks the scope " + scope.wireName(),
        "Make one with: bantin token create NAME --scope " + scope.wireName(),
        BEARER + ", error=\"insufficient_scope\", scope=\"" + scope.wireName() + "\"");
  }

  /** Of a method that the address does not know. */
  static Reply.Refusal method(String allowed) {
    return refusal(
        405,
        "method-not-allowed",
        "This address does not know the method",
        "Use one of " + allowed,
        "Allow: " + allowed);
  }

  /** Of a body in another form. */
  static Reply.Refusal type(String wanted) {
    return refusal(
        415, "media-type", "The body is of another type", "Send Content-Type: " + wanted);
  }

  /** Of a parameter that makes no sense. */
  static Reply.Refusal parameter(String message, String hint) {
    return refusal(400, "parameter", message, hint);
  }

  /** Of an article that is none. */
  static Reply.Refusal article(Rejection rejection) {
    int status =
        switch (rejection.code()) {
          case "json", "not-utf-8", "binary", "empty" -> 400;
          case "too-large" -> 413;
          default -> 422;
        };
    return refusal(status, rejection.code(), rejection.message(), rejection.hint());
  }

  private static Reply.Refusal refusal(int status, String code, String title, String hint) {
    return new Reply.Refusal(status, code, title, hint, null);
  }

  private static Reply.Refusal refusal(
      int status, String code, String title, String hint, String field) {
    return new Reply.Refusal(status, code, title, hint, field);
  }
}
