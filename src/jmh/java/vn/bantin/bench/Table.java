package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows that a plan asks for, measured one after the other on as few starts as can be. */
final class Table {

  private static final List<String> PATHS = List.of(BenchNewsroom.LARGE, BenchNewsroom.SMALL);
  private static final List<Case> LATENCIES =
      List.of(Case.NOT_MODIFIED, Case.GZIP_5K, Case.GZIP_39K, Case.IDENTITY);

  private final Plan plan;
  private final Path folder;
  private final Path collections;
  private final List<Outcome> rows = new ArrayList<>();

  Table(Plan plan, Path folder) {
    this.plan = plan;
    this.folder = folder;
    this.collections = folder.resolve("gc.log");
  }

  /** Measures. */
  List<Outcome> measure() throws IOException, InterruptedException {
    BenchNewsroom newsroom = BenchNewsroom.in(folder);
    Launch launch = plan.launch(newsroom, Allocation.javaOption(collections));
    Certificate certificate = Certificate.in(folder);
    try (PackagedServer bantin = PackagedServer.start(launch)) {
      System.out.print(Mirror.fetch(bantin, folder, PATHS));
    }
    for (Listener listener : Listener.values()) {
      List<Case> cases = wanted(Stream.of(Case.values()).filter(c -> c.listener() == listener));
      if (!cases.isEmpty()) {
        compare(launch, listener, certificate, cases);
      }
    }
    List<Case> latencies =
        LATENCIES.stream().filter(what -> plan.wants(Latency.key(what))).toList();
    if (!latencies.isEmpty()) {
      latencies(launch, certificate, latencies);
    }
    if (ShownFeeds.KEYS.stream().anyMatch(plan::wants)) {
      add(ShownFeeds.KEYS, () -> new ShownFeeds(plan, folder).measure());
    }
    if (plan.wants(OpenStreams.KEY)) {
      add(List.of(OpenStreams.KEY), () -> List.of(OpenStreams.measure(plan, newsroom)));
    }
    if (plan.wants(IdleConnections.KEY)) {
      add(
          List.of(IdleConnections.KEY),
          () -> List.of(IdleConnections.measure(plan, newsroom, folder, certificate)));
    }
    if (plan.wants(ManyFeeds.MEMORY) || plan.wants(ManyFeeds.HITS)) {
      add(List.of(ManyFeeds.MEMORY, ManyFeeds.HITS), () -> new ManyFeeds(plan, folder).measure());
    }
    return rows;
  }

  private void compare(Launch launch, Listener listener, Certificate certificate, List<Case> cases)
      throws IOException, InterruptedException {
    try (Nginx nginx = Nginx.start(folder, listener, certificate);
        PackagedServer bantin = PackagedServer.start(launch, listener, certificate)) {
      Mirror.compare(nginx, bantin, folder, PATHS);
      for (Case what : cases) {
        add(List.of(what.key()), () -> List.of(compare(what, nginx, bantin)));
      }
    } catch (PackagedServer.RefusedException e) {
      cases.forEach(what -> show(missing(what.key(), e)));
    }
  }

  private Outcome compare(Case what, Nginx nginx, PackagedServer bantin)
      throws IOException, InterruptedException {
    Bout.Side ours = new Bout.Side(bantin, what.generator(), what.ask().to(bantin));
    Bout.Side theirs = new Bout.Side(nginx, what.generator(), what.ask().to(nginx));
    Rounds rounds = new Bout(theirs, ours, what.connections()).fight(plan);
    double allocated = Allocation.measure(ours, what.connections(), collections);
    return rounds.row(what.key(), what.title(), what.target(), allocated, "");
  }

  private void latencies(Launch launch, Certificate certificate, List<Case> cases)
      throws IOException, InterruptedException {
    try (Nginx nginx = Nginx.start(folder, Listener.CLEAR, certificate);
        PackagedServer bantin = PackagedServer.start(launch)) {
      for (Case what : cases) {
        add(List.of(Latency.key(what)), () -> List.of(Latency.measure(what, nginx, bantin, plan)));
      }
    }
  }

  /** What gives some rows. */
  private interface Measurement {
    List<? extends Outcome> take() throws IOException, InterruptedException;
  }

  /** Takes a measurement. One that fails is said in its rows and leaves the others alone. */
  private void add(List<String> keys, Measurement measurement) throws InterruptedException {
    System.err.println(String.join(", ", keys) + " …");
    try {
      measurement.take().forEach(this::show);
    } catch (IOException | RuntimeException e) {
      keys.forEach(key -> show(missing(key, e)));
    }
  }

  /** Puts a row into the table, and on the terminal at once. */
  private void show(Outcome row) {
    rows.add(row);
    System.err.println("  " + String.join("  ", row.cells()).strip());
  }

  private static Outcome missing(String key, Exception e) {
    return new Outcome.Figure(key, "", "", "–", "", "", "not measured: " + e.getMessage());
  }

  private List<Case> wanted(Stream<Case> cases) {
    return cases.filter(what -> plan.wants(what.key())).toList();
  }
}
