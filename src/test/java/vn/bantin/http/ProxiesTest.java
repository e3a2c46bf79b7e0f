package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.bantin.config.Network;

final class ProxiesTest {

  private static final String PROXY = "10.0.0.1";
  private static final Proxies PROXIES =
      new Proxies(
          List.of(
              new Network(InetAddress.ofLiteral("10.0.0.0"), 8),
              new Network(InetAddress.ofLiteral("2001:db8:f::"), 48)));

  @Test
  void aStrangersWordDoesNotCount() {
    InetAddress stranger = InetAddress.ofLiteral("203.0.113.5");
    assertThat(PROXIES.client(stranger, List.of("for=192.0.2.1"), List.of("192.0.2.1")))
        .isEqualTo(stranger);
    assertThat(new Proxies(List.of()).client(stranger, null, List.of("192.0.2.1")))
        .isEqualTo(stranger);
  }

  @Test
  void aProxyThatSaysNothingIsTheClient() {
    assertThat(PROXIES.client(InetAddress.ofLiteral(PROXY), null, null))
        .isEqualTo(InetAddress.ofLiteral(PROXY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '´',
      value = {
        "for=192.0.2.1                                     | 192.0.2.1",
        "FOR=192.0.2.1;proto=https;by=10.0.0.1             | 192.0.2.1",
        "proto=http; for=\"192.0.2.1:4711\"                 | 192.0.2.1",
        "for=\"[2001:db8::17]:4711\"                       | 2001:db8::17",
        "for=\"[2001:db8::17]\"                            | 2001:db8::17",
        "for=192.0.2.1, for=198.51.100.7                   | 198.51.100.7",
        "for=192.0.2.1, for=10.2.3.4                       | 192.0.2.1",
        "for=192.0.2.1, for=10.2.3.4,for=10.3.3.3          | 192.0.2.1",
        "for=192.0.2.9, for=192.0.2.1, for=\"[2001:db8:f::1]\" | 192.0.2.1",
        "for=10.9.9.9                                      | 10.9.9.9",
        "for=192.0.2.1, for=unknown                        | 10.0.0.1",
        "for=192.0.2.1, for=_hidden                        | 10.0.0.1",
        "for=192.0.2.1, for=_hidden, for=10.2.3.4          | 10.2.3.4",
        "for=192.0.2.1, by=10.0.0.1                        | 10.0.0.1",
        "for=192.0.2.1 for=192.0.2.2                       | 10.0.0.1",
        "for=\"192.0.2.1                                   | 10.0.0.1",
        "for=\"192.0.2.1\\\"\"                             | 10.0.0.1",
        "for=[2001:db8::17]                                | 10.0.0.1",
        "for=2001:db8::17                                  | 10.0.0.1",
        "for=192.0.2.1:port                                | 10.0.0.1",
        "for=256.0.0.1                                     | 10.0.0.1",
        "for=localhost                                     | 10.0.0.1",
        "192.0.2.1                                         | 10.0.0.1",
        ";;;                                               | 10.0.0.1",
        ",                                                 | 10.0.0.1",
        "for=192.0.2.1,                                    | 10.0.0.1",
      })
  void forwardedIsReadFromItsEnd(String line, String client) {
    assertThat(client(List.of(line), null)).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1                         | 192.0.2.1",
        "192.0.2.9, 192.0.2.1              | 192.0.2.1",
        "192.0.2.9, 192.0.2.1 , 10.2.3.4   | 192.0.2.1",
        "192.0.2.1:4711                    | 192.0.2.1",
        "2001:db8::17                      | 2001:db8::17",
        "[2001:db8::17]:80                 | 2001:db8::17",
        "192.0.2.9, garbage                | 10.0.0.1",
        "192.0.2.9, garbage, 10.2.3.4      | 10.2.3.4",
        "192.0.2.9,                        | 10.0.0.1",
        "''                                | 10.0.0.1",
        "fe80::1%eth0                      | 10.0.0.1",
        "127.1                             | 10.0.0.1",
      })
  void theFieldFromBeforeTheStandardIsReadFromItsEnd(String line, String client) {
    assertThat(client(null, List.of(line))).isEqualTo(client);
  }

  @Test
  void linesFollowEachOther() {
    assertThat(client(List.of("for=192.0.2.9", "for=192.0.2.1", "for=10.2.3.4"), null))
        .isEqualTo("192.0.2.1");
    assertThat(client(List.of("for=192.0.2.1", "for=\"", "for=10.2.3.4"), null))
        .isEqualTo("10.2.3.4");
    assertThat(client(null, List.of("192.0.2.9", "192.0.2.1, 10.2.3.4"))).isEqualTo("192.0.2.1");
  }

  @Test
  void fieldsThatDisagreeDoNotCount() {
    assertThat(client(List.of("for=192.0.2.1"), List.of("192.0.2.1"))).isEqualTo("192.0.2.1");
    assertThat(client(List.of("for=198.51.100.7"), List.of("192.0.2.1"))).isEqualTo(PROXY);
  }

  @Test
  void aLongFieldIsReadInTime() {
    String many = "for=\"[2001:db8:f::1]\";proto=https, ".repeat(900);
    assertThat(client(List.of("for=192.0.2.1, " + many + "for=10.2.3.4"), null))
        .isEqualTo("192.0.2.1");
    assertThat(client(List.of("for=\"" + "x".repeat(30_000)), null)).isEqualTo(PROXY);
    assertThat(client(List.of(" ".repeat(30_000) + "x"), null)).isEqualTo(PROXY);
  }

  private static String client(List<String> forwarded, List<String> forwardedFor) {
    InetAddress client = PROXIES.client(InetAddress.ofLiteral(PROXY), forwarded, forwardedFor);
    return client.equals(InetAddress.ofLiteral("2001:db8::17"))
        ? "2001:db8::17"
        : client.getHostAddress();
  }
}
