package vn.bantin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What it costs to keep 10,000 connections that each asked once: the growth of the process, and in
 * it that of the Java heap. That of the kernel is not in it.
 */
final class IdleConnections {

  /** The row's name on the command line. */
  static final String KEY = "idle";

  private static final String TITLE = "10,000 idle connections";
  private static final String TARGET = "< 4 KB, no error";
  private static final int COUNT = 10_000;
  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final int IDLE_SECONDS = 3;

  // All pages of the heap are there from the start: the process grows by all else, and the heap by
  // what is live.
  private static final String FIXED_HEAP = "-Xms192m -Xmx192m -XX:+AlwaysPreTouch";

  private IdleConnections() {}

  static Outcome measure(Plan plan, BenchNewsroom newsroom, Path folder, Certificate certificate)
      throws IOException, InterruptedException {
    Launch launch = plan.launch(newsroom, FIXED_HEAP);
    try (Nginx nginx = Nginx.start(folder, Listener.CLEAR, certificate);
        PackagedServer bantin = PackagedServer.start(launch)) {
      Growth theirs = Growth.of(nginx, false);
      Growth ours = Growth.of(bantin, true);
      String note =
          String.format(
              Locale.ROOT,
              "errors: nginx %d, ours %d; %.1f KB of ours in the heap",
              theirs.errors,
              ours.errors,
              ours.heap / 1024);
      String failed = ours.errors == 0 ? "" : ", " + ours.errors + " errors";
      return new Outcome.Figure(
          KEY, TITLE, TARGET, ours.text() + failed, theirs.text(), ours.text(), note);
    }
  }

  private record Growth(double bytes, double heap, int errors) {

    static Growth of(Contender server, boolean isJava) throws IOException, InterruptedException {
      Request request = Ask.UNCHANGED.to(server);
      new Caller(false).shoot(request, 64, WARM_UP);
      long heap = isJava ? Jcmd.liveHeap(server.pid()) : 0;
      long resident = Resident.of(server.pid());
      try (Crowd crowd = Crowd.of(request, COUNT)) {
        crowd.ask();
        double moreHeap = isJava ? Jcmd.liveHeap(server.pid()) - heap : 0;
        double more = Resident.of(server.pid()) - resident + moreHeap;
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        crowd.ask();
        return new Growth(more / COUNT, moreHeap / COUNT, crowd.errors());
      }
    }

    String text() {
      return String.format(Locale.ROOT, "%.1f KB", bytes / 1024);
    }
  }
}
