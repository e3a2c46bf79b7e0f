package vn.bantin.cli;

import java.io.Console;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on the terminal's error stream; nothing where no person looks. */
final class Progress implements AutoCloseable {

  private static final int WORTH_A_BAR = 20;

  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /** Whether a bar is drawn for so many steps. */
  @SuppressWarnings("SystemConsoleNull") // still null where the virtual machine has no console
  static boolean isShown(int steps) {
    Console console = System.console();
    return steps >= WORTH_A_BAR && console != null && console.isTerminal();
  }

  static Progress none() {
    return new Progress(null);
  }

  static Progress bar(int steps) {
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName("import")
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(100)
            .build());
  }

  void step() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
