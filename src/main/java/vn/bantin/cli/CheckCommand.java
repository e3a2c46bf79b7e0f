package vn.bantin.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.bantin.App;
import vn.bantin.config.Settings;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Partner;
import vn.bantin.newsroom.FileMistake;
import vn.bantin.newsroom.NewsroomReader;
import vn.bantin.store.ArticleStore;

/** Names every mistake in the newsroom. */
@Command(
    name = "check",
    description = {
      "Names every mistake in the newsroom's files.",
      "Each comes with its file, its line and a hint. With --partner, it names the newest articles"
          + " of the partner's feeds that fall short of its profile, each with every reason."
    },
    footer = {"", "Example: bantin check --partner trang-tin-nui-xa"})
final class CheckCommand implements Callable<Integer> {

  private final Flags flags;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--partner",
      paramLabel = "NAME",
      description = "checks the articles that this partner gets as well")
  private @Nullable String partner;

  CheckCommand(Flags flags) {
    this.flags = flags;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Settings settings = flags.settings(spec);
    var reading = NewsroomReader.read(settings.feeds());
    FeedCatalog catalog = reading.catalog();
    if (catalog == null) {
      List<FileMistake> mistakes = reading.mistakes();
      mistakes.forEach(out::println);
      out.println(mistakes.size() == 1 ? "1 mistake" : mistakes.size() + " mistakes");
      return ExitCode.REFUSED;
    }
    if (partner != null) {
      return check(partner, catalog, settings);
    }
    int partners = catalog.partners().all().size();
    out.println(
        "no mistakes, "
            + catalog.feeds().size()
            + " feeds"
            + switch (partners) {
              case 0 -> "";
              case 1 -> ", 1 partner";
              default -> ", " + partners + " partners";
            });
    return ExitCode.DONE;
  }

  private int check(String name, FeedCatalog catalog, Settings settings) {
    Optional<Partner> found = catalog.partners().named(name);
    if (found.isEmpty()) {
      spec.commandLine().getErr().println(PartnerCheck.noSuchPartner(name, catalog));
      return ExitCode.REFUSED;
    }
    try (ArticleStore store = App.store(settings)) {
      PartnerCheck check = new PartnerCheck(catalog, found.get(), spec.commandLine().getOut());
      return check.tell(store, Instant.now()) ? ExitCode.DONE : ExitCode.REFUSED;
    }
  }
}
