package vn.bantin.cli;

import java.io.PrintWriter;
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
import vn.bantin.article.Slug;
import vn.bantin.article.State;
import vn.bantin.ingest.ArticleJson;
import vn.bantin.store.ArticleQuery;
import vn.bantin.store.ArticleStore;

/** Lists articles, newest first. */
@Command(
    name = "list",
    description = "Lists articles, newest first.",
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

  @Option(names = "--json", description = "one JSON object on each line")
  private boolean json;

  ListCommand(Flags flags) {
    this.flags = flags;
  }

  @Override
  public Integer call() {
    ArticleQuery query = query();
    PrintWriter out = spec.commandLine().getOut();
    try (ArticleStore store = App.store(flags.settings(spec))) {
      ArticleId start = query.after();
      if (start != null && store.find(start).isEmpty()) {
        spec.commandLine().getErr().println(ShowCommand.noSuchArticle(start.value()));
        return ExitCode.REFUSED;
      }
      List<Article> articles = store.list(query);
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
    if (limit < 1 || limit > ArticleQuery.MAX_LIMIT) {
      throw misuse("--limit is not within 1 to " + ArticleQuery.MAX_LIMIT + ": " + limit);
    }
    if (after != null && !ArticleId.isValid(after)) {
      throw misuse("--after is no article id: \"" + after + "\"");
    }
    if (category != null && !Slug.isValid(category)) {
      throw misuse("--category is no slug, such as dan-van: \"" + category + "\"");
    }
    return new ArticleQuery(
        state == null ? null : state(state),
        category,
        after == null ? null : new ArticleId(after),
        limit);
  }

  private State state(String name) {
    return State.named(name)
        .orElseThrow(
            () -> misuse("unknown state " + name + ", expected one of " + State.wireNames()));
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
