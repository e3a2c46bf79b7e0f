package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.Format;
import vn.bantin.feed.Results;
import vn.bantin.observe.Observer;
import vn.bantin.search.SearchQuery;
import vn.bantin.search.Unsearchable;
import vn.bantin.snapshot.OnDemandReply;
import vn.bantin.snapshot.SearchKey;
import vn.bantin.snapshot.Snapshots;
import vn.bantin.store.SearchHits;

/** Answers questions for articles by their words (OpenSearch 1.1). */
final class SearchHandler {

  /** Begins the address of results. */
  static final String PATH = "/search.";

  private static final int LAST_PAGE = Results.last(SearchHits.MOST);
  private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,8}");
  private static final long SECONDS_UNTIL_ROOM = 2;

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

  /** Answers for what stands behind {@value #PATH}, a format. */
  void handle(HttpServerExchange exchange, String extension) {
    Optional<Format> format = Format.ofExtension(extension);
    if (format.isPresent()) {
      search(exchange, format.get());
    } else {
      Problem.NO_PAGE.send(exchange);
    }
  }

  private void search(HttpServerExchange exchange, Format format) {
    Map<String, Deque<String>> parameters = exchange.getQueryParameters();
    String page = first(parameters, "page");
    switch (SearchQuery.read(first(parameters, "q"))) {
      case Unsearchable why -> refusal(why).send(exchange);
      case SearchQuery query -> {
        if (!page.isEmpty() && !PAGE.matcher(page).matches()) {
          Problem.BAD_PAGE.send(exchange);
        } else {
          int number = page.isEmpty() ? 1 : Integer.parseInt(page);
          search(exchange, new SearchKey(query, number, format));
        }
      }
    }
  }

  private void search(HttpServerExchange exchange, SearchKey key) {
    if (key.page() > LAST_PAGE) {
      Problem.NO_PAGE_OF_RESULTS.send(exchange);
      return;
    }
    // Anybody can invent searches, so that to have one made costs a share, whatever is asked.
    if (!snapshots.isSearchHeld(key) && budgets.isSpent(exchange)) {
      return;
    }
    Workers.dispatch(
        exchange,
        observer,
        () ->
            Workers.await(
                exchange, observer, snapshots.search(key), reply -> answer(exchange, reply)));
  }

  private void answer(HttpServerExchange exchange, OnDemandReply reply) {
    switch (reply) {
      case OnDemandReply.Ready ready -> answer.answer(exchange, ready.snapshot(), false);
      case OnDemandReply.Unknown _ -> Problem.NO_PAGE_OF_RESULTS.send(exchange);
      case OnDemandReply.Busy _ -> {
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, SECONDS_UNTIL_ROOM);
        Problem.SEARCHES_BUSY.send(exchange);
      }
    }
  }

  private static String first(Map<String, Deque<String>> parameters, String name) {
    @Nullable Deque<String> values = parameters.get(name);
    return values == null ? "" : values.getFirst();
  }

  private static Problem refusal(Unsearchable why) {
    return switch (why) {
      case EMPTY -> Problem.NOTHING_SOUGHT;
      case TOO_LONG, TOO_MANY_WORDS -> Problem.LONG_QUESTION;
      case ONLY_EXCLUDED -> Problem.ONLY_EXCLUDED;
    };
  }
}
