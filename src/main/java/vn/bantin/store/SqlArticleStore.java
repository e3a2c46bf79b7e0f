package vn.bantin.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleChange;
import vn.bantin.article.ArticleId;
import vn.bantin.article.ChangeOutcome;
import vn.bantin.article.Placement;

/** The store on a relational database. */
public final class SqlArticleStore implements ArticleStore {

  private final Database database;
  private final Jdbi writer;
  private final Jdbi readers;
  private final Clock clock;

  private SqlArticleStore(Database database, Clock clock) {
    this.database = database;
    this.writer = Jdbi.create(database.writer());
    this.readers = Jdbi.create(database.readers());
    this.clock = clock;
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
  public List<ChangeOutcome> apply(List<ArticleChange> changes, Placement placement) {
    return write(
        "store " + changes.size() + " changes",
        transaction -> {
          if (changes.stream().anyMatch(ArticleChange.Put.class::isInstance)) {
            new FeedDefiner(transaction, placement).requireInForce();
          }
          ArticleWriter articles = new ArticleWriter(transaction, placement);
          List<ChangeOutcome> outcomes = new ArrayList<>(changes.size());
          for (ArticleChange change : changes) {
            outcomes.add(articles.apply(change));
          }
          return List.copyOf(outcomes);
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
  public List<Article> list(ArticleQuery query) {
    return read("list articles", reader -> reader.list(query));
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
    return read("read the change sequence", StoreReader::sequence);
  }

  @Override
  public List<FeedVersion> changedSince(long seq) {
    return read("read changed feeds", reader -> reader.changedSince(seq));
  }

  @Override
  public void close() {
    database.close();
  }

  private <T> T read(String what, Function<StoreReader, T> question) {
    try {
      return readers.inTransaction(handle -> question.apply(new StoreReader(handle)));
    } catch (JdbiException e) {
      throw new StoreException("cannot " + what, e);
    }
  }

  private <T> T write(String what, Function<Transaction, T> work) {
    try {
      return writer.inTransaction(handle -> work(handle, work));
    } catch (JdbiException e) {
      throw new StoreException("cannot " + what, e);
    }
  }

  private <T> T work(Handle handle, Function<Transaction, T> work) {
    Transaction transaction = Transaction.begin(handle, clock);
    T result = work.apply(transaction);
    transaction.end();
    return result;
  }
}
