package vn.bantin.ingest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a news text begins: who reports, and on which day, as in {@code (songmay.example) – Chiều
 * 19/12, …}.
 *
 * @param source who reports; null when it is not said
 * @param day the first day that the paragraph names; null when there is none
 * @param text the paragraph without the source
 * @param news the paragraph without source and without the day that it begins with
 */
record Dateline(@Nullable String source, @Nullable DayInText day, String text, String news) {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern IN_BRACKETS =
      Pattern.compile("\\(\\s*([^()]{1,80}?)\\s*\\)\\s*[–—:,-]*\\s*");

  /** A domain, or an agency's initials: a word in front of a dash mostly is a place. */
  private static final Pattern PLAIN =
      Pattern.compile("((?:[\\p{L}\\d-]{1,63}\\.){1,5}[a-z]{2,12}|[A-Z]{2,12}\\d?)\\s[–—-]\\s");

  private static final int MAX_BEFORE_DAY = 60;

  private static final Pattern BEFORE_DAY =
      Pattern.compile(
          "(?:(?:mới đây|vào|trong|từ|các|hai|ba|bốn|năm|sáu|bảy|tư|chủ nhật|thứ|buổi|lúc|"
              + "sáng|trưa|chiều|tối|đêm|khuya|sớm|hôm|nay|qua|ngày)(?=[\\s,:(])[\\s,:(]*)*",
          FLAGS);

  private static final Pattern AFTER_DAY =
      Pattern.compile(
          "(?:\\s*(?:đến|[-–])\\s*(?:hết\\s+)?(?:ngày\\s+)?\\d{1,2}[/-]\\d{1,2}(?:[/-]\\d{4})?)?"
              + "[\\s),:–-]*",
          FLAGS);

  static Dateline of(String paragraph) {
    String source = null;
    String text = paragraph;
    for (Pattern form : new Pattern[] {IN_BRACKETS, PLAIN}) {
      Matcher matcher = form.matcher(paragraph);
      if (source == null && matcher.lookingAt() && namesSomebody(matcher.group(1))) {
        source = matcher.group(1);
        text = paragraph.substring(matcher.end());
      }
    }
    if (text.isEmpty()) {
      return new Dateline(null, null, paragraph, paragraph);
    }
    Optional<DayInText> day = DayInText.first(text);
    return new Dateline(source, day.orElse(null), text, withoutDay(text, day.orElse(null)));
  }

  /** Whether the paragraph is the beginning of a news text. */
  boolean isOne() {
    return source != null || day != null;
  }

  private static boolean namesSomebody(String words) {
    return words.chars().anyMatch(Character::isLetter) && DayInText.first(words).isEmpty();
  }

  private static String withoutDay(String text, @Nullable DayInText day) {
    if (day == null
        || day.start() > MAX_BEFORE_DAY
        || !BEFORE_DAY.matcher(text.substring(0, day.start())).matches()) {
      return text;
    }
    Matcher after = AFTER_DAY.matcher(text).region(day.end(), text.length());
    String news = after.lookingAt() ? text.substring(after.end()) : text.substring(day.end());
    return news.isBlank() ? text : PlainText.capitalised(news.strip());
  }
}
