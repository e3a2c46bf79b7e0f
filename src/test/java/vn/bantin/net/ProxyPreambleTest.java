package vn.bantin.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.net.ProxyPreamble.Broken;
import vn.bantin.net.ProxyPreamble.Unfinished;
import vn.bantin.net.ProxyPreamble.Whole;

final class ProxyPreambleTest {

  private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";

  @ParameterizedTest
  @CsvSource({
    "PROXY TCP4 192.0.2.1 192.0.2.2 4711 443, 192.0.2.1, 4711",
    "PROXY TCP6 2001:db8::1 2001:db8::2 1 65535, 2001:db8::1, 1",
  })
  void aLineSaysWhoTheClientIs(String line, String host, int port) {
    byte[] bytes = ascii(line + "\r\nGET / HTTP/1.1\r\n\r\n");
    assertThat(ProxyPreamble.in(bytes))
        .isEqualTo(new Whole(line.length() + 2, new InetSocketAddress(host, port)));
    assertEveryPartIsUnfinished(ascii(line + "\r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROXY UNKNOWN", "PROXY UNKNOWN ::1 ::1 what ever"})
  void aLineMaySayThatItDoesNotKnow(String line) {
    assertThat(ProxyPreamble.in(ascii(line + "\r\nx")))
        .isEqualTo(new Whole(line.length() + 2, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n",
        "PROXY\r\n",
        "PROXY \r\n",
        "PROXY TCP4 192.0.2.1 192.0.2.2 4711\r\n",
        "PROXY TCP4 192.0.2.1 192.0.2.2 4711 443 1\r\n",
        "PROXY TCP4  192.0.2.1 192.0.2.2 4711 443\r\n",
        "PROXY TCP4 192.0.2.1 nowhere 4711 443\r\n",
        "PROXY TCP4 localhost 192.0.2.2 4711 443\r\n",
        "PROXY TCP4 192.0.2.1 192.0.2.2 65536 443\r\n",
        "PROXY TCP4 192.0.2.1 192.0.2.2 -1 443\r\n",
        "PROXY UDP4 192.0.2.1 192.0.2.2 4711 443\r\n",
        "proxy TCP4 192.0.2.1 192.0.2.2 4711 443\r\n",
      })
  void otherLinesAreBroken(String line) {
    assertThat(ProxyPreamble.in(ascii(line))).isEqualTo(new Broken());
  }

  @Test
  void aLineThatDoesNotEndIsBroken() {
    assertThat(ProxyPreamble.in(ascii("PROXY UNKNOWN " + "x".repeat(90))))
        .isEqualTo(new Unfinished());
    assertThat(ProxyPreamble.in(ascii("PROXY UNKNOWN " + "x".repeat(93)))).isEqualTo(new Broken());
  }

  @ParameterizedTest
  @CsvSource({
    // TCP over IPv4, UDP over IPv4, IPv4 with more behind, IPv6
    "2111000cc0000201c0000202126701bb, 192.0.2.1, 4711",
    "2112000cc0000201c0000202126701bb, 192.0.2.1, 4711",
    "21110011c0000201c0000202126701bb0300020102, 192.0.2.1, 4711",
    "2121002420010db800000000000000000000000120010db8000000000000000000000002000101bb,"
        + " 2001:db8::1, 1",
  })
  void bytesSayWhoTheClientIs(String hex, String host, int port) {
    byte[] preamble = HexFormat.of().parseHex(SIGNATURE + hex);
    byte[] bytes = Arrays.copyOf(preamble, preamble.length + 5);
    assertThat(ProxyPreamble.in(bytes))
        .isEqualTo(new Whole(preamble.length, new InetSocketAddress(host, port)));
    assertEveryPartIsUnfinished(preamble);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"20000000", "2011000cc0000201c0000202126701bb", "21000000", "213100020102"})
  void bytesMaySayThatItIsTheProxyItself(String hex) {
    byte[] preamble = HexFormat.of().parseHex(SIGNATURE + hex);
    assertThat(ProxyPreamble.in(preamble)).isEqualTo(new Whole(preamble.length, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1111000c", "2211000c", "21110801", "21110004c0000201", "21210002ffff"})
  void otherBytesAreBroken(String hex) {
    assertThat(ProxyPreamble.in(HexFormat.of().parseHex(SIGNATURE + hex))).isEqualTo(new Broken());
  }

  private static void assertEveryPartIsUnfinished(byte[] preamble) {
    for (int length = 1; length < preamble.length; length++) {
      assertThat(ProxyPreamble.in(Arrays.copyOf(preamble, length)))
          .as("%d bytes", length)
          .isEqualTo(new Unfinished());
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
