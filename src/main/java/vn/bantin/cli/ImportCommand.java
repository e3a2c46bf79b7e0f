package vn.bantin.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.bantin.App;
import vn.bantin.article.Article;
import vn.bantin.cli.ImportReport.Style;
import vn.bantin.config.Settings;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.ingest.ArticleReader;
import vn.bantin.ingest.BatchImport;
import vn.bantin.ingest.Kind;
import vn.bantin.ingest.Reading;
import vn.bantin.ingest.Rejection;
import vn.bantin.ingest.Result;
import vn.bantin.ingest.SeenIds;
import vn.bantin.ingest.Source;
import vn.bantin.ingest.SourceFiles;
import vn.bantin.observe.LogObserver;
import vn.bantin.store.StoreException;

/** Takes articles in from files. */
@Command(
    name = "import",
    description = {
      "Takes articles in from files and folders.",
      "The kind of each is found out by its content: text of a news page, or Markdown with front"
          + " matter. Safe to repeat, also beside a server."
    },
    footer = {"", "Example: bantin import page.txt articles/ --category dan-van"})
final class ImportCommand implements Callable<Integer> {

  private final Flags flags;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "files and folders")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--dry-run", description = "reads and tells, stores nothing")
  private boolean dryRun;

  @Option(
      names = "--as",
      paramLabel = "KIND",
      description = "reads all as this kind: page-text or markdown")
  private @Nullable String as;

  @Option(names = "--category", paramLabel = "SLUG", description = "added to every article")
  private List<String> categories = new ArrayList<>();

  @Option(
      names = "--json",
      description = "one JSON object for each article or refusal, then a summary")
  private boolean json;

  ImportCommand(Flags flags) {
    this.flags = flags;
  }

  @Override
  public Integer call() {
    Kind kind = kind();
    SourceFiles files = SourceFiles.find(paths);
    List<Source> sources = files.sources();
    boolean bar = !json && Progress.isShown(sources.size());
    ImportReport report =
        new ImportReport(
            json ? Style.JSON : bar ? Style.BAR : Style.LINES,
            spec.commandLine().getOut(),
            spec.commandLine().getErr());
    Settings settings = flags.settings(spec);
    try (Progress progress = bar ? Progress.bar(sources.size()) : Progress.none()) {
      BiConsumer<String, Result> told =
          (name, result) -> {
            report.result(name, result);
            progress.step();
          };
      if (dryRun) {
        read(settings, sources, kind, report, progress);
      } else {
        store(settings, sources, kind, told);
      }
    } catch (StoreException e) {
      if (report.told() > 0) {
        report.summary(files.skipped());
      }
      throw e;
    }
    report.summary(files.skipped());
    return report.refused() == 0 ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private void store(
      Settings settings,
      List<Source> sources,
      @Nullable Kind kind,
      BiConsumer<String, Result> told) {
    try (App app = App.open(settings, new LogObserver(), Clock.systemUTC())) {
      requireKnown(app.catalog());
      new BatchImport(() -> app.ingest(App.operator()), kind, categories, told).run(sources);
    }
  }

  private void read(
      Settings settings,
      List<Source> sources,
      @Nullable Kind kind,
      ImportReport report,
      Progress progress) {
    FeedCatalog newsroom = App.newsroom(settings);
    requireKnown(newsroom);
    ArticleReader reader = App.reader(newsroom, Clock.systemUTC());
    SeenIds seen = new SeenIds();
    for (Source source : sources) {
      Reading reading =
          switch (source.read()) {
            case Source.Contents.Refused(Rejection rejection) -> new Reading.Rejected(rejection);
            case Source.Contents.Bytes(byte[] bytes) ->
                seen.admit(source.name(), reader.read(bytes, kind, categories));
          };
      switch (reading) {
        case Reading.Read(Article article) -> report.taken(source.name(), article, "readable");
        case Reading.Rejected(Rejection rejection) -> report.refused(source.name(), rejection);
      }
      progress.step();
    }
  }

  private void requireKnown(FeedCatalog newsroom) {
    Set<String> known = newsroom.site().categories().keySet();
    for (String category : categories) {
      if (!known.contains(category)) {
        throw new ParameterException(
            spec.commandLine(),
            "unknown category "
                + category
                + ", site.yaml knows "
                + (known.isEmpty() ? "none" : String.join(", ", known)));
      }
    }
  }

  private @Nullable Kind kind() {
    if (as == null) {
      return null;
    }
    return Kind.ofWireName(as.toLowerCase(Locale.ROOT))
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(),
                "unknown kind " + as + ", expected " + String.join(" or ", Kind.wireNames())));
  }
}
