package vn.bantin.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.bantin.newsroom.FileMistake;
import vn.bantin.newsroom.NewsroomReader;

/** Names every mistake in the newsroom. */
@Command(
    name = "check",
    description = {
      "Names every mistake in the newsroom's files.",
      "Each comes with its file, its line and a hint."
    },
    footer = {"", "Example: bantin check --feeds feeds"})
final class CheckCommand implements Callable<Integer> {

  private final Flags flags;

  @Spec private CommandSpec spec = CommandSpec.create();

  CheckCommand(Flags flags) {
    this.flags = flags;
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var reading = NewsroomReader.read(flags.settings(spec).feeds());
    List<FileMistake> mistakes = reading.mistakes();
    mistakes.forEach(out::println);
    if (!mistakes.isEmpty()) {
      out.println(mistakes.size() == 1 ? "1 mistake" : mistakes.size() + " mistakes");
      return ExitCode.REFUSED;
    }
    var catalog = reading.catalog();
    out.println("no mistakes, " + (catalog == null ? 0 : catalog.feeds().size()) + " feeds");
    return ExitCode.DONE;
  }
}
