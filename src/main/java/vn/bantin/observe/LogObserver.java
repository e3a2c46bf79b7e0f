package vn.bantin.observe;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes every fact as one log line. */
public final class LogObserver implements Observer {

  private static final Logger LOG = LoggerFactory.getLogger("vn.bantin");

  @Override
  public void observe(Event event) {
    switch (event) {
      case Event.ServerReady e ->
          LOG.info("ready address={} feeds={} millis={}", e.address(), e.feeds(), e.millis());
      case Event.ConnectionsLimited e ->
          LOG.warn("connections limited asked={} possible={}", e.asked(), e.possible());
      case Event.ArticleTurned e ->
          LOG.info("article turned id={} from={} to={}", e.article(), e.from(), e.to());
      case Event.ServerStopped _ -> LOG.info("stopped");
      case Event.SnapshotBuilt e ->
          LOG.debug(
              "snapshot feed={} format={} version={} entries={} bytes={} micros={}",
              e.feed(),
              e.format(),
              e.version(),
              e.entries(),
              e.bytes(),
              e.micros());
      case Event.SnapshotImproved e ->
          LOG.debug(
              "snapshot improved feed={} format={} version={} bytes={} micros={}",
              e.feed(),
              e.format(),
              e.version(),
              e.bytes(),
              e.micros());
      case Event.CodingUnavailable e ->
          LOG.warn(
              "{} is not available, feeds go out without it: {}", e.coding(), cause(e.cause()));
      case Event.SnapshotFailed e ->
          LOG.error("snapshot failed feed={} format={}", e.feed(), e.format(), e.cause());
      case Event.DeltaFailed e ->
          LOG.error("delta failed feed={} version={}", e.feed(), e.version(), e.cause());
      case Event.EntryLeftOut e ->
          LOG.warn("entry left out feed={} article={}: {}", e.feed(), e.article(), e.reason());
      case Event.NewsroomReloaded e -> LOG.info("newsroom reloaded feeds={}", e.feeds());
      case Event.NewsroomRefused e ->
          LOG.warn(
              "newsroom refused, the last good definitions stay: {}",
              String.join(" | ", e.mistakes()));
      case Event.CachePurged e -> LOG.debug("purged cache={} keys={}", e.cache(), e.keys());
      case Event.CertificateReloaded e ->
          LOG.info("certificate reloaded subject={} end={}", e.subject(), e.end());
      case Event.CertificateRefused e ->
          LOG.warn("certificate refused, the last good one stays: {}", e.reason());
      case Event.CertificateOutOfDate e ->
          LOG.warn(
              "certificate out of date, clients will refuse it subject={} end={}",
              e.subject(),
              e.end());
      case Event.Retrying e -> LOG.warn("{} failed, will be tried again", e.what(), e.cause());
      case Event.RequestFailed e -> LOG.error("request failed target={}", e.target(), e.cause());
    }
  }

  /** What went wrong at the bottom, in one line. */
  private static String cause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString();
  }
}
