package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.util.Optional;
import vn.bantin.feed.Format;
import vn.bantin.feed.Union;
import vn.bantin.field.AcceptedFormat;
import vn.bantin.field.DeltaBase;
import vn.bantin.observe.Observer;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Delta;
import vn.bantin.snapshot.OnDemandReply;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;

/**
 * Answers for feeds. A feed that is warm is answered on the I/O thread: no store, no waiting, no
 * memory that grows with the feed. What changed since an older version may have to be found out, so
 * that a worker answers.
 */
final class FeedHandler {

  private static final long SECONDS_UNTIL_ROOM = 2;

  private final Snapshots snapshots;
  private final AliasHandler aliases;
  private final SnapshotAnswer answer;
  private final ClientBudgets budgets;
  private final Observer observer;

  FeedHandler(
      Snapshots snapshots,
      AliasHandler aliases,
      SnapshotAnswer answer,
      ClientBudgets budgets,
      Observer observer) {
    this.snapshots = snapshots;
    this.aliases = aliases;
    this.answer = answer;
    this.budgets = budgets;
    this.observer = observer;
  }

  /**
   * Answers for what stands behind {@code /feeds/}: {@code NAME.FORMAT}, or {@code NAME} for the
   * format that {@code Accept} prefers. NAME is that of a feed, or of several with + between.
   */
  void handle(HttpServerExchange exchange, String target) {
    int dot = target.lastIndexOf('.');
    String name = dot < 0 ? target : target.substring(0, dot);
    if (Union.isNamedBy(name)) {
      String ending = target.substring(name.length());
      if (!UnionAddress.isAsked(exchange, name, ending, snapshots.catalog())) {
        return;
      }
    } else if (snapshots.catalog().feed(name).isEmpty() || !AliasHandler.isPlain(exchange)) {
      aliases.handle(exchange, Problem.NO_FEED);
      return;
    }
    if (dot < 0) {
      negotiate(exchange, name);
      return;
    }
    Optional<Format> format = Format.ofExtension(target.substring(dot + 1));
    if (format.isPresent()) {
      answer(exchange, name, format.get(), false);
    } else {
      aliases.handle(exchange, Problem.NO_FEED);
    }
  }

  private void negotiate(HttpServerExchange exchange, String name) {
    Optional<Format> format =
        AcceptedFormat.choose(exchange.getRequestHeaders().get(Headers.ACCEPT));
    if (format.isPresent()) {
      answer(exchange, name, format.get(), true);
    } else {
      Problem.NO_FORMAT.send(exchange);
    }
  }

  private void answer(HttpServerExchange exchange, String name, Format format, boolean negotiated) {
    Snapshot warm = snapshots.warm(name, format);
    if (warm != null) {
      answer(exchange, warm, negotiated);
    } else if (!Union.isNamedBy(name)) {
      Workers.dispatch(exchange, observer, () -> answerCold(exchange, name, format, negotiated));
    } else if (!budgets.isSpent(exchange)) {
      // Anybody can invent unions, so that to have one built costs a share, whatever is asked.
      Workers.await(
          exchange,
          observer,
          snapshots.union(name, format),
          reply -> answerUnion(exchange, reply, negotiated));
    }
  }

  private void answerCold(
      HttpServerExchange exchange, String name, Format format, boolean negotiated) {
    Optional<Snapshot> snapshot = snapshots.get(name, format);
    if (snapshot.isPresent()) {
      answer(exchange, snapshot.get(), negotiated);
    } else {
      Problem.NO_FEED.send(exchange);
    }
  }

  private void answerUnion(HttpServerExchange exchange, OnDemandReply reply, boolean negotiated) {
    switch (reply) {
      case OnDemandReply.Ready ready -> answer(exchange, ready.snapshot(), negotiated);
      case OnDemandReply.Unknown _ -> Problem.NO_FEED.send(exchange);
      case OnDemandReply.Busy _ -> {
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, SECONDS_UNTIL_ROOM);
        Problem.UNIONS_BUSY.send(exchange);
      }
    }
  }

  private void answer(HttpServerExchange exchange, Snapshot snapshot, boolean negotiated) {
    HeaderMap asked = exchange.getRequestHeaders();
    if (asked.contains(Headers.ACCEPT_ENCODING)) {
      snapshots.asked(snapshot);
    }
    DeltaBase base = DeltaAnswer.base(asked, snapshot);
    if (base == null) {
      answer.answer(exchange, snapshot, negotiated);
    } else {
      answer.answer(
          exchange,
          snapshot,
          negotiated,
          (_, choice) ->
              Workers.dispatch(exchange, observer, () -> sendDelta(exchange, choice, base)));
    }
  }

  // What is smaller as it is written may be larger in the coding that it comes in.
  private void sendDelta(
      HttpServerExchange exchange, SnapshotAnswer.Choice choice, DeltaBase base) {
    Coding coding = DeltaAnswer.coding(exchange.getRequestHeaders().get(Headers.ACCEPT_ENCODING));
    Delta delta =
        coding == null ? null : snapshots.delta(choice.snapshot(), base.version()).orElse(null);
    ByteBuffer bytes = coding == null || delta == null ? null : DeltaAnswer.bytes(delta, coding);
    if (coding == null || bytes == null || bytes.remaining() >= choice.selected().length()) {
      SnapshotAnswer.sendWhole(exchange, choice);
      return;
    }
    choice.in(coding).describe(exchange);
    DeltaAnswer.describe(exchange, base);
    Bodies.send(exchange, bytes.duplicate());
  }
}
