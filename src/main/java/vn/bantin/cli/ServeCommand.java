package vn.bantin.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.bantin.App;
import vn.bantin.RunningServer;
import vn.bantin.cli.ImportReport.Style;
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

  private final Flags flags;

  @Spec private CommandSpec spec = CommandSpec.create();

  ServeCommand(Flags flags) {
    this.flags = flags;
  }

  @Override
  public Integer call() throws InterruptedException {
    LogObserver observer = new LogObserver();
    try (App app = App.open(flags.settings(spec), observer, Clock.systemUTC())) {
      if (app.wantsSamples()) {
        fill(app);
      }
      RunningServer server = app.serve();
      Thread stop = new Thread(() -> stop(app, server), "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      announce(app, server);
      server.await();
    }
    return ExitCode.DONE;
  }

  private void fill(App app) {
    PrintWriter err = spec.commandLine().getErr();
    ImportReport report = new ImportReport(Style.BAR, err, err);
    SourceFiles samples = SourceFiles.find(List.of(app.samples()));
    new BatchImport(app::ingest, null, List.of(), report::result).run(samples.sources());
    err.print("An empty store was filled with samples: ");
    report.summary(samples.skipped());
  }

  private static void stop(App app, RunningServer server) {
    server.close();
    app.close();
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
