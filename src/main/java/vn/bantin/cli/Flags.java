package vn.bantin.cli;

import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import vn.bantin.config.Option;
import vn.bantin.config.Settings;

/** The option table as flags of commands. */
final class Flags {

  private static final Option[] STORE = {Option.DATA, Option.DATABASE};

  private final Map<String, String> environment;

  Flags(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** A command that has these options beside its own. */
  CommandLine on(Object command, Option... options) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(command);
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("shows this text").build());
    for (Option option : options) {
      spec.addOption(
          OptionSpec.builder(option.flag())
              .paramLabel(option.form())
              .type(String.class)
              .description(
                  option.description()
                      + " (default: "
                      + option.fallback()
                      + "; also "
                      + option.variable()
                      + ")")
              .build());
    }
    return new CommandLine(spec);
  }

  /** A command that works on the store alone. */
  CommandLine onStore(Object command) {
    return on(command, STORE);
  }

  /**
   * What the command was told.
   *
   * @throws Settings.BadSettingsException if it makes no sense
   */
  Settings settings(CommandSpec spec) {
    Map<Option, String> flags = new EnumMap<>(Option.class);
    for (Option option : Option.values()) {
      OptionSpec flag = spec.findOption(option.flag());
      String value = flag == null ? null : flag.getValue();
      if (value != null) {
        flags.put(option, value);
      }
    }
    return Settings.of(flags, environment);
  }
}
