package vn.bantin.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.bantin.App;
import vn.bantin.RunningServer;
import vn.bantin.article.Actor;
import vn.bantin.cli.ImportReport.Style;
import vn.bantin.config.Settings;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Format;
import vn.bantin.ingest.BatchImport;
import vn.bantin.ingest.SourceFiles;
import vn.bantin.observe.LogObserver;

/** Serves the newsroom's feeds until it is told to stop. */
@Command(
    name = "serve",
    description = {
      "Serves the newsroom's feeds until it is stopped.",
      "One line on standard output says when it is ready. A store that is empty is filled from the"
          + " newsroom's samples, if it has any."
    },
    footer = {"", "Example: bantin serve --listen 0.0.0.0:8080 --base-url https://tin.example"})
final class ServeCommand implements Callable<Integer> {

  /** For all that ends behind the last answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Actor SAMPLES = new Actor("samples");

  private final Flags flags;

  @Spec private CommandSpec spec = CommandSpec.create();

  ServeCommand(Flags flags) {
    this.flags = flags;
  }

  @Override
  public Integer call() throws InterruptedException {
    LogObserver observer = new LogObserver();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Settings settings = flags.settings(spec);
    Duration patience = settings.drainDelay().plus(settings.drain()).plus(PATIENCE);
    try (App app = App.open(settings, observer, Clock.systemUTC())) {
      if (app.wantsSamples()) {
        fill(app);
      }
      try (RunningServer server = app.serve()) {
        Runtime.getRuntime()
            .addShutdownHook(new Thread(() -> stop(asked, stopped, patience), "stop"));
        announce(app, server);
        asked.await();
      }
    } finally {
      stopped.countDown();
    }
    return ExitCode.DONE;
  }

  // The process ends with this hook: it waits until all is closed, by the thread that opened it.
  private static void stop(CountDownLatch asked, CountDownLatch stopped, Duration patience) {
    asked.countDown();
    try {
      stopped.await(patience.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void fill(App app) {
    PrintWriter err = spec.commandLine().getErr();
    ImportReport report = new ImportReport(Style.BAR, err, err);
    SourceFiles samples = SourceFiles.find(List.of(app.samples()));
    new BatchImport(() -> app.ingest(SAMPLES), null, List.of(), report::result)
        .run(samples.sources());
    err.print("An empty store was filled with samples: ");
    report.summary(samples.skipped());
  }

  private void announce(App app, RunningServer server) {
    PrintWriter err = spec.commandLine().getErr();
    for (FeedDefinition feed : app.catalog().feeds()) {
      for (Format format : Format.values()) {
        err.println("  " + server.baseUrl() + "/feeds/" + feed.name() + "." + format.extension());
      }
    }
    spec.commandLine()
        .getOut()
        .println(
            "Bantin is ready at "
                + server.baseUrl()
                + "/ with "
                + app.catalog().feeds().size()
                + " feeds and "
                + app.store().count()
                + " articles");
  }
}
