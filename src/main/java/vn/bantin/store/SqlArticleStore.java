package vn.bantin.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import vn.bantin.access.Token;
import vn.bantin.article.Actor;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleId;
import vn.bantin.article.ChangeOutcome;
import vn.bantin.article.History;
import vn.bantin.article.Lifetimes;
import vn.bantin.article.Placement;
import vn.bantin.article.Revision;
import vn.bantin.article.Turn;
import vn.bantin.search.SearchQuery;

/** The store on a relational database. */
public final class SqlArticleStore implements ArticleStore, TokenStore, AnswerStore {

  private static final int TURNS_AT_ONCE = 1_000;
  private static final int INDEXED_AT_ONCE = 200;

  private final Database database;
  private final Jdbi writer;
  private final Jdbi readers;
  private final Clock clock;
  private final RulesInForce inForce = new RulesInForce();
  private final Standing<Long> sequence;
  private final Standing<Instant> nextDue;

  /** The transaction of {@link #once} that everything in this thread is part of. */
  private final ScopedValue<Handle> joined = ScopedValue.newInstance();

  private SqlArticleStore(Database database, Clock clock) {
    this.database = database;
    this.writer = Jdbi.create(database.writer());
    writer.setStatementBuilderFactory(_ -> new KeptStatements());
    this.readers = Jdbi.create(database.readers());
    this.clock = clock;
    this.sequence =
        new Standing<>(
            database.commits(), () -> read("read the change sequence", StoreReader::sequence));
    this.nextDue =
        new Standing<>(
            database.commits(), () -> read("look for what is due", StoreReader::nextDue));
  }

  /**
   * Opens the store, making the database and its schema as needed.
   *
   * @param address such as {@code jdbc:sqlite:data/bantin.db}
   * @param clock tells the second of a change
   * @throws StoreException if the database cannot be opened
   */
  public static SqlArticleStore open(String address, Clock clock) {
    return new SqlArticleStore(Database.open(address), clock);
  }

  /**
   * Opens a store that is there.
   *
   * @param address such as {@code jdbc:sqlite:data/bantin.db}
   * @param clock tells the second of a change
   * @throws StoreException if there is no database, or it cannot be opened
   */
  public static SqlArticleStore openExisting(String address, Clock clock) {
    Database.requireThere(address);
    return open(address, clock);
  }

  @Override
  public List<ChangeOutcome> apply(List<ArticleChange> changes, Placement placement, Actor actor) {
    return write(
        "store " + changes.size() + " changes",
        transaction -> {
          if (changes.stream().anyMatch(ArticleChange.Put.class::isInstance)) {
            inForce.require(transaction, placement);
          }
          ArticleWriter articles = new ArticleWriter(transaction, placement, actor);
          List<ChangeOutcome> outcomes = new ArrayList<>(changes.size());
          for (ArticleChange change : changes) {
            outcomes.add(articles.apply(change));
          }
          return List.copyOf(outcomes);
        });
  }

  @Override
  public List<Turn> turn(Placement placement) {
    Instant now = clock.instant();
    if (now.isBefore(standing(nextDue))) {
      return List.of();
    }
    return write(
        "change what is due",
        transaction -> {
          inForce.require(transaction, placement);
          return new ArticleWriter(transaction, placement, Actor.CLOCK).turn(now, TURNS_AT_ONCE);
        });
  }

  @Override
  public boolean define(List<FeedDeclaration> feeds, Placement placement) {
    return write(
        "define the feeds",
        transaction -> {
          FeedDefiner definer = new FeedDefiner(transaction, placement);
          definer.define(feeds);
          definer.retireAllBut(feeds);
          return transaction.isChanged();
        });
  }

  @Override
  public void introduce(List<FeedDeclaration> feeds, Placement placement) {
    write(
        "define the feeds",
        transaction -> {
          new FeedDefiner(transaction, placement).define(feeds);
          return transaction.isChanged();
        });
  }

  @Override
  public void touch(Set<String> feeds) {
    write(
        "touch the feeds",
        transaction -> {
          EntryLog log = new EntryLog(transaction);
          feeds.forEach(feed -> log.touchLook(feed, transaction.next()));
          return transaction.isChanged();
        });
  }

  @Override
  public Optional<Article> find(ArticleId id) {
    return read("find " + id, reader -> reader.find(id));
  }

  @Override
  public Optional<Revision> current(ArticleId id) {
    return read("find " + id, reader -> reader.current(id));
  }

  @Override
  public Optional<History> history(ArticleId id, Lifetimes lifetimes) {
    return read("read the history of " + id, reader -> reader.history(id, lifetimes));
  }

