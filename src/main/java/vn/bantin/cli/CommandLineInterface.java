package vn.bantin.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import vn.bantin.App.NewsroomMistakesException;
import vn.bantin.config.Option;
import vn.bantin.config.Settings.BadSettingsException;
import vn.bantin.newsroom.FileMistake;
import vn.bantin.store.StaleRulesException;
import vn.bantin.tls.BadCertificateException;

/** All commands, and what becomes of whatever they throw. */
@Command(
    name = "bantin",
    description = "Articles in, honest feeds out, fast.",
    mixinStandardHelpOptions = true,
    versionProvider = CommandLineInterface.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:some input was refused; each is named, with a reason",
      "2:the command line makes no sense",
      "3:a file, the database or the network failed"
    },
    footer = {"", "Example: bantin serve --listen 127.0.0.1:8080"})
public final class CommandLineInterface implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private CommandLineInterface() {}

  /**
   * Runs one command.
   *
   * @param environment where options come from that are not among the arguments
   * @return the exit code
   */
  public static int run(String[] arguments, Map<String, String> environment) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = commands(environment, out, err, arguments).execute(arguments);
    if (out.checkError()) {
      err.println("standard output could not be written (what it says is not whole)");
      return Math.max(code, ExitCode.BROKEN);
    }
    return code;
  }

  /** The command that the arguments begin with, or all: a start has no time to build the others. */
  static CommandLine commands(
      Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine root = new CommandLine(new CommandLineInterface());
    Map<String, Supplier<CommandLine>> commands = commands(new Flags(environment));
    Supplier<CommandLine> named = arguments.length == 0 ? null : commands.get(arguments[0]);
    if (named != null) {
      root.addSubcommand(named.get());
    } else {
      commands.values().forEach(command -> root.addSubcommand(command.get()));
    }
    return root.setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(CommandLineInterface::misused)
        .setExecutionExceptionHandler(CommandLineInterface::explain);
  }

  private static Map<String, Supplier<CommandLine>> commands(Flags flags) {
    Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
    commands.put("serve", () -> flags.on(new ServeCommand(flags), Option.values()));
    commands.put(
        "import",
        () -> flags.on(new ImportCommand(flags), Option.FEEDS, Option.DATA, Option.DATABASE));
    commands.put(
        "check",
        () -> flags.on(new CheckCommand(flags), Option.FEEDS, Option.DATA, Option.DATABASE));
    commands.put("withdraw", () -> flags.onStore(new WithdrawCommand(flags)));
    commands.put("list", () -> flags.onStore(new ListCommand(flags)));
    commands.put("show", () -> flags.onStore(new ShowCommand(flags)));
    commands.put("history", () -> flags.onStore(new HistoryCommand(flags)));
    commands.put(
        "token",
        () -> flags.on(new TokenCommand(flags), Option.FEEDS, Option.DATA, Option.DATABASE));
    commands.put("train", () -> new CommandLine(new TrainCommand()));
    return commands;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  private static int misused(ParameterException misuse, String[] arguments) {
    CommandLine command = misuse.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(misuse.getMessage());
    if (misuse instanceof UnmatchedArgumentException) {
      UnmatchedArgumentException.printSuggestions(misuse, err);
    } else if (command.getParent() == null) {
      command.usage(err);
    }
    err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    PrintWriter err = command.getErr();
    return switch (failure) {
      case BadSettingsException bad -> {
        err.println(bad.getMessage());
        yield ExitCode.USAGE;
      }
      case NewsroomMistakesException mistaken -> {
        for (FileMistake mistake : mistaken.mistakes()) {
          err.println(mistake);
        }
        err.println("See also: bantin check");
        yield ExitCode.REFUSED;
      }
      case StaleRulesException stale -> {
        err.println(
            stale.getMessage()
                + " (is --feeds the server's folder? A feed is retired by a server that starts"
                + " without it)");
        yield ExitCode.REFUSED;
      }
      case BadCertificateException bad -> {
        err.println(bad.getMessage());
        yield ExitCode.BROKEN;
      }
      default -> {
        err.println(Failure.describe(failure));
        yield ExitCode.BROKEN;
      }
    };
  }

  /** The version that stands in the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = CommandLineInterface.class.getPackage().getImplementationVersion();
      return new String[] {"bantin " + (version == null ? "unpackaged" : version)};
    }
  }
}
