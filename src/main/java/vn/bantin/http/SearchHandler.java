package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.bantin.feed.Format;
import vn.bantin.feed.Results;
import vn.bantin.feed.View;
import vn.bantin.field.AcceptedFormat;
import vn.bantin.observe.Observer;
import vn.bantin.search.SearchQuery;
import vn.bantin.search.Unsearchable;
import vn.bantin.snapshot.OnDemandReply;
import vn.bantin.snapshot.SearchKey;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Snapshots;
import vn.bantin.store.SearchHits;

/** Answers questions for articles by their words (OpenSearch 1.1). */
final class SearchHandler {

  /** The address of results, without a dot and what stands behind it. */
  static final String PATH = "/search";

  private static final int LAST_PAGE = Results.last(SearchHits.MOST);
  private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,8}");
  private final Snapshots snapshots;
  private final SnapshotAnswer answer;
  private final ClientBudgets budgets;
  private final Observer observer;

  SearchHandler(
      Snapshots snapshots, SnapshotAnswer answer, ClientBudgets budgets, Observer observer) {
    this.snapshots = snapshots;
    this.answer = answer;
    this.budgets = budgets;
    this.observer = observer;
  }

  /** Whether the path is that of results. */
  static boolean isAsked(String path) {
    return path.equals(PATH) || path.startsWith(PATH + ".");
  }

  /**
   * Answers for what stands behind {@value #PATH}: a dot and a format, a dot and the ending of a
   * page, or nothing for what {@code Accept} prefers.
   */
  void handle(HttpServerExchange exchange, String ending) {
    if (ending.isEmpty()) {
      negotiate(exchange);
      return;
    }
    Optional<View> view = KnownAddress.view(ending.substring(1));
    if (view.isPresent()) {
      search(exchange, view.get(), false);
    } else {
      Problem.NO_PAGE.send(exchange);
    }
  }

  private void negotiate(HttpServerExchange exchange) {
    List<String> accepted = exchange.getRequestHeaders().get(Headers.ACCEPT);
    if (AcceptedFormat.isPageWanted(accepted)) {
      search(exchange, Negotiation.page(exchange, snapshots.catalog().site()), true);
      return;
    }
    Optional<Format> format = AcceptedFormat.choose(accepted);
    if (format.isPresent()) {
      search(exchange, format.get(), true);
    } else {
      Problem.NO_FORMAT.send(exchange);
    }
  }

  private void search(HttpServerExchange exchange, View view, boolean negotiated) {
    String page = Query.first(exchange, "page");
    switch (SearchQuery.read(Query.first(exchange, "q"))) {
      case Unsearchable why -> refusal(why).send(exchange);
      case SearchQuery query -> {
        if (!page.isEmpty() && !PAGE.matcher(page).matches()) {
          Problem.BAD_PAGE.send(exchange);
        } else {
          int number = page.isEmpty() ? 1 : Integer.parseInt(page);
          search(exchange, new SearchKey(query, number, view), negotiated);
        }
      }
    }
  }

  private void search(HttpServerExchange exchange, SearchKey key, boolean negotiated) {
    if (key.page() > LAST_PAGE) {
      Problem.NO_PAGE_OF_RESULTS.send(exchange);
      return;
    }
    // Anybody can invent searches, so that to have one made costs a share, whatever is asked.
    if (!snapshots.requested().isSearchHeld(key) && budgets.isSpent(exchange)) {
      return;
    }
    Workers.dispatch(
        exchange,
        observer,
        () ->
            Workers.await(
                exchange,
                observer,
                snapshots.requested().search(key),
                reply -> answer(exchange, reply, negotiated)));
  }

  private void answer(HttpServerExchange exchange, OnDemandReply reply, boolean negotiated) {
    switch (reply) {
      case OnDemandReply.Ready(Snapshot snapshot) ->
          answer.answer(
              exchange, snapshot, negotiated ? negotiation(exchange, snapshot) : Negotiation.NONE);
      case OnDemandReply.Unknown _ -> Problem.NO_PAGE_OF_RESULTS.send(exchange);
      case OnDemandReply.Busy _ -> Problem.SEARCHES_BUSY.sendForNow(exchange);
    }
  }

  private static Negotiation negotiation(HttpServerExchange exchange, Snapshot snapshot) {
    String location = PATH + "." + snapshot.view().extension() + "?" + exchange.getQueryString();
    return Negotiation.ofFormat(snapshot, location);
  }

  private static Problem refusal(Unsearchable why) {
    return switch (why) {
      case EMPTY -> Problem.NOTHING_SOUGHT;
      case TOO_LONG, TOO_MANY_WORDS -> Problem.LONG_QUESTION;
      case ONLY_EXCLUDED -> Problem.ONLY_EXCLUDED;
    };
  }
}
