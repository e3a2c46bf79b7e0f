package vn.bantin.http;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.ServedNewsroom;
import vn.bantin.access.Scope;
import vn.bantin.store.SettableClock;

/** A newsroom without articles, and a program that may read and write them. */
abstract class ServedApi {

  @TempDir private Path folder;

  final SettableClock clock = new SettableClock(ServedNewsroom.START);
  ServedNewsroom newsroom;
  ApiClient api;

  @BeforeEach
  final void start() throws IOException {
    newsroom = ServedNewsroom.start(folder, clock);
    api = ApiClient.of(newsroom, newsroom.token(Scope.READ, Scope.WRITE));
  }

  @AfterEach
  final void stop() {
    newsroom.close();
  }
}
