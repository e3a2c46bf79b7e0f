package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The memory of another Java virtual machine, by the JDK's own {@code jcmd}; in bytes. */
final class Jcmd {

  /** What a virtual machine must be started with for {@link #direct}. */
  static final String TRACKING = "-XX:NativeMemoryTracking=summary";

  private static final Pattern USED =
      Pattern.compile("^ ?(?!Metaspace|class)\\S.*used (\\d+)K", Pattern.MULTILINE);
  private static final Pattern OTHER =
      Pattern.compile("Other \\(reserved=\\d+, committed=(\\d+)\\)");

  private Jcmd() {}

  /** The heap in use, with what could be collected. */
  static long heap(long pid) throws IOException, InterruptedException {
    Matcher generation = USED.matcher(jcmd(pid, "GC.heap_info"));
    long kilobytes = 0;
    while (generation.find()) {
      kilobytes += Long.parseLong(generation.group(1));
    }
    return kilobytes * 1024;
  }

  /** The heap in use that cannot be collected. */
  static long liveHeap(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    return heap(pid);
  }

  /** Direct buffers, if it was started with {@link #TRACKING}. */
  static long direct(long pid) throws IOException, InterruptedException {
    Matcher other = OTHER.matcher(jcmd(pid, "VM.native_memory", "summary", "scale=B"));
    return other.find() ? Long.parseLong(other.group(1)) : 0;
  }

  private static String jcmd(long pid, String... words) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    List<String> command = new ArrayList<>(List.of(jcmd, Long.toString(pid)));
    command.addAll(List.of(words));
    return Children.run(command);
  }
}
