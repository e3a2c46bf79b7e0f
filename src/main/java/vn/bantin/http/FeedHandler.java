package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import vn.bantin.feed.Format;
import vn.bantin.feed.Page;
import vn.bantin.feed.Union;
import vn.bantin.feed.View;
import vn.bantin.field.AcceptedFormat;
import vn.bantin.field.DeltaBase;
import vn.bantin.observe.Observer;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Delta;
import vn.bantin.snapshot.Key;
import vn.bantin.snapshot.OnDemandReply;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;

/**
 * Answers for feeds. A feed that is warm is answered on the I/O thread: no store, no waiting, no
 * memory that grows with the feed. What changed since an older version may have to be found out, so
 * that a worker answers.
 */
final class FeedHandler {

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
   * Answers for what stands behind {@code /feeds/}: {@code NAME.FORMAT}, {@code NAME.LANGUAGE.html}
   * for a page, or {@code NAME} for what {@code Accept} prefers. NAME is that of a feed, or of
   * several with + between.
   */
  void handle(HttpServerExchange exchange, String target) {
    int dot = target.indexOf('.');
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
    Optional<View> view = KnownAddress.view(target.substring(dot + 1));
    if (view.isPresent()) {
      answer(exchange, new Key(name, view.get()), false);
    } else {
      aliases.handle(exchange, Problem.NO_FEED);
    }
  }

  private void negotiate(HttpServerExchange exchange, String name) {
    List<String> accepted = exchange.getRequestHeaders().get(Headers.ACCEPT);
    if (AcceptedFormat.isPageWanted(accepted)) {
      Page page = Negotiation.page(exchange, snapshots.catalog().site());
      answer(exchange, new Key(name, page), true);
      return;
    }
    Optional<Format> format = AcceptedFormat.choose(accepted);
    if (format.isPresent()) {
      answer(exchange, new Key(name, format.get()), true);
    } else {
      Problem.NO_FORMAT.send(exchange);
    }
  }

  private void answer(HttpServerExchange exchange, Key key, boolean negotiated) {
    Snapshot warm = snapshots.warm(key);
    boolean isUnion = Union.isNamedBy(key.feed());
    if (warm != null) {
      answer(exchange, warm, negotiated);
    } else if (!isUnion && key.view() instanceof Format format) {
      Workers.dispatch(
          exchange, observer, () -> answerCold(exchange, key.feed(), format, negotiated));
    } else if (!budgets.isSpent(exchange)) {
      // To have one built costs a share, whatever is asked: anybody can invent unions.
      Problem busy = isUnion ? Problem.UNIONS_BUSY : Problem.PAGES_BUSY;
      Workers.await(
          exchange,
          observer,
          snapshots.requested().onDemand(key),
          reply -> answer(exchange, reply, negotiated, busy));
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

  private void answer(
      HttpServerExchange exchange, OnDemandReply reply, boolean negotiated, Problem busy) {
    switch (reply) {
      case OnDemandReply.Ready ready -> answer(exchange, ready.snapshot(), negotiated);
      case OnDemandReply.Unknown _ -> Problem.NO_FEED.send(exchange);
      case OnDemandReply.Busy _ -> busy.sendForNow(exchange);
    }
  }

  private void answer(HttpServerExchange exchange, Snapshot snapshot, boolean negotiated) {
    HeaderMap asked = exchange.getRequestHeaders();
    if (asked.contains(Headers.ACCEPT_ENCODING)) {
      snapshots.asked(snapshot);
    }
    Negotiation negotiation = negotiated ? Negotiation.ofFeed(snapshot) : Negotiation.NONE;
    DeltaBase base = snapshot.view() instanceof Format ? DeltaAnswer.base(asked, snapshot) : null;
    if (base == null) {
      answer.answer(exchange, snapshot, negotiation);
    } else {
      answer.answer(
          exchange,
          snapshot,
          negotiation,
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
