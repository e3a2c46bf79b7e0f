package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses that say where a reader comes from. */
final class UtmTest {

  @ParameterizedTest
  @CsvSource({
    "https://a.example, https://a.example?utm_source=bao&utm_medium=rss",
    "https://a.example/b, https://a.example/b?utm_source=bao&utm_medium=rss",
    "https://a.example/b?, https://a.example/b?utm_source=bao&utm_medium=rss",
    "https://a.example/b?c=d, https://a.example/b?c=d&utm_source=bao&utm_medium=rss",
    "https://a.example/b?c=%20&, https://a.example/b?c=%20&utm_source=bao&utm_medium=rss",
    "https://a.example/b#e?f, https://a.example/b?utm_source=bao&utm_medium=rss#e?f",
    "https://a.example/b?c=d#e, https://a.example/b?c=d&utm_source=bao&utm_medium=rss#e",
    "https://a.example/?utm_medium=x, https://a.example/?utm_medium=x&utm_source=bao",
    "https://a.example/?xutm_medium=x, "
        + "https://a.example/?xutm_medium=x&utm_source=bao&utm_medium=rss",
  })
  void queryAndFragmentStay(URI address, URI marked) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("source", "bao");
    values.put("medium", "rss");
    assertThat(new Utm(values).on(address)).isEqualTo(marked);
    assertThat(new Utm(values).on(marked)).isEqualTo(marked);
  }

  @Test
  void valuesAreEncoded() {
    Utm utm = new Utm(Map.of("campaign", "tin & bài #1"));
    assertThat(utm.on(URI.create("https://a.example/")))
        .isEqualTo(URI.create("https://a.example/?utm_campaign=tin%20%26%20b%C3%A0i%20%231"));
  }

  @Test
  void withoutValuesAnAddressStaysAsItIs() {
    URI address = URI.create("https://a.example/b?c=d#e");
    assertThat(Utm.NONE.on(address)).isEqualTo(address);
  }
}
