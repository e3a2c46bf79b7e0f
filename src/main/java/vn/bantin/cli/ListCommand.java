package vn.bantin.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.bantin.App;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;
import vn.bantin.article.State;
import vn.bantin.ingest.ArticleJson;
import vn.bantin.observe.LogObserver;
import vn.bantin.store.ArticleQuery;

/** Lists articles, newest first. */
@Command(
    name = "list",
    description = "Lists articles, newest first: id, state, date, title.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: bantin list --category dan-van --limit 20"})
final class ListCommand implements Callable<Integer> {

  private final Flags flags;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--state", paramLabel = "STATE", description = "only these, such as withdrawn")
  private @Nullable String state;

  @Option(names = "--category", paramLabel = "SLUG", description = "only those of this category")
  private @Nullable String category;

  @Option(names = "--after", paramLabel = "ID", description = "only those after this one")
  private @Nullable String after;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "the most to list, up to 1000 (default: 50)")
  private int limit;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  ListCommand(Flags flags) {
    this.flags = flags;
  }

  @Override
  public Integer call() {
    ArticleQuery query = query();
    PrintWriter out = spec.commandLine().getOut();
    try (App app = App.open(flags.settings(spec), new LogObserver(), Clock.systemUTC())) {
      List<Article> articles = app.store().list(query);
      for (Article a : articles) {
        out.println(
            json
                ? ArticleJson.of(a)
                : "%s  %-9s  %s  %s"
                    .formatted(a.id(), a.state().wireName(), a.published(), a.title()));
      }
    }
    return ExitCode.DONE;
  }

  private ArticleQuery query() {
    try {
      return new ArticleQuery(
          state == null ? null : State.ofWireName(state),
          category,
          after == null ? null : new ArticleId(after),
          limit);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
