package vn.bantin.bench;

import java.io.IOException;
import java.time.Duration;

/** What asks as often as it is answered, over many connections at once. */
interface Generator {

  /** Asks for a while. */
  Shot shoot(Request request, int connections, Duration duration)
      throws IOException, InterruptedException;
}
