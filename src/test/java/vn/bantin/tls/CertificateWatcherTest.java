package vn.bantin.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.observe.Event;

final class CertificateWatcherTest {

  private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

  @TempDir private Path folder;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private Instant now = NOW;
  private CertificateFiles files;
  private CertificateWatcher watcher;

  @BeforeEach
  void watch() {
    files = Pems.put(folder, "ec");
    watcher =
        new CertificateWatcher(
            files, files.read(), identity -> taken.add(identity.subject()), () -> now, events::add);
  }

  @Test
  void whatHasNotChangedIsNotTakenAgain() {
    look(3);
    assertThat(taken).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void anotherPairIsTakenWhenTwoLooksAgree() {
    Pems.put(folder, "rsa");
    look(1);
    assertThat(taken).isEmpty();
    look(3);
    assertThat(taken).containsExactly("CN=rsa.bantin.example");
    assertThat(events)
        .containsExactly(
            new Event.CertificateReloaded(
                "CN=rsa.bantin.example", Pems.certificate("rsa.pem").getNotAfter().toInstant()));
  }

  @Test
  void halfAPairIsRefusedOnceAndTheWholeTaken() {
    Pems.replace(files.certificate(), Pems.bytes("ec2.pem"));
    look(4);
    assertThat(taken).isEmpty();
    assertThat(events).singleElement().isInstanceOf(Event.CertificateRefused.class);
    assertThat(((Event.CertificateRefused) events.getFirst()).reason())
        .contains("server.key is the key of another certificate");
    Pems.replace(files.key(), Pems.bytes("ec2.key"));
    look(4);
    assertThat(taken).containsExactly("CN=ec2.bantin.example");
    assertThat(events).hasSize(2);
  }

  @Test
  void aFileThatIsGoneIsToldOnceAndItsReturnIsSeen() throws IOException {
    Files.delete(files.key());
    look(4);
    assertThat(events).singleElement().isInstanceOf(Event.CertificateRefused.class);
    Pems.put(folder, "ec");
    look(2);
    assertThat(events).last().isInstanceOf(Event.CertificateReloaded.class);
  }

  @Test
  void aPairThatClientsWillRefuseIsTakenWithAWarning() {
    now = Instant.parse("2200-01-01T00:00:00Z");
    Pems.put(folder, "rsa");
    look(2);
    assertThat(taken).hasSize(1);
    assertThat(events).last().isInstanceOf(Event.CertificateOutOfDate.class);
  }

  @Test
  void aFailureOfTheServersOwnIsToldOnceAndTheSamePairTakenAtLast() {
    AtomicInteger failures = new AtomicInteger(2);
    try (CertificateWatcher unlucky =
        new CertificateWatcher(
            files,
            files.read(),
            identity -> {
              if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the listener is not ready");
              }
              taken.add(identity.subject());
            },
            () -> now,
            events::add)) {
      unlucky.start();
      Pems.put(folder, "rsa");
      await().until(() -> taken.contains("CN=rsa.bantin.example"));
      Pems.put(folder, "ec2");
      await().until(() -> taken.contains("CN=ec2.bantin.example"));
    }
    assertThat(events.stream().filter(Event.Retrying.class::isInstance))
        .singleElement()
        .isInstanceOfSatisfying(
            Event.Retrying.class,
            e -> assertThat(e.cause()).hasMessage("the listener is not ready"));
  }

  private void look(int times) {
    for (int i = 0; i < times; i++) {
      watcher.look();
    }
  }
}
