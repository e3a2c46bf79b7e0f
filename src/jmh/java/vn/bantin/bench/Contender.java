package vn.bantin.bench;

/** One of the two servers that answer with the same bytes, in a process of its own. */
interface Contender extends AutoCloseable {

  /** How it listens. */
  Listener listener();

  /** The process that answers. */
  long pid();

  /** The address of a path, such as {@code http://127.0.0.1:8080/feeds/a.atom}. */
  String url(String path);

  @Override
  void close();
}
