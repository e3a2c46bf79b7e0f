package vn.bantin.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
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
 */
final class Once {

  private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

  private final AnswerStore answers;

  Once(AnswerStore answers) {
    this.answers = answers;
  }

  Reply answer(Call call, Token token, Supplier<Reply> work) {
    String key = call.idempotencyKey();
    if (key == null || !call.isWriting()) {
      return work.get();
    }
    if (!KEY.matcher(key).matches()) {
      return Refusals.BAD_KEY;
    }
    return switch (answers.begin(token.id(), key, fingerprint(call))) {
      case Attempt.First attempt -> first(attempt, work);
      case Attempt.UnderWay _ -> Refusals.UNDER_WAY;
      case Attempt.Other _ -> Refusals.OTHER_REQUEST;
      case Attempt.Done(KeptAnswer kept) ->
          new Reply.Content(
              kept.status(), kept.type(), kept.body(), kept.entityTag(), kept.location());
    };
  }

  private Reply first(Attempt.First attempt, Supplier<Reply> work) {
    boolean kept = false;
    try {
      Reply reply = work.get();
      if (reply instanceof Reply.Content content) {
        answers.finish(
            attempt,
            new KeptAnswer(
                content.status(),
                content.type(),
                content.body(),
                content.entityTag(),
                content.location()));
        kept = true;
      }
      return reply;
    } finally {
      if (!kept) {
        answers.abandon(attempt);
      }
    }
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
