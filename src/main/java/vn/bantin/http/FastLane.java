package vn.bantin.http;

import io.undertow.server.DelegateOpenListener;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xnio.ChannelListener;
import org.xnio.StreamConnection;
import org.xnio.XnioIoThread;
import vn.bantin.snapshot.Snapshots;

/** The way into the {@link Lane} of a connection's own I/O thread. */
final class FastLane implements ChannelListener<StreamConnection> {

  private final DelegateOpenListener undertow;
  private final Snapshots snapshots;
  private final Clock clock;
  private final Duration idle;
  private final Map<XnioIoThread, Lane> lanes = new ConcurrentHashMap<>();

  /**
   * Lanes in front of Undertow.
   *
   * @param idle how long a connection may stay without progress
   */
  FastLane(DelegateOpenListener undertow, Snapshots snapshots, Clock clock, Duration idle) {
    this.undertow = undertow;
    this.snapshots = snapshots;
    this.clock = clock;
    this.idle = idle;
  }

  @Override
  public void handleEvent(StreamConnection connection) {
    lanes.computeIfAbsent(connection.getIoThread(), this::lane).open(connection);
  }

  private Lane lane(XnioIoThread thread) {
    return new Lane(thread, undertow, snapshots, clock, idle);
  }
}
