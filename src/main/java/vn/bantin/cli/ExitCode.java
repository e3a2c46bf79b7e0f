package vn.bantin.cli;

/** What a command leaves behind for scripts. */
final class ExitCode {

  /** All done. */
  static final int DONE = 0;

  /** Some input was refused; each is named. */
  static final int REFUSED = 1;

  /** The command line makes no sense. */
  static final int USAGE = 2;

  /** A file, the database or the network failed. */
  static final int BROKEN = 3;

  private ExitCode() {}
}
