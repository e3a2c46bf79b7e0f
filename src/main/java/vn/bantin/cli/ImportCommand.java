package vn.bantin.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
import vn.bantin.ingest.ArticleReader;
import vn.bantin.ingest.BatchImport;
import vn.bantin.ingest.Kind;
import vn.bantin.ingest.Reading;
import vn.bantin.ingest.Rejection;
import vn.bantin.ingest.Source;
import vn.bantin.ingest.SourceFiles;
import vn.bantin.observe.LogObserver;

/** Takes articles in from files. */
@Command(
    name = "import",
    description = {
      "Takes articles in from files and folders, found out by content: text of a news page, or",
      "Markdown with front matter. Safe to repeat, also beside a server."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: bantin import page.txt articles/ --category dan-van"})
final class ImportCommand implements Callable<Integer> {

  private final Flags flags;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "files and folders")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--dry-run", description = "reads and tells, stores nothing")
  private boolean dryRun;

  @Option(names = "--as", paramLabel = "KIND", description = "page-text or markdown")
  private @Nullable String as;

  @Option(names = "--category", paramLabel = "SLUG", description = "added to every article")
  private List<String> categories = new ArrayList<>();

  @Option(names = "--json", description = "one JSON object an article or refusal, then a summary")
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
    try (App app = App.open(flags.settings(spec), new LogObserver(), Clock.systemUTC());
        Progress progress = bar ? Progress.bar(sources.size()) : Progress.none()) {
      if (dryRun) {
        ArticleReader reader = app.reader();
        for (Source source : sources) {
          read(reader, source, kind, report);
          progress.step();
        }
      } else {
        new BatchImport(
                app.ingest(),
                kind,
                categories,
                (name, result) -> {
                  report.result(name, result);
                  progress.step();
                })
            .run(sources);
      }
    }
    report.summary(files.skipped());
    return report.refused() == 0 ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private void read(ArticleReader reader, Source source, @Nullable Kind kind, ImportReport report) {
    switch (source.read()) {
      case Source.Contents.Refused(Rejection rejection) -> report.refused(source.name(), rejection);
      case Source.Contents.Bytes(byte[] bytes) -> {
        switch (reader.read(bytes, kind, categories)) {
          case Reading.Read(Article article) -> report.taken(source.name(), article, "readable");
          case Reading.Rejected(Rejection rejection) -> report.refused(source.name(), rejection);
        }
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
