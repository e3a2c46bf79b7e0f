package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.ingest.Readers.PAGE;
import static vn.bantin.ingest.Readers.article;
import static vn.bantin.ingest.Readers.rejection;

import java.text.Normalizer;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.bantin.article.Article;
import vn.bantin.article.State;

class PageTextReaderTest {

  private static final String NEWS = " bà con thôn Thượng làm xong cây cầu. Cầu dài 20 m.";

  @Test
  void readsAPage() {
    Article article = article(PAGE);

    assertThat(article.id().value())
        .isEqualTo("songmay.example:2025-12-19:ngay-hoi-dan-van-kheo-nam-2025");
    assertThat(article.title()).isEqualTo("Ngày hội dân vận khéo năm 2025");
    assertThat(article.source()).isEqualTo("songmay.example");
    assertThat(article.authors()).containsExactly("Thu Hà", "Minh Khôi");
    assertThat(article.published()).isEqualTo(OffsetDateTime.parse("2025-12-19T15:00:00+07:00"));
    assertThat(article.updated()).isEqualTo(article.published());
    assertThat(article.summary())
        .isEqualTo(
            "Xã Lộc Mây tổ chức Ngày hội dân vận khéo năm 2025 và trao ba căn nhà cho hộ khó khăn."
                + " Dự ngày hội có bà con của 12 thôn.");
    assertThat(article.bodyHtml())
        .isEqualTo(
            """
            <p>Chiều 19/12, xã Lộc Mây tổ chức Ngày hội dân vận khéo năm 2025 và trao ba căn nhà \
            cho hộ khó khăn. Dự ngày hội có bà con của 12 thôn.</p>
            <p>Từ sáng sớm, đội thanh niên đã dựng xong 40 gian hàng. Đến năm 2030, xã mong mỗi \
            thôn có một con đường hoa.</p>
            <p>Các bô lão kể chuyện giữ rừng; tổ hợp tác “Mây tre” bán được 3.000 chiếc giỏ…</p>\
            """);
    assertThat(article.language()).isEqualTo("vi");
    assertThat(article.state()).isEqualTo(State.LIVE);
    assertThat(article.url()).isNull();
    assertThat(article.categories()).containsExactly("dan-van");
  }

  @Test
  void readsTheSamePageHoweverItIsTyped() {
    String windows = "\uFEFF" + PAGE.replace("\n", "\r\n");
    String decomposed = Normalizer.normalize(PAGE, Normalizer.Form.NFD);
    String littered =
        PAGE.replace("khéo năm", "kh\u00ADéo\u00A0\u00A0n\u200Băm")
            .replace("\n\n", "\n \u00A0\n\n");
    String oldMac = PAGE.replace('\n', '\r');

    assertThat(article(windows)).isEqualTo(article(PAGE));
    assertThat(article(decomposed)).isEqualTo(article(PAGE));
    assertThat(article(littered)).isEqualTo(article(PAGE));
    assertThat(article(oldMac)).isEqualTo(article(PAGE));
    assertThat(article(PAGE.replace("\n\n", "\n"))).isEqualTo(article(PAGE));
  }

  @Test
  void takesTheTitleFromTheFirstSentenceWhenNoCaptionHasIt() {
    Article article = article("(songmay.example) – Sáng 3/2/2026," + NEWS);

    assertThat(article.title()).isEqualTo("Bà con thôn Thượng làm xong cây cầu");
    assertThat(article.authors()).isEmpty();
  }

  @Test
  void cutsALongFirstSentenceAtAWord() {
    String sentence = "thôn Thượng ".repeat(20).strip();

    Article article = article("Sáng 3/2/2026, " + sentence + ".");

    assertThat(article.title()).hasSizeLessThanOrEqualTo(120).endsWith("Thượng…");
    assertThat(article.id().value()).startsWith("page:2026-02-03:thon-thuong-");
  }

  @Test
  void keepsAnAbbreviationInTheFirstSentence() {
    assertThat(article("Sáng 3/2/2026, TP. Mây Hạ mở chợ phiên. Chợ đông.").title())
        .isEqualTo("TP. Mây Hạ mở chợ phiên");
  }

  @Test
  void takesTheLineAboveTheDatelineAsTitle() {
    Article article =
        article("Cây cầu của thôn Thượng\n\n(songmay.example) – Sáng 3/2/2026," + NEWS);

    assertThat(article.title()).isEqualTo("Cây cầu của thôn Thượng");
    assertThat(article.bodyHtml()).startsWith("<p>Sáng 3/2/2026, bà con");
  }

