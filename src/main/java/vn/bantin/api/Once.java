package vn.bantin.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.bantin.access.Token;
import vn.bantin.store.AnswerStore;
import vn.bantin.store.Attempt;
import vn.bantin.store.KeptAnswer;

/**
 * Requests that say who they are by {@code Idempotency-Key}: one that is repeated is answered as it
 * was the first time, and not done again. What was refused has changed nothing and is not kept.
 *
 * <p>The answer is kept in the transaction of the change, so a server that dies leaves both or
 * neither.
 */
final class Once {

  private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

  private final AnswerStore answers;

  Once(AnswerStore answers) {
    this.answers = answers;
  }

  /** Why the call's key is none; null when it is one, or when there is none. */
  static @Nullable Reply refusal(Call call) {
    String key = call.idempotencyKey();
    return key == null || KEY.matcher(key).matches() ? null : Refusals.BAD_KEY;
  }

  /** Does all that a call asks for. */
  Reply answer(Call call, Token token, Supplier<Reply> work) {
    return answer(call, token, "", work);
  }

  /**
   * Does one part of what a call asks for, in a transaction of its own.
   *
   * @param part its number among the parts, from 0; the first is kept as the whole would be
   */
  Reply part(Call call, Token token, int part, Supplier<Reply> work) {
    // No key has a blank in it.
    return answer(call, token, part == 0 ? "" : " " + part, work);
  }

  private Reply answer(Call call, Token token, String part, Supplier<Reply> work) {
    String key = call.idempotencyKey();
    if (key == null) {
      return work.get();
    }
    AtomicReference<@Nullable Reply> last = new AtomicReference<>();
    Supplier<Optional<KeptAnswer>> kept =
        () -> {
          Reply reply = work.get();
          last.set(reply);
          return reply instanceof Reply.Content content
              ? Optional.of(kept(content))
              : Optional.empty();
        };
    return switch (answers.once(token.id(), key + part, fingerprint(call), kept)) {
      case Attempt.Refused _ -> Objects.requireNonNull(last.get());
      case Attempt.Other _ -> Refusals.OTHER_REQUEST;
      case Attempt.Done(KeptAnswer answer) -> content(answer);
    };
  }

  private static KeptAnswer kept(Reply.Content content) {
    return new KeptAnswer(
        content.status(), content.type(), content.body(), content.entityTag(), content.location());
  }

  private static Reply content(KeptAnswer kept) {
    return new Reply.Content(
        kept.status(), kept.type(), kept.body(), kept.entityTag(), kept.location());
  }

  private static String fingerprint(Call call) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, call.method());
      add(digest, call.path());
      add(digest, new TreeMap<>(call.query()).toString());
      add(digest, call.contentType());
      add(digest, call.ifMatch());
      add(digest, call.ifNoneMatch());
      return HexFormat.of().formatHex(digest.digest(call.body()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, @Nullable String part) {
    digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
