package vn.bantin;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;

/** A count of the bytes that this thread allocates; exact, and without a clock. */
public final class Allocation {
  private static final int RUNS = 10_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /** The mean of many runs after as many unmeasured ones; every run has to give true. */
  public static double bytesPerRun(BooleanSupplier action) {
    runAll(action);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    runAll(action);
    return (THREADS.getCurrentThreadAllocatedBytes() - before) / (double) RUNS;
  }

  private static void runAll(BooleanSupplier action) {
    for (int i = 0; i < RUNS; i++) {
      if (!action.getAsBoolean()) {
        throw new AssertionError("run " + i + " failed");
      }
    }
  }
}
