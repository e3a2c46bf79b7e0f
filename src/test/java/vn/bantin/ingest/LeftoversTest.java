package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoversTest {

  private static final String NEWS = "Bà con thôn Thượng làm xong cây cầu, ai cũng vui.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Trả lời",
        "Trả lời Hủy",
        "Email của bạn sẽ không hiện ra.",
        "Email của bạn sẽ không được công bố.",
        "Các trường bắt buộc được đánh dấu sao",
        "Gửi bình luận",
        "BÌNH LUẬN",
        "Lưu tên của tôi, email, và trang web trong trình duyệt này.",
        "Leave a Reply",
        "Leave a Reply Cancel reply",
        "Your email address will not be published. Required fields are marked *",
        "Save my name, email, and website in this browser"
      })
  void endsTheTextAtTheCommentForm(String line) {
    assertThat(Leftovers.cut(List.of(NEWS, line, "Tên *"))).containsExactly(NEWS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Trả lời:",
        "Bình luận về cây cầu, một cụ già cười.",
        "Trả lời câu hỏi của bà con, xã hứa."
      })
  void keepsSentencesThatBeginAlike(String line) {
    assertThat(Leftovers.cut(List.of(NEWS, line, NEWS))).hasSize(3);
  }

  @Test
  void keepsAHeadingThatStandsInTheTextItself() {
    assertThat(Leftovers.cut(List.of("Hỏi", "Trả lời", NEWS, NEWS))).hasSize(4);
  }
}
