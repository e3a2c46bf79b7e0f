package vn.bantin.tls;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.bantin.observe.Event;
import vn.bantin.observe.Observer;

/**
 * The eye of a running server on its certificate's files: another good pair comes into force within
 * seconds, a wrong one is told once and changes nothing.
 *
 * <p>What stands in the files counts when two looks in a row agree, because the two are never
 * exchanged at one time. They are read each time: neither the times of files nor {@link
 * java.nio.file.WatchService} see every way of exchanging them.
 */
final class CertificateWatcher implements AutoCloseable {

  /** The time between two looks; a change takes at most two of them. */
  static final Duration PERIOD = Duration.ofSeconds(1);

  /**
   * What was found at one look.
   *
   * @param failure why the files could not be read; null when they were
   */
  private record Look(CertificateFiles.@Nullable Texts texts, @Nullable String failure) {}

  private final CertificateFiles files;
  private final Consumer<Identity> listener;
  private final InstantSource clock;
  private final Observer observer;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private Look last;
  private Look judged;

  /**
   * Prepares to watch.
   *
   * @param inForce what stood in the files when the server read them
   * @param listener puts another identity in force
   */
  CertificateWatcher(
      CertificateFiles files,
      CertificateFiles.Texts inForce,
      Consumer<Identity> listener,
      InstantSource clock,
      Observer observer) {
    this.files = files;
    this.listener = listener;
    this.clock = clock;
    this.observer = observer;
    this.last = new Look(inForce, null);
    this.judged = last;
    this.thread = Thread.ofPlatform().daemon().name("certificates").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  @Override
  public void close() {
    closed.countDown();
  }

  /** Tells if clients will not take the identity because of its dates. */
  static void warn(Identity identity, InstantSource clock, Observer observer) {
    if (!identity.isValidAt(clock.instant())) {
      observer.observe(new Event.CertificateOutOfDate(identity.subject(), identity.end()));
    }
  }

  private void run() {
    boolean failing = false;
    try {
      while (!closed.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          look();
          failing = false;
        } catch (RuntimeException | Error e) {
          if (!failing) {
            observer.observe(new Event.Retrying("looking at the certificate's files", e));
          }
          failing = true;
        }
      }
    } catch (InterruptedException _) {
      // somebody else ends this thread
    }
  }

  /** Looks once; only {@link #start}'s thread does, or a test instead of it. */
  void look() {
    Look now = read();
    boolean isSettled = now.equals(last);
    last = now;
    if (isSettled && !now.equals(judged)) {
      // Behind the judgement: one that breaks off is made again at the next look.
      judge(now);
      judged = now;
    }
  }

  private Look read() {
    try {
      return new Look(files.read(), null);
    } catch (BadCertificateException e) {
      return new Look(null, e.getMessage());
    }
  }

  private void judge(Look now) {
    if (now.texts == null) {
      observer.observe(new Event.CertificateRefused(String.valueOf(now.failure)));
      return;
    }
    try {
      Identity identity = Identity.of(files, now.texts);
      listener.accept(identity);
      observer.observe(new Event.CertificateReloaded(identity.subject(), identity.end()));
      warn(identity, clock, observer);
    } catch (BadCertificateException e) {
      observer.observe(new Event.CertificateRefused(String.valueOf(e.getMessage())));
    }
  }
}
