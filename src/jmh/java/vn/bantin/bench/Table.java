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
    List<Outcome> rows = new ArrayList<>();
    for (Listener listener : Listener.values()) {
      List<Case> cases = wanted(Stream.of(Case.values()).filter(c -> c.listener() == listener));
      if (!cases.isEmpty()) {
        rows.addAll(compare(launch, listener, certificate, cases));
      }
    }
    List<Case> latencies =
        LATENCIES.stream().filter(what -> plan.wants(Latency.key(what))).toList();
    if (!latencies.isEmpty()) {
      rows.addAll(latencies(launch, certificate, latencies));
    }
    if (plan.wants(IdleConnections.KEY)) {
      say(IdleConnections.KEY);
      rows.add(IdleConnections.measure(plan, newsroom, folder, certificate));
    }
    if (plan.wants(ManyFeeds.MEMORY) || plan.wants(ManyFeeds.HITS)) {
      say(ManyFeeds.MEMORY);
      rows.addAll(new ManyFeeds(plan, folder).measure());
    }
    return rows;
  }

  private List<Outcome> compare(
      Launch launch, Listener listener, Certificate certificate, List<Case> cases)
      throws IOException, InterruptedException {
    List<Outcome> rows = new ArrayList<>();
    try (Nginx nginx = Nginx.start(folder, listener, certificate);
        PackagedServer bantin = PackagedServer.start(launch, listener, certificate)) {
      Mirror.compare(nginx, bantin, folder, PATHS);
      for (Case what : cases) {
        say(what.key());
        Bout.Side ours = new Bout.Side(bantin, what.generator(), what.ask().to(bantin));
        Bout.Side theirs = new Bout.Side(nginx, what.generator(), what.ask().to(nginx));
        Rounds rounds = new Bout(theirs, ours, what.connections()).fight(plan);
        double allocated = Allocation.measure(ours, what.connections(), collections);
        rows.add(rounds.row(what.key(), what.title(), what.target(), allocated, ""));
      }
    } catch (PackagedServer.RefusedException e) {
      cases.forEach(what -> rows.add(missing(what, e)));
    }
    return rows;
  }

  private List<Outcome> latencies(Launch launch, Certificate certificate, List<Case> cases)
      throws IOException, InterruptedException {
    List<Outcome> rows = new ArrayList<>();
    try (Nginx nginx = Nginx.start(folder, Listener.CLEAR, certificate);
        PackagedServer bantin = PackagedServer.start(launch)) {
      for (Case what : cases) {
        say(Latency.key(what));
        rows.add(Latency.measure(what, nginx, bantin, plan));
      }
    }
    return rows;
  }

  private static Outcome missing(Case what, PackagedServer.RefusedException e) {
    String why = "not available: " + e.getMessage();
    return Outcome.Figure.missing(what.key(), what.title(), what.target(), why);
  }

  private List<Case> wanted(Stream<Case> cases) {
    return cases.filter(what -> plan.wants(what.key())).toList();
  }

  private static void say(String row) {
    System.err.println(row + " …");
  }
}
