package vn.bantin.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The packaged server and nginx side by side, on the same bytes: each on the same core, in turns,
 * with the load on the other core.
 *
 * <p>Needs no build of its own. In the folder of a packaged build:
 *
 * <pre>
 * java -cp 'target/bantin/lib/*' src/jmh/java/vn/bantin/bench/SideBySide.java --rows 304,gzip-5k
 * </pre>
 *
 * or {@code mvn -Pbench verify -Dbench.args="--rows 304,gzip-5k"}. Options: {@link Plan#USAGE}.
 */
public final class SideBySide {

  private static final List<String> PATHS = List.of(BenchNewsroom.LARGE, BenchNewsroom.SMALL);
  private static final List<String> TOOLS = List.of("nginx", "wrk", "h2load", "openssl", "curl");

  private SideBySide() {}

  /** Measures what the options ask for and prints the table. */
  public static void main(String[] args) throws Exception {
    List<String> lacking = TOOLS.stream().filter(tool -> !Children.isThere(tool)).toList();
    if (!lacking.isEmpty()) {
      System.out.println("No comparison with nginx, for want of " + lacking);
      return;
    }
    Plan plan = Plan.of(List.of(args));
    Children.moveToLoadCore();
    Path folder = Files.createTempDirectory("bantin-bench");
    try {
      double before = loadAverage();
      List<Comparison> rows = measure(plan, folder);
      System.out.print(Comparison.table(rows));
      System.out.printf(
          Locale.ROOT, "load average %.1f before, %.1f after%n", before, loadAverage());
      Report.write("nginx.json", rows);
    } finally {
      Report.delete(folder);
    }
  }

  private static List<Comparison> measure(Plan plan, Path folder)
      throws IOException, InterruptedException {
    BenchNewsroom newsroom = BenchNewsroom.in(folder);
    Certificate certificate = Certificate.in(folder);
    try (PackagedServer bantin = PackagedServer.start(plan.launch(newsroom))) {
      System.out.print(Mirror.fetch(bantin, folder, PATHS));
    }
    List<Comparison> rows = new ArrayList<>();
    for (Listener listener : Listener.values()) {
      List<Case> cases =
          Stream.of(Case.values())
              .filter(what -> what.listener() == listener && plan.wants(what.key()))
              .toList();
      if (!cases.isEmpty()) {
        rows.addAll(measure(plan, plan.launch(newsroom), folder, certificate, cases));
      }
    }
    return rows;
  }

  private static List<Comparison> measure(
      Plan plan, Launch launch, Path folder, Certificate certificate, List<Case> cases)
      throws IOException, InterruptedException {
    Listener listener = cases.getFirst().listener();
    List<Comparison> rows = new ArrayList<>();
    try (Nginx nginx = Nginx.start(folder, listener, certificate);
        PackagedServer bantin = PackagedServer.start(launch, listener, certificate)) {
      Mirror.compare(nginx, bantin, folder, PATHS);
      Duel duel = new Duel(nginx, bantin, plan);
      for (Case what : cases) {
        System.err.println(what.key() + " …");
        rows.add(duel.fight(what));
      }
    } catch (PackagedServer.RefusedException e) {
      cases.forEach(what -> rows.add(Comparison.none(what, "not available: " + e.getMessage())));
    }
    return rows;
  }

  private static double loadAverage() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
