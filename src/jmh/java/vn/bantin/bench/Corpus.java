package vn.bantin.bench;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.bantin.article.Article;
import vn.bantin.article.ArticleId;
import vn.bantin.article.Media;
import vn.bantin.article.Schedule;
import vn.bantin.article.State;

/**
 * Invented articles as long as news are: about 3.5 KB of HTML, two authors, a picture. The same
 * articles every time.
 */
public final class Corpus {

  private static final int BODY_BYTES = 3_500;
  private static final int SEED = 20_261_123;
  private static final int INVENTED_PERCENT = 98;
  private static final OffsetDateTime FIRST = OffsetDateTime.parse("2026-01-01T07:00:00+07:00");
  private static final List<String> CATEGORIES = List.of("dan-van", "ton-giao", "kinh-te");
  private static final List<String> SENTENCES =
      List.of(
          "Sáng nay, bà con thôn Đồng Mây góp hơn 200 ngày công để làm xong đoạn đường cuối.",
          "Theo tổ trưởng tổ dân phố, mỗi nhà đều cử một người tham gia.",
          "“Đường rộng ra thì xe vào tận rẫy, cà phê chín tới đâu chở được tới đó”, một hộ dân"
              + " nói.",
          "Huyện Sông Mây hỗ trợ xi măng & cát, phần còn lại do người dân tự lo.",
          "Hợp tác xã Nà Hương vừa ký hợp đồng bao tiêu 120 tấn lúa trong vụ đông xuân.",
          "Giá bán tại ruộng tăng gần 15% so với cùng kỳ năm ngoái.",
          "Ban trị sự chùa Mây Lành phối hợp với đoàn thanh niên trao 60 suất quà.",
          "Giáo xứ Bến Thông mở lớp học buổi tối, miễn phí cho trẻ em trong vùng.",
          "Cán bộ xã xuống từng nhà, nghe từng ý kiến rồi mới họp thôn để chốt.",
          "Mùa mưa năm nay đến sớm, nước suối Lửa lên nhanh nhưng không gây thiệt hại.",
          "Trong quý tới, xã dự kiến lắp thêm 40 bóng đèn năng lượng mặt trời.",
          "Nhờ vậy, tỷ lệ hộ nghèo < 3%, thấp nhất từ trước đến nay.");

  private Corpus() {}

  /** The newest articles first, each in one of three categories. */
  public static List<Article> articles(int count) {
    return articles(count, CATEGORIES);
  }

  /** The newest articles first, each in one of the categories in turn. */
  static List<Article> articles(int count, List<String> categories) {
    Random random = new Random(SEED);
    List<Article> articles = new ArrayList<>();
    for (int i = count; i > 0; i--) {
      articles.add(article(i, categories.get(i % categories.size()), random));
    }
    return articles;
  }

  private static Article article(int number, String category, Random random) {
    OffsetDateTime published = FIRST.plusMinutes(number);
    String title = "Tin số " + number + ": " + sentence(random);
    return new Article(
        new ArticleId("tin-" + number),
        title.substring(0, Math.min(title.length(), 80)),
        sentence(random),
        body(number, random),
        URI.create("https://songmay.example/tin/" + number),
        List.of("Lê Thị Mận", "Trần Văn Sả"),
        List.of(category),
        List.of("nông thôn mới", "đời sống"),
        "vi",
        "songmay.example",
        published,
        published.plusHours(2),
        List.of(picture(number)),
        State.LIVE,
        null,
        Schedule.NONE);
  }

  private static Media picture(int number) {
    return new Media(
        URI.create("https://media.songmay.example/2026/" + number + ".jpg"),
        "image/jpeg",
        180_000L + number,
        1280,
        720,
        null,
        "Bà con cùng làm đường");
  }

  private static String body(int number, Random random) {
    StringBuilder html = new StringBuilder(BODY_BYTES);
    html.append("<p><img src=\"https://media.songmay.example/2026/")
        .append(number)
        .append(".jpg\" alt=\"Đường mới\"></p>\n");
    // Three bytes in ten are the second or third of a letter.
    while (html.length() < BODY_BYTES * 3 / 4) {
      html.append("<p>");
      for (int i = 0; i < 4; i++) {
        html.append(escaped(sentence(random))).append(' ');
      }
      html.append("<a href=\"https://songmay.example/tin/")
          .append(random.nextInt(1_000))
          .append("\">Xem thêm</a></p>\n");
    }
    return html.toString();
  }

  private static String sentence(Random random) {
    return random.nextInt(100) < INVENTED_PERCENT
        ? Syllables.sentence(random)
        : SENTENCES.get(random.nextInt(SENTENCES.size()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