  @Test
  void dropsAnUnmarkedCaptionThatIsNoTitle() {
    Article article = article("Sáng 3/2/2026," + NEWS + "\n\nDOAN VIEN DON CO\n\nTrời nắng.");

    assertThat(article.title()).isEqualTo("Bà con thôn Thượng làm xong cây cầu");
    assertThat(article.bodyHtml()).doesNotContain("DOAN VIEN").contains("<p>Trời nắng.</p>");
  }

  @Test
  void escapesWhatLooksLikeHtml() {
    assertThat(article("Sáng 3/2/2026, bà con <b>A & B</b> họp. Xong.").bodyHtml())
        .contains("&lt;b&gt;A &amp; B&lt;/b&gt;");
  }

  @ParameterizedTest
  @CsvSource({
    "Sáng,8",
    "Trưa,12",
    "Chiều,15",
    "Tối,19",
    "Đêm,22",
    "Ngày,12",
    "Sáng ngày,8",
    "CHIỀU,15",
    "Chiều tối,19"
  })
  void putsAPartOfTheDayAtItsHour(String words, int hour) {
    assertThat(article(words + " 3/2/2026," + NEWS).published())
        .isEqualTo(OffsetDateTime.parse("2026-02-03T00:00:00+07:00").withHour(hour));
  }

  @Test
  void takesTheYearFromTheDatelineFirst() {
    assertThat(article("Sáng 3/2/2024," + NEWS + " Năm 2026 vui.").published().getYear())
        .isEqualTo(2024);
  }

  @Test
  void takesTheFirstNamedYearBeforeAnEarlierNumber() {
    assertThat(
            article("Sáng 3/2, làng có 1987 hộ. Vào Năm 2025, năm 2026, vui.")
                .published()
                .getYear())
        .isEqualTo(2025);
  }

  @Test
  void takesAnyYearWhenNoneIsNamed() {
    assertThat(
            article("Sáng 3/2, làng đạt 2.019 tấn và 20195 kg; vụ 2023-2024 vui.")
                .published()
                .getYear())
        .isEqualTo(2023);
  }

  @Test
  void doesNotTakeAYearFromTheCommentForm() {
    assertThat(rejection("Sáng 3/2," + NEWS + "\n\nTrả lời\n\nnăm 2026").code())
        .isEqualTo("no-date");
  }

  @ParameterizedTest
  @CsvSource({"31/2/2025", "29/2/2025", "12/13/2025", "0/5/2025", "45/1/2025"})
  void refusesADayThatDoesNotExist(String day) {
    Rejection rejection = rejection("Sáng " + day + "," + NEWS);

    assertThat(rejection.code()).isEqualTo("no-date");
    assertThat(rejection.message()).contains("“" + day + "”");
  }

  @Test
  void refusesALeapDayInAYearWithoutOne() {
    assertThat(rejection("Sáng 29/2, mừng năm 2025.").message()).contains("29/2", "2025");
    assertThat(article("Sáng 29/2, mừng năm 2024.").published().getDayOfMonth()).isEqualTo(29);
  }

  @Test
  void refusesAPageWithoutDay() {
    Rejection rejection = rejection("(songmay.example) – Bà con làm được 2/3 cây cầu năm 2025.");

    assertThat(rejection.code()).isEqualTo("no-date");
    assertThat(rejection.message()).contains("Bà con làm được");
    assertThat(rejection.hint()).contains("19/12/2025");
  }

  @Test
  void refusesAYearOutOfRange() {
    assertThat(rejection("Sáng 3/2/1850," + NEWS).code()).isEqualTo("bad-date");
  }

  @Test
  void refusesACommentFormAlone() {
    assertThat(rejection("Trả lời\n\nEmail của bạn sẽ không hiện ra").code()).isEqualTo("no-text");
    assertThat(rejection("* * *\n\n19/12/2025").code()).isEqualTo("no-text");
  }

  @Test
  void cutsALongIdAtAHyphen() {
    String caption = "CAU THUONG ".repeat(17).strip();
    String lead = "cầu Thượng ".repeat(17).strip();
    String source = "mot-toa-soan.songmay.example";

    String id =
        article("(" + source + ") – Sáng 3/2/2026, " + lead + ".\n\n" + caption).id().value();

    assertThat(id).hasSizeLessThanOrEqualTo(200).startsWith(source + ":2026-02-03:cau-thuong");
    assertThat(id).matches(".*-(cau|thuong)");
  }

  @Test
  void givesATitleOutsideTheLatinAlphabetAnIdAllTheSame() {
    assertThat(article("3/2/2026, 雲の川. Năm 2026.").id().value())
        .matches("page:2026-02-03:[0-9a-f]{16}");
  }
}
