package vn.bantin.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.bantin.store.StaleRulesException;

/**
 * Takes sources in, many in one transaction: a commit costs a write to the disk, and each has a
 * second of its own in the log, which so keeps up with the clock.
 *
 * <p>What was reported is stored; what was not may be repeated.
 */
public final class BatchImport {

  private static final int MAX_ITEMS = 1_000;
  private static final long MAX_BYTES = 32L * 1024 * 1024;
  private static final Duration MAX_WAIT = Duration.ofSeconds(1);

  private final Supplier<Ingest> ingests;
  private final @Nullable Kind kind;
  private final List<String> categories;
  private final BiConsumer<String, Result> report;
  private final SeenIds seen = new SeenIds();
  private final List<Item> batch = new ArrayList<>();
  private Ingest ingest;
  private long bytes;
  private long since;

  /**
   * Prepares to take sources in.
   *
   * @param ingests gives one that goes by the newsroom's rules of that moment
   * @param kind null to find it out by content
   * @param categories slugs that are added to every article's own
   * @param report is told each source's name and what became of it, when that is durable
   */
  public BatchImport(
      Supplier<Ingest> ingests,
      @Nullable Kind kind,
      List<String> categories,
      BiConsumer<String, Result> report) {
    this.ingests = ingests;
    this.ingest = ingests.get();
    this.kind = kind;
    this.categories = List.copyOf(categories);
    this.report = report;
  }

  /**
   * Takes all of them in, in order.
   *
   * @throws vn.bantin.store.StoreException if the store cannot; what was reported is stored
   */
  public void run(List<Source> sources) {
    for (Source source : sources) {
      switch (source.read()) {
        case Source.Contents.Bytes(byte[] content) -> add(source.name(), content);
        case Source.Contents.Refused(Rejection rejection) -> {
          flush();
          report.accept(source.name(), new Result.Rejected(rejection));
        }
      }
    }
    flush();
  }

  private void add(String name, byte[] content) {
    if (batch.isEmpty()) {
      since = System.nanoTime();
    }
    batch.add(new Item(name, content, kind, categories));
    bytes += content.length;
    if (batch.size() >= MAX_ITEMS
        || bytes >= MAX_BYTES
        || System.nanoTime() - since >= MAX_WAIT.toNanos()) {
      flush();
    }
  }

  private void flush() {
    List<Result> results = store();
    for (int i = 0; i < results.size(); i++) {
      report.accept(batch.get(i).name(), results.get(i));
    }
    batch.clear();
    bytes = 0;
  }

  // The newsroom may change its rules while an import runs: then this batch goes by the new ones.
  private List<Result> store() {
    try {
      return ingest.ingest(batch, seen);
    } catch (StaleRulesException _) {
      ingest = ingests.get();
      return ingest.ingest(batch, seen);
    }
  }
}
