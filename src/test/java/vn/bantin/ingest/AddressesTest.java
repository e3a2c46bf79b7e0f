package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  private static final URI BASE = URI.create("https://songmay.example/tin/bai?a=1");

  /** Most of these are RFC 3986 §5.4's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          anh.jpg                     | https://songmay.example/tin/anh.jpg
          ./anh.jpg                   | https://songmay.example/tin/anh.jpg
          ../anh.jpg                  | https://songmay.example/anh.jpg
          ../../../anh.jpg            | https://songmay.example/anh.jpg
          /anh.jpg                    | https://songmay.example/anh.jpg
          //cdn.example/a.jpg         | https://cdn.example/a.jpg
          ?b=2                        | https://songmay.example/tin/bai?b=2
          #x                          | https://songmay.example/tin/bai?a=1#x
          a/..                        | https://songmay.example/tin/
          HTTP://Example.COM:80/A     | http://example.com/A
          https://example.com         | https://example.com/
          https://example.com:8443/   | https://example.com:8443/
          https://example.com?q=1     | https://example.com/?q=1
          /đường hoa.jpg              | https://songmay.example/%C4%91%C6%B0%E1%BB%9Dng%20hoa.jpg
          /a%20b%zz[1]                | https://songmay.example/a%20b%25zz%5B1%5D
          /a?b=c#d#e                  | https://songmay.example/a?b=c#d%23e
          https://sôngmây.example/    | https://xn--sngmy-6qa6j.example/
          """)
  void makesAnAddressAbsoluteAndAscii(String text, String address) {
    assertThat(Addresses.absolute(text, BASE)).isEqualTo(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "mailto:a@b.example",
        "ftp://a.example/",
        "http:",
        "http://",
        "http:foo",
        "https://user:word@a.example/",
        "https://a.example:99999/",
        "https://a b/",
        "https://../x",
        "https://-/",
        "http://[::1]/"
      })
  void refusesWhatIsNoWebAddress(String text) {
    assertThat(Addresses.absolute(text, BASE)).isNull();
  }

  @Test
  void refusesARelativeAddressWithoutBase() {
    assertThat(Addresses.absolute("/anh.jpg")).isNull();
    assertThat(Addresses.absolute("//a.example/anh.jpg")).isNull();
  }

  @Test
  void refusesAnAddressLongerThanBrowsersTake() {
    assertThat(Addresses.absolute("https://a.example/" + "a".repeat(3000))).isNull();
    assertThat(Addresses.absolute("https://a.example/" + "ờ".repeat(1000))).isNull();
  }

  @Test
  void resolvesAgainstABareHost() {
    assertThat(Addresses.absolute("anh.jpg", URI.create("https://a.example")))
        .isEqualTo(URI.create("https://a.example/anh.jpg"));
  }
}
