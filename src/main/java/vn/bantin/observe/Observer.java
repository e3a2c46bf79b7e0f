package vn.bantin.observe;

/** Whoever is told what happens; safe for use by many threads, never throws. */
@FunctionalInterface
public interface Observer {

  /** Takes note of one fact. */
  void observe(Event event);
}