  @Override
  public Map<ArticleId, String> reasons(Collection<ArticleId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : read("read why articles were withdrawn", reader -> reader.reasons(ids));
  }

  @Override
  public boolean wasPublic(ArticleId id) {
    return read("read the states of " + id, reader -> reader.wasPublic(id));
  }

  @Override
  public List<Article> list(ArticleQuery query) {
    return read("list articles", reader -> reader.list(query));
  }

  @Override
  public SearchHits search(SearchQuery query, int skip, int count) {
    return in(
        readers,
        "search for " + query.text(),
        handle -> new SearchReader(handle).search(query, skip, count));
  }

  @Override
  public List<Article> published(Instant since, int limit) {
    return in(
        readers,
        "list what is new",
        handle -> new SearchReader(handle).published(since.getEpochSecond(), limit));
  }

  @Override
  public boolean index() {
    return in(readers, "look for what is not indexed", SearchIndex::isComplete)
        || write(
            "index articles", transaction -> new SearchIndex(transaction).fill(INDEXED_AT_ONCE));
  }

  @Override
  public boolean isEmpty() {
    return read("look for an article", StoreReader::isEmpty);
  }

  @Override
  public long count() {
    return read("count articles", StoreReader::count);
  }

  @Override
  public Optional<FeedContents> feed(String name, int limit) {
    return read("read feed " + name, reader -> reader.feed(name, limit));
  }

  @Override
  public Optional<FeedPage> page(String name, long first, int count) {
    return in(
        readers,
        "read a page of feed " + name,
        handle -> new PageReader(handle).page(name, first, count));
  }

  @Override
  public Optional<FeedVersion> pageVersion(String name, long first, int count) {
    return in(
        readers,
        "look at a page of feed " + name,
        handle -> new PageReader(handle).version(name, first, count));
  }

  @Override
  public Optional<FeedLog> log(String name, int limit) {
    return read("read the log of feed " + name, reader -> reader.log(name, limit));
  }

  @Override
  public List<FeedContents> feeds(SequencedMap<String, Integer> limits) {
    return read(
        "read feeds " + limits.keySet(),
        reader ->
            limits.entrySet().stream()
                .map(feed -> reader.feed(feed.getKey(), feed.getValue()))
                .flatMap(Optional::stream)
                .toList());
  }

  @Override
  public long sequence() {
    return standing(sequence);
  }

  @Override
  public List<FeedVersion> changedSince(long seq) {
    return read("read changed feeds", reader -> reader.changedSince(seq));
  }

  @Override
  public boolean add(Token token) {
    return in(writer, "keep a token", handle -> new TokenRows(handle).add(token));
  }

  @Override
  public boolean revoke(String name) {
    return in(writer, "revoke a token", h -> new TokenRows(h).revoke(name, clock.instant()));
  }

  @Override
  public Optional<Token> token(String id) {
    return in(readers, "look up a token", handle -> new TokenRows(handle).find(id));
  }

  @Override
  public List<Token> tokens() {
    return in(readers, "list the tokens", handle -> new TokenRows(handle).all());
  }

  @Override
  public Attempt once(
      String token, String key, String fingerprint, Supplier<Optional<KeptAnswer>> work) {
    return in(
        writer,
        "answer a request once",
        handle ->
            ScopedValue.where(joined, handle)
                .call(() ->
                    new AnswerRows(handle).once(token, key, fingerprint, clock.instant(), work)));
  }

  @Override
  public void close() {
    database.close();
  }

  private <T> T read(String what, Function<StoreReader, T> question) {
    return in(readers, what, handle -> question.apply(new StoreReader(handle)));
  }

  private <T> T standing(Standing<T> answer) {
    return joined.isBound() ? answer.anew() : answer.get();
  }

  private <T> T write(String what, Function<Transaction, T> work) {
    return in(writer, what, handle -> work(handle, work));
  }

  private <T> T in(Jdbi database, String what, Function<Handle, T> work) {
    try {
      return joined.isBound() ? work.apply(joined.get()) : database.inTransaction(work::apply);
    } catch (JdbiException e) {
      throw new StoreException("cannot " + what, e);
    }
  }

  private <T> T work(Handle handle, Function<Transaction, T> work) {
    Transaction transaction = Transaction.begin(handle, clock);
    T result = work.apply(transaction);
    // What changed nothing takes back all, also what was done before it in one that it joined.
    if (transaction.isChanged() || !joined.isBound()) {
      transaction.end();
    }
    return result;
  }
}
