package vn.bantin.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.bantin.App;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Carriage;
import vn.bantin.article.History;
import vn.bantin.article.Revision;
import vn.bantin.config.Settings;
import vn.bantin.ingest.HistoryJson;
import vn.bantin.store.ArticleStore;

/** Tells an article's life: who changed what when, and which feeds carried it. */
@Command(
    name = "history",
    description = {
      "Tells who changed an article, and which feeds carried it.",
      "A version is what the entity-tags of a feed begin with. Copies that were served before may"
          + " have been shown for longer, by the feeds' ttl of today: until when, stands behind it."
    },
    footer = {"", "Example: bantin history sm-2026-0114-01"})
final class HistoryCommand implements Callable<Integer> {

  private static final String IF_DOWN =
      "A cache that could not reach the server may have shown a copy for a day longer.";

  private final Flags flags;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", description = "which article")
  private String id = "";

  @Option(names = "--json", description = "as one JSON object")
  private boolean json;

  HistoryCommand(Flags flags) {
    this.flags = flags;
  }

  @Override
  public Integer call() {
    Settings settings = flags.settings(spec);
    try (ArticleStore store = App.store(settings)) {
      Optional<History> history =
          ArticleId.isValid(id)
              ? store.history(new ArticleId(id), App.lifetimes(settings))
              : Optional.empty();
      if (history.isEmpty()) {
        spec.commandLine().getErr().println(ShowCommand.noSuchArticle(id));
        return ExitCode.REFUSED;
      }
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(HistoryJson.of(new ArticleId(id), history.get()));
      } else {
        history.get().revisions().forEach(revision -> tell(revision, out));
        out.println();
        history.get().carriages().forEach(carriage -> tell(carriage, out));
        if (history.get().carriages().stream().anyMatch(c -> c.copiesUntil() != null)) {
          out.println(IF_DOWN);
        }
      }
      return ExitCode.DONE;
    }
  }

  private static void tell(Revision revision, PrintWriter out) {
    String note = Objects.requireNonNullElse(revision.article().note(), "");
    out.printf(
        "revision %-3d %s  %-9s  %s%s%n",
        revision.number(),
        revision.at(),
        revision.article().state().wireName(),
        revision.actor(),
        note.isEmpty() ? "" : "  (" + note + ")");
  }

  private static void tell(Carriage carriage, PrintWriter out) {
    Long toSeq = carriage.toSeq();
    out.printf(
        "%s carried revision %d from version %s, %s, %s%n",
        carriage.feed(),
        carriage.revision(),
        HistoryJson.version(carriage.fromSeq()),
        carriage.from(),
        toSeq == null
            ? "until now"
            : "until version %s, %s; copies until %s"
                .formatted(HistoryJson.version(toSeq), carriage.to(), carriage.copiesUntil()));
  }
}
