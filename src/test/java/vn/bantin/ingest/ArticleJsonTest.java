package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.bantin.article.Article;
import vn.bantin.article.State;

class ArticleJsonTest {

  @Test
  void writesEveryKeyInTheOrderOfTheContract() {
    assertThat(ArticleJson.of(Readers.article(Readers.MARKDOWN)))
        .isEqualTo(
            """
            {"id":"sm-2026-0114-01",\
            "url":"https://songmay.example/tin/them-mot-con-duong",\
            "title":"Thêm một con đường",\
            "summary":"Bà con góp đất làm đường.",\
            "body_html":"<p>Bà con <strong>thôn Thượng</strong> góp đất.</p>\\n\
            <p>Xem <a href=\\"https://songmay.example/ban-do\\">bản đồ</a>.</p>",\
            "authors":["Thu Hà","Minh Khôi"],\
            "categories":["dan-van","kinh-te"],\
            "tags":["nông thôn mới"],\
            "language":"vi",\
            "source":"songmay.example",\
            "published":"2026-01-14T06:45:00+07:00",\
            "updated":"2026-01-15T08:00:00+07:00",\
            "state":"live",\
            "publish_at":null,"embargo_until":null,"expires_at":null,"note":null,\
            "syndication":"all",\
            "media":[{"url":"https://media.songmay.example/duong.jpg","type":"image/jpeg",\
            "length":184312,"width":1280,"height":720,"duration":null,"caption":"Đường mới"},\
            {"url":"https://songmay.example/tin/duong.mp4","type":"video/mp4",\
            "length":null,"width":null,"height":null,"duration":95,"caption":null}]}\
            """);
  }

  @Test
  void writesNullForWhatIsNotThere() {
    Article article = Readers.article("Sáng 3/2/2026, bà con họp. Xong.");

    assertThat(ArticleJson.of(article)).contains("\"url\":null", "\"source\":null");
    assertThat(ArticleJson.of(article.in(State.WITHDRAWN, "Nhầm")))
        .contains("\"state\":\"withdrawn\"", "\"note\":\"Nhầm\"");
  }
}
