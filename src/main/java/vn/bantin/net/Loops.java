package vn.bantin.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.xnio.ChannelListener;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import vn.bantin.observe.Observer;

/** The I/O threads of a server, and the threads for what may wait. */
public final class Loops implements AutoCloseable {

  private final Observer observer;
  private final XnioWorker worker;
  private final List<Loop> loops = new ArrayList<>();

  /**
   * Starts them.
   *
   * @param io how many serve sockets
   * @param waiting how many may wait
   * @throws IOException if the system has no files left for them
   */
  public Loops(int io, int waiting, Observer observer) throws IOException {
    this.observer = observer;
    OptionMap threads =
        OptionMap.builder()
            .set(Options.WORKER_IO_THREADS, 1)
            .set(Options.WORKER_TASK_CORE_THREADS, waiting)
            .set(Options.WORKER_TASK_MAX_THREADS, waiting)
            .getMap();
    this.worker = Xnio.getInstance(Loops.class.getClassLoader()).createWorker(threads);
    try {
      for (int i = 0; i < io; i++) {
        loops.add(new Loop(worker, i, observer));
      }
    } catch (IOException e) {
      worker.shutdownNow();
      throw e;
    }
    loops.forEach(Loop::start);
  }

  /**
   * Takes an address.
   *
   * @param backlog how many connections the system keeps until they are taken
   * @param listener takes each, in the thread that serves it from then on
   * @throws IOException if the address is taken, or cannot be
   */
  public Acceptor listen(
      InetSocketAddress address, int backlog, ChannelListener<? super StreamConnection> listener)
      throws IOException {
    return Acceptor.listen(address, backlog, loops, listener, observer);
  }

  /** Ends all connections and threads, and waits for what is under way in the latter. */
  @Override
  public void close() {
    worker.shutdown();
    loops.forEach(Loop::shutdown);
    try {
      for (Loop loop : loops) {
        loop.join();
      }
      worker.awaitTermination();
    } catch (InterruptedException _) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
