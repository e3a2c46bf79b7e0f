package vn.bantin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import vn.bantin.config.Option;

/** Help, options and their mistakes. */
final class UsageTest {

  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.in(folder);
  }

  @Test
  void listsEveryCommandWithAWholeSentence() {
    Outcome help = desk.run("--help");
    assertThat(help.code()).isZero();
    assertThat(help.err()).isEmpty();
    for (CommandLine command : commands()) {
      String[] description = command.getCommandSpec().usageMessage().description();
      assertThat(description[0]).matches("[A-Z][^.]{10,60}\\.");
      assertThat(help.lines())
          .anyMatch(line -> line.matches("  " + command.getCommandName() + " +.*"))
          .anyMatch(line -> line.endsWith(description[0]));
    }
    assertThat(help.out()).contains("Exit codes:").doesNotContain("train");
  }

  @Test
  void everyCommandHasHelpWithAnExampleThatCanBeParsed() {
    assertThat(commands()).hasSize(8);
    for (CommandLine command : commands()) {
      Outcome help = desk.run(command.getCommandName(), "--help");
      assertThat(help.code()).isZero();
      assertThat(help.err()).isEmpty();
      assertThat(help.lines()).allMatch(line -> line.length() <= 80);
      String example = help.lines().getLast();
      assertThat(example).startsWith("Example: bantin " + command.getCommandName() + " ");
      String[] words =
          WORD.matcher(example).results().skip(2).map(MatchResult::group).toArray(String[]::new);
      assertThat(top().parseArgs(words).subcommand().matchedArgs()).isNotEmpty();
    }
  }

  @Test
  void anOptionIsExplainedWithItsDefaultAndItsVariable() {
    String help = desk.run("serve", "--help").out().replaceAll("\\s+", " ");
    for (Option option : Option.values()) {
      assertThat(help)
          .contains(option.flag() + "=" + option.form())
          .contains("(default: " + option.fallback() + "; also " + option.variable() + ")");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bogus",
        "token",
        "token make x",
        "token create",
        "token create cms",
        "token create cms --scope all",
        "token create \"c m s\" --scope read",
        "token list --scope read",
        "token revoke",
        "token revoke cms --scope read",
        "token create bao --scope partner:bao --scope read",
        "token create bao --scope partner",
        "check --partner",
        "list --limit 0",
        "list --limit 1001",
        "list --limit many",
        "list --state foo",
        "list --after a/b",
        "list --listen 127.0.0.1:0",
        "import",
        "import --as word x.txt",
        "show",
        "show a b",
        "withdraw a",
        "check --json",
        "serve --listen 8080",
        "serve --admin-listen 127.0.0.1:99999",
        "serve --base-url tin.example",
        "serve --tls-listen 127.0.0.1:0 --tls-key x.key",
        "serve --tls-certificate x.pem",
        "serve --http2 true",
        "serve --h2c on",
        "serve --proxy-protocol true",
        "serve --trusted-proxies proxy.example",
        "list --database jdbc:mysql:x",
      })
  void aCommandLineThatMakesNoSenseIsAShortAnswerAndCode2(String line) {
    Outcome outcome = desk.run((Object[]) line.split(" "));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines().count()).isBetween(1L, 3L);
    assertThat(outcome.err()).doesNotContain("Exception", "vn.bantin", "\tat ", "enum");
  }

  @Test
  void noCommandShowsAllCommands() {
    Outcome outcome = desk.run();
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("Which command?", "import", "withdraw", "bantin --help");
  }

  @ParameterizedTest
  @CsvSource({
    "list --state foo,'draft, scheduled, embargoed, live'",
    "list --categori x,--category",
    "lst,bantin list",
    "serve --listen 8080,127.0.0.1:8080",
    "list --limit 0,1 to 1000",
  })
  void anAnswerToAMistakeShowsTheWayOut(String line, String hint) {
    assertThat(desk.run((Object[]) line.split(" ")).err()).contains(hint);
  }

  @Test
  void aBadVariableIsNamedAsOne() {
    desk.set("BANTIN_DATABASE", "mysql:x");
    Outcome outcome = desk.run("list");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("BANTIN_DATABASE ").contains("mysql:x");
  }

  @Test
  void aFlagWinsOverTheEnvironment() throws IOException {
    Path file = desk.write("a.md", Desk.markdown("a", "Bài A", "Chữ."));
    Path other = desk.folder().resolve("other");
    desk.run("import", file, "--data", other);
    assertThat(other.resolve("bantin.db")).exists();
    assertThat(desk.run("list").out()).isEmpty();
    desk.set("BANTIN_DATA", other.toString());
    assertThat(desk.run("list").out()).startsWith("a ");
    desk.set("BANTIN_DATABASE", "jdbc:sqlite:" + desk.folder().resolve("third.db"));
    assertThat(desk.run("list").out()).isEmpty();
  }

  private static CommandLine top() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return CommandLineInterface.commands(Map.of(), nowhere, nowhere);
  }

  private static List<CommandLine> commands() {
    return top().getSubcommands().values().stream()
        .filter(command -> !command.getCommandSpec().usageMessage().hidden())
        .toList();
  }
}
