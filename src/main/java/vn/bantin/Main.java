package vn.bantin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import vn.bantin.cli.CommandLineInterface;

/** The entry; the only place that ends the process. */
public final class Main {

  private static final Duration PARENT_WATCH = Duration.ofMillis(200);

  private Main() {}

  /** Runs the command that the arguments name. */
  public static void main(String[] args) {
    leaveWithParent();
    System.exit(CommandLineInterface.run(args, System.getenv()));
  }

  // A build tool that is killed takes its children along only when it can: the server looks itself.
  private static void leaveWithParent() {
    if ("watch".equals(System.getProperty("bantin.parent"))) {
      Thread.ofPlatform().daemon().name("parent-watch").start(Main::exitWhenOrphaned);
    }
  }

  private static void exitWhenOrphaned() {
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    while (ProcessHandle.current().parent().equals(parent)) {
      LockSupport.parkNanos(PARENT_WATCH.toNanos());
    }
    System.exit(0);
  }
}
