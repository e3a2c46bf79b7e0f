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
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Media;
import vn.bantin.ingest.ArticleJson;
import vn.bantin.store.ArticleStore;

/** Shows one article as it is stored. */
@Command(
    name = "show",
    description = "Shows one article as it is stored.",
    footer = {"", "Example: bantin show sm-2026-0114-01 --json"})
final class ShowCommand implements Callable<Integer> {

  private final Flags flags;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", description = "which article")
  private String id = "";

  @Option(names = "--json", description = "as one JSON object")
  private boolean json;

  ShowCommand(Flags flags) {
    this.flags = flags;
  }

  @Override
  public Integer call() {
    try (ArticleStore store = App.store(flags.settings(spec))) {
      Optional<Article> article =
          ArticleId.isValid(id) ? store.find(new ArticleId(id)) : Optional.empty();
      if (article.isEmpty()) {
        spec.commandLine().getErr().println(noSuchArticle(id));
        return ExitCode.REFUSED;
      }
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(ArticleJson.of(article.get()));
      } else {
        describe(article.get(), out);
      }
      return ExitCode.DONE;
    }
  }

  private static void describe(Article a, PrintWriter out) {
    out.println(a.title());
    out.println();
    line(out, "id", a.id());
    line(out, "state", a.state().wireName() + (a.note() == null ? "" : " (" + a.note() + ")"));
    line(out, "published", a.published());
    line(out, "updated", a.updated());
    line(out, "publish at", Objects.requireNonNullElse(a.schedule().publishAt(), ""));
    line(out, "embargo to", Objects.requireNonNullElse(a.schedule().embargoUntil(), ""));
    line(out, "expires at", Objects.requireNonNullElse(a.schedule().expiresAt(), ""));
    line(out, "authors", String.join(", ", a.authors()));
    line(out, "categories", String.join(", ", a.categories()));
    line(out, "tags", String.join(", ", a.tags()));
    line(out, "source", a.source() == null ? "" : a.source());
    line(out, "address", a.url() == null ? "" : a.url());
    for (Media media : a.media()) {
      line(out, "media", media.type() + " " + media.url());
    }
    out.println();
    out.println(a.summary());
    out.println();
    out.println(a.bodyHtml());
  }

  /** What to say to a person who names an article that is not there. */
  static String noSuchArticle(String id) {
    return "no-such-article: there is no article " + id + " (look it up with: bantin list)";
  }

  private static void line(PrintWriter out, String name, Object value) {
    if (!value.toString().isEmpty()) {
      out.printf("%-11s %s%n", name, value);
    }
  }
}
