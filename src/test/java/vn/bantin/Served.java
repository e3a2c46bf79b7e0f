package vn.bantin;

import vn.bantin.access.Scope;
import vn.bantin.http.RawAnswer;
import vn.bantin.http.RawHttp;

/** A newsroom that is served at a port of this machine, by this process or by another. */
public interface Served extends AutoCloseable {

  /** The port that readers connect to. */
  int port();

  /** A token that allows all of it, as its holder sends it. */
  String token(Scope... scopes);

  /** Stops in order and starts again over the same files. */
  void restart();

  /** Asks once, on a connection of its own. */
  default RawAnswer get(String target, String... headers) {
    try (RawHttp http = RawHttp.connect(port())) {
      return http.get(target, headers);
    }
  }

  @Override
  void close();
}
