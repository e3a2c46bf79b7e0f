package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The processor's time as the kernel keeps it, in seconds (proc(5)): user and system together, all
 * threads of a process. It is kept in hundredths, so only what takes seconds is worth measuring.
 */
final class CpuTime {

  private static final double TICKS_PER_SECOND = 100;
  private static final int UTIME = 11;
  private static final int CSTIME = 14;

  private CpuTime() {}

  /** What a process has used itself. */
  static double of(long pid) throws IOException {
    return ticks(Path.of("/proc/" + pid + "/stat"), UTIME, UTIME + 1) / TICKS_PER_SECOND;
  }

  /** What this virtual machine has used, and all programs that it ran to their end. */
  static double ofLoad() throws IOException {
    return ticks(Path.of("/proc/self/stat"), UTIME, CSTIME) / TICKS_PER_SECOND;
  }

  /** What all programs on the machine have used, and what the machine's own host took from it. */
  static double ofMachine() throws IOException {
    List<String> words = List.of(Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +"));
    // user, nice, system, steal
    return ticks(words, List.of(1, 2, 3, 8)) / TICKS_PER_SECOND;
  }

  private static long ticks(Path stat, int from, int to) throws IOException {
    String text = Files.readString(stat);
    // The name, in brackets, may hold anything.
    List<String> words = List.of(text.substring(text.lastIndexOf(')') + 2).split(" "));
    List<Integer> fields = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      fields.add(i);
    }
    return ticks(words, fields);
  }

  private static long ticks(List<String> words, List<Integer> fields) {
    return fields.stream().mapToLong(field -> Long.parseLong(words.get(field))).sum();
  }
}
