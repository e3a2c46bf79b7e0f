package vn.bantin.http;

import io.undertow.server.DelegateOpenListener;
import java.time.Clock;
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
  private final ClientBudgets budgets;
  private final Limits limits;
  private final Map<XnioIoThread, Lane> lanes = new ConcurrentHashMap<>();
  private volatile boolean draining;

  /** Lanes in front of Undertow. */
  FastLane(
      DelegateOpenListener undertow,
      Snapshots snapshots,
      Clock clock,
      ClientBudgets budgets,
      Limits limits) {
    this.undertow = undertow;
    this.snapshots = snapshots;
    this.clock = clock;
    this.budgets = budgets;
    this.limits = limits;
  }

  @Override
  public void handleEvent(StreamConnection connection) {
    Lane lane = lanes.computeIfAbsent(connection.getIoThread(), this::lane);
    lane.open(connection);
    // Accepted before the drain and first of its thread: nobody else tells this lane.
    if (draining) {
      lane.drain();
    }
  }

  /** Closes the connections at rest now, and each of the others behind its answer. */
  void drain() {
    draining = true;
    lanes.forEach((thread, lane) -> thread.execute(lane::drain));
  }

  /** Whether all connections have ended, after {@link #drain}. */
  boolean isDrained() {
    return lanes.values().stream().allMatch(Lane::isDrained);
  }

  private Lane lane(XnioIoThread thread) {
    return new Lane(thread, undertow, snapshots, clock, budgets, limits);
  }
}
