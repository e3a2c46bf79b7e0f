package vn.bantin.feed;

import java.util.regex.Pattern;

/** The words of HTML, for looking at and not for showing. */
final class PlainText {

  private static final Pattern MARKUP = Pattern.compile("<[^>]*>|&#?\\w+;");

  private PlainText() {}

  /** The text with a space for every tag and every named character. */
  static String of(String html) {
    return MARKUP.matcher(html).replaceAll(" ");
  }
}
