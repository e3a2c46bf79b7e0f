package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.ServedNewsroom;
import vn.bantin.article.Articles;
import vn.bantin.config.Option;
import vn.bantin.observe.Event;
import vn.bantin.store.SettableClock;
import vn.bantin.tls.CertificateFiles;
import vn.bantin.tls.Pems;

/** A certificate that is exchanged while readers ask. */
final class TlsReloadTest {

  private static final String ATOM = "/feeds/dan-van.atom";
  private static final Duration SECONDS = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void newConnectionsGetTheNewOneAndNoneIsLost() throws Exception {
    CertificateFiles files = Pems.put(folder, "ec");
    AtomicBoolean over = new AtomicBoolean();
    try (ServedNewsroom newsroom = serve(files);
        TlsClient old = TlsClient.connect(newsroom.tlsPort());
        RawHttp http = old.http();
        ExecutorService readers = Executors.newFixedThreadPool(3)) {
      assertThat(http.get(ATOM).status()).isEqualTo(200);
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        counts.add(readers.submit(() -> ask(newsroom.tlsPort(), over)));
      }
      for (String pair : List.of("rsa", "ec2", "ec", "rsa")) {
        Pems.put(folder, pair);
        await()
            .atMost(SECONDS)
            .untilAsserted(() ->
                assertThat(shown(newsroom.tlsPort())).isEqualTo(Pems.certificate(pair + ".pem")));
      }
      over.set(true);
      for (Future<Integer> count : counts) {
        assertThat(count.get()).isPositive();
      }
      assertThat(http.get(ATOM).status()).isEqualTo(200);
      assertThat(old.socket().getSession().getPeerCertificates())
          .containsExactly(Pems.certificate("ec.pem"));
    }
  }

  @Test
  void aPairThatDoesNotMatchIsToldOnceAndTheLastOneStays() throws Exception {
    CertificateFiles files = Pems.put(folder, "ec");
    try (ServedNewsroom newsroom = serve(files)) {
      Pems.replace(files.key(), Pems.bytes("ec2.key"));
      await().atMost(SECONDS).until(() -> refusals(newsroom) == 1);
      assertThat(shown(newsroom.tlsPort())).isEqualTo(Pems.certificate("ec.pem"));
      Pems.replace(files.certificate(), Pems.bytes("ec2.pem"));
      await()
          .atMost(SECONDS)
          .untilAsserted(
              () -> assertThat(shown(newsroom.tlsPort())).isEqualTo(Pems.certificate("ec2.pem")));
      assertThat(refusals(newsroom)).isEqualTo(1);
    }
  }

  private ServedNewsroom serve(CertificateFiles files) throws IOException {
    ServedNewsroom newsroom =
        ServedNewsroom.start(
            folder,
            new SettableClock(ServedNewsroom.START),
            Map.of(
                Option.TLS_LISTEN, "127.0.0.1:0",
                Option.TLS_CERTIFICATE, files.certificate().toString(),
                Option.TLS_KEY, files.key().toString()));
    newsroom.put(Articles.article("a", "dan-van", 1));
    return newsroom;
  }

  /** Asks on connection after connection, several times on each; how many answers there were. */
  private static int ask(int port, AtomicBoolean over) {
    int count = 0;
    while (!over.get()) {
      try (TlsClient client = TlsClient.connect(port);
          RawHttp http = client.http()) {
        for (int i = 0; i < 5; i++) {
          assertThat(http.get(ATOM).status()).isEqualTo(200);
          count++;
        }
      }
    }
    return count;
  }

  private static Certificate shown(int port) throws SSLPeerUnverifiedException {
    try (TlsClient client = TlsClient.connect(port)) {
      return client.socket().getSession().getPeerCertificates()[0];
    }
  }

  private static long refusals(ServedNewsroom newsroom) {
    return newsroom.events().stream().filter(Event.CertificateRefused.class::isInstance).count();
  }
}
