package vn.bantin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.bantin.App;
import vn.bantin.article.ArticleId;
import vn.bantin.article.ChangeOutcome;
import vn.bantin.article.CleanText;
import vn.bantin.ingest.Ingest;
import vn.bantin.store.ArticleStore;

/** Takes an article out of every feed. */
@Command(
    name = "withdraw",
    description = "Takes an article out of every feed; its history stays.",
    footer = {"", "Example: bantin withdraw sm-2026-0114-01 --reason \"sai số liệu\""})
final class WithdrawCommand implements Callable<Integer> {

  private final Flags flags;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", description = "which article")
  private String id = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "why, for those who ask; goes into the article's history")
  private String reason = "";

  WithdrawCommand(Flags flags) {
    this.flags = flags;
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    if (CleanText.line(reason).chars().noneMatch(Character::isLetterOrDigit)) {
      err.println("no-reason: the reason has no words (say why with --reason \"…\")");
      return ExitCode.USAGE;
    }
    if (!ArticleId.isValid(id)) {
      err.println("bad-id: \"" + id + "\" is no article id (look it up with: bantin list)");
      return ExitCode.REFUSED;
    }
    try (ArticleStore store = App.store(flags.settings(spec))) {
      return switch (Ingest.withdraw(store, new ArticleId(id), reason, null, App.operator())) {
        case ChangeOutcome.Withdrawn _ -> {
          out.println("withdrawn " + id);
          yield ExitCode.DONE;
        }
        case ChangeOutcome.StaysWithdrawn _ -> {
          out.println("was withdrawn before: " + id);
          yield ExitCode.DONE;
        }
        case ChangeOutcome.Unknown _ -> {
          err.println(ShowCommand.noSuchArticle(id));
          yield ExitCode.REFUSED;
        }
        case ChangeOutcome.Created _,
            ChangeOutcome.Replaced _,
            ChangeOutcome.Unchanged _,
            ChangeOutcome.Conflict _ ->
            throw new IllegalStateException("a withdrawal was taken for something else");
      };
    }
  }
}
