package vn.bantin.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What a store with a long history costs: the same work on ten thousand articles and on a million,
 * in the same thousand feeds, in turns.
 *
 * <p>To fill the large store takes many minutes and gigabytes, so it is done only when one of the
 * rows is asked for by name.
 */
final class Scale {

  private static final String PUBLISH = "scale-publish";
  private static final String COLD = "scale-cold";
  private static final String ARCHIVE = "scale-archive";
  private static final String SEARCH = "scale-search";
  private static final String START = "scale-start";

  /** The rows' names on the command line. */
  static final List<String> KEYS = List.of(PUBLISH, COLD, ARCHIVE, SEARCH, START);

  private static final int FEW = 10_000;
  private static final int WARM_UPS = 100;
  private static final int SAMPLES = 200;
  private static final int STARTS = 10;

  private final Plan plan;
  private final ScaleNewsroom few;
  private final ScaleNewsroom many;
  private final List<Outcome> rows = new ArrayList<>();

  private Scale(Plan plan, ScaleNewsroom few, ScaleNewsroom many) {
    this.plan = plan;
    this.few = few;
    this.many = many;
  }

  /** Measures what the plan names; says of each of the rows when it names none at all. */
  static List<Outcome> measure(Plan plan) throws IOException, InterruptedException {
    if (plan.rows().isEmpty()) {
      String note = "not measured: takes minutes and gigabytes; ask for it by --rows ";
      return KEYS.stream().<Outcome>map(key -> row(key, "", "", "–", note + key)).toList();
    }
    if (KEYS.stream().noneMatch(plan::names)) {
      return List.of();
    }
    Path kept = plan.stores();
    if (kept != null) {
      return measure(plan, kept);
    }
    Path folder = Files.createTempDirectory("bantin-scale");
    try {
      return measure(plan, folder);
    } finally {
      Report.delete(folder);
    }
  }

  private static List<Outcome> measure(Plan plan, Path folder)
      throws IOException, InterruptedException {
    ScaleNewsroom few = ScaleNewsroom.in(folder.resolve("with-" + FEW), FEW);
    ScaleNewsroom many =
        ScaleNewsroom.in(folder.resolve("with-" + plan.articles()), plan.articles());
    Scale scale = new Scale(plan, few, many);
    scale.measure();
    Report.write("scale.json", scale.rows);
    return scale.rows;
  }

  private void measure() throws IOException, InterruptedException {
    try (ScaledServing small = new ScaledServing(few);
        ScaledServing large = new ScaledServing(many)) {
      compare(PUBLISH, "publish one article", 10, small, large, ScaledServing::publish);
      compare(COLD, "a feed never asked for", 20, small, large, ScaledServing::buildFeed);
      compare(ARCHIVE, "a page of an archive", 20, small, large, ScaledServing::buildPage);
      compare(SEARCH, "a search never asked for", 100, small, large, ScaledServing::search);
    }
    if (plan.names(START)) {
      starts();
    }
  }

  private void compare(
      String key,
      String title,
      int target,
      ScaledServing small,
      ScaledServing large,
      Consumer<ScaledServing> work) {
    if (!plan.names(key)) {
      return;
    }
    List<Double> onFew = new ArrayList<>();
    List<Double> onMany = new ArrayList<>();
    for (int i = 0; i < WARM_UPS + SAMPLES; i++) {
      onFew.add(millis(small, work));
      onMany.add(millis(large, work));
    }
    add(
        key,
        title,
        target,
        onFew.subList(WARM_UPS, onFew.size()),
        onMany.subList(WARM_UPS, onMany.size()));
  }

  private void starts() throws IOException {
    // The first tells the store how the feeds look.
    start(few);
    start(many);
    List<Double> onFew = new ArrayList<>();
    List<Double> onMany = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      onFew.add(start(few));
      onMany.add(start(many));
    }
    add(START, "restart to ready", 2_000, onFew, onMany);
  }

  private double start(ScaleNewsroom newsroom) throws IOException {
    Launch launch =
        new Launch(
            plan.launcher(),
            newsroom.feeds(),
            newsroom.data(),
            plan.javaOptions(),
            plan.options(),
            false);
    try (PackagedServer server = PackagedServer.start(launch)) {
      return server.startUp().toNanos() / 1e6;
    }
  }

  private static double millis(ScaledServing serving, Consumer<ScaledServing> work) {
    long start = System.nanoTime();
    work.accept(serving);
    return (System.nanoTime() - start) / 1e6;
  }

  private void add(String key, String what, int target, List<Double> onFew, List<Double> onMany) {
    double less = StartUp.median(onFew);
    double more = StartUp.median(onMany);
    String title = String.format(Locale.ROOT, "%,d articles: %s", plan.articles(), what);
    String limits = String.format(Locale.ROOT, "< %,d ms, ≤ 2 ×", target);
    String result = String.format(Locale.ROOT, "%,.1f ms, %.2f ×", more, more / less);
    String note =
        String.format(
            Locale.ROOT,
            "median of %d, 99%% within %,.1f; with %,d articles %,.1f, 99%% within %,.1f;"
                + " load average %.1f",
            onMany.size(),
            most(onMany),
            FEW,
            less,
            most(onFew),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    Outcome row = row(key, title, limits, result, note);
    System.err.println("  " + String.join("  ", row.cells()).strip());
    rows.add(row);
  }

  private static double most(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
  }

  private static Outcome row(String key, String title, String target, String result, String note) {
    return new Outcome.Figure(key, title, target, result, "", "", note);
  }
}
