package vn.bantin.ingest;

import java.util.List;
import java.util.Set;
import vn.bantin.article.FoldedText;

/** What a page's frame leaves behind an article: the comment form, links to other pages. */
final class Leftovers {

  private static final List<String> FORM_LINES =
      List.of(
          "email cua ban se khong",
          "cac truong bat buoc duoc danh dau",
          "luu ten cua toi",
          "leave a reply",
          "leave a comment",
          "your email address will not be published",
          "required fields are marked",
          "save my name email");

  private static final Set<String> HEADINGS =
      Set.of(
          "tra loi",
          "tra loi huy",
          "huy tra loi",
          "binh luan",
          "gui binh luan",
          "viet binh luan",
          "de lai binh luan",
          "de lai mot binh luan",
          "gui phan hoi",
          "cancel reply",
          "post comment",
          "post a comment",
          "comments",
          "dieu huong bai viet",
          "post navigation",
          "tin lien quan",
          "bai viet lien quan");

  private Leftovers() {}

  /** The paragraphs before the first left-over. */
  static List<String> cut(List<String> paragraphs) {
    long total = paragraphs.stream().mapToLong(String::length).sum();
    long before = 0;
    for (int i = 0; i < paragraphs.size(); i++) {
      String paragraph = paragraphs.get(i);
      if (isFormLine(paragraph)) {
        return withoutHeadings(paragraphs.subList(0, i));
      }
      if (isHeading(paragraph) && before * 2 >= total) {
        return paragraphs.subList(0, i);
      }
      before += paragraph.length();
    }
    return paragraphs;
  }

  private static List<String> withoutHeadings(List<String> paragraphs) {
    int end = paragraphs.size();
    while (end > 0 && isHeading(paragraphs.get(end - 1))) {
      end--;
    }
    return paragraphs.subList(0, end);
  }

  private static boolean isFormLine(String paragraph) {
    if (paragraph.length() > 300) {
      return false;
    }
    String words = FoldedText.of(paragraph).words();
    return FORM_LINES.stream().anyMatch(words::startsWith);
  }

  // An interview has its own headings: one counts only right before a form, or behind the larger
  // part of the text.
  private static boolean isHeading(String paragraph) {
    return paragraph.length() <= 40
        && !paragraph.endsWith(":")
        && HEADINGS.contains(FoldedText.of(paragraph).words());
  }
}
