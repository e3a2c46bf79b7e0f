package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.Article;
import vn.bantin.article.FoldedText;
import vn.bantin.article.Placement;

/** A reader of an invented newsroom, and invented things for it to read. */
final class Readers {

  static final Origin ORIGIN =
      new Origin(
          ZoneId.of("Asia/Ho_Chi_Minh"), "vi", URI.create("https://songmay.example/"), Set.of());

  static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-23T00:00:00Z"));

  /** A page as a text extraction leaves it. */
  static final String PAGE =
      """
      (songmay.example) – Chiều 19/12, xã Lộc Mây tổ chức Ngày hội dân vận khéo năm 2025 và trao \
      ba căn nhà cho hộ khó khăn. Dự ngày hội có bà con của 12 thôn.

      NGAY HOI DAN VAN KHEO NAM 2025

      Từ sáng sớm, đội thanh niên đã dựng xong 40 gian hàng. Đến năm 2030, xã mong mỗi thôn có \
      một con đường hoa.

      Các bô lão kể chuyện giữ rừng; tổ hợp tác “Mây tre” bán được 3.000 chiếc giỏ…

      Thu Hà – Minh Khôi

      Trả lời

      Email của bạn sẽ không hiện ra. Ô bắt buộc có dấu *
      """;

  /** A file as a person writes it. */
  static final String MARKDOWN =
      """
      ---
      id: sm-2026-0114-01
      title: "Thêm một con đường"
      published: 2026-01-14T06:45:00+07:00
      updated: 2026-01-15T08:00:00+07:00
      url: https://songmay.example/tin/them-mot-con-duong
      authors: [Thu Hà, Minh Khôi]
      categories: [dan-van, kinh-te]
      tags: [nông thôn mới]
      source: songmay.example
      language: vi
      summary: "Bà con góp đất làm đường."
      media:
        - url: https://media.songmay.example/duong.jpg
          type: image/jpeg
          length: 184312
          width: 1280
          height: 720
          caption: "Đường mới"
        - url: duong.mp4
          type: video/mp4
          duration: 95
      ---
      Bà con **thôn Thượng** góp đất.

      Xem [bản đồ](/ban-do).
      """;

  private Readers() {}

  static ArticleReader reader() {
    return new ArticleReader(ORIGIN, new WordPlacement(), NOW);
  }

  static Reading read(String text) {
    return read(text, null);
  }

  static Reading read(String text, @Nullable Kind kind) {
    return reader().read(bytes(text), kind, List.of());
  }

  static Article article(String text) {
    Reading reading = read(text);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).article();
  }

  static Rejection rejection(String text) {
    Reading reading = read(text);
    assertThat(reading).isInstanceOf(Reading.Rejected.class);
    return ((Reading.Rejected) reading).rejection();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The category {@code dan-van} for whatever says so. */
  private static final class WordPlacement implements Placement {

    @Override
    public Set<String> feedsOf(Article article) {
      return Set.copyOf(article.categories());
    }

    @Override
    public Map<String, String> rules() {
      return Map.of();
    }

    @Override
    public List<String> categoriesByWords(Article article) {
      boolean isNamed = FoldedText.of(article.bodyHtml()).contains(FoldedText.of("dân vận"));
      return isNamed ? List.of("dan-van") : List.of();
    }
  }
}
