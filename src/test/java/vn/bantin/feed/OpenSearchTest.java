package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenSearchTest {

  @ParameterizedTest
  @CsvSource({
    "Đài Sông Mây, Đài Sông Mây",
    "Đài Phát thanh – Truyền hình, Đài Phát thanh",
    "Đài Phát thanh A B, Đài Phát thanh A",
    "Đàiphátthanhtruyềnhình, Đàiphátthanhtruy",
    "– – – – – – – – – – –, –"
  })
  void aNameIsCutAtAWord(String title, String name) {
    Site site =
        new Site(
            title,
            "Tin.",
            URI.create("https://songmay.example/"),
            "vi",
            ZoneId.of("Asia/Ho_Chi_Minh"),
            "songmay.example,2026",
            null,
            null,
            null,
            Map.of());
    Addresses addresses = new Addresses("https://feeds.songmay.example", site.authority());
    assertThat(new String(OpenSearch.description(site, addresses), StandardCharsets.UTF_8))
        .contains("<ShortName>" + name + "</ShortName>");
  }
}
