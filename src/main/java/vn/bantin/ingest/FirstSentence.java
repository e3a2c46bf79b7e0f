package vn.bantin.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentence that a text begins with. */
final class FirstSentence {

  private static final Pattern END =
      Pattern.compile(
          "(?<word>[\\p{L}\\p{M}\\d]*)[.!?…]+[”\"’»)]*(?=\\s+[\\p{Lu}\\d“\"‘«(–-]|\\s*$)");

  // "TP. Hà Nội", "PGS. TS. …": a point behind these ends nothing.
  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "TP|Tp|TX|Tx|TT|GS|PGS|TS|ThS|Ths|BS|KS|CN|LS|NSND|NSƯT|P|Q|H|X|ĐC|Mr|Mrs|Dr|St");

  private static final int LONGEST = 1_000;

  private FirstSentence() {}

  /** The sentence without the point at its end; the text itself when it goes on and on. */
  static String of(String text) {
    return in(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
  }

  private static String in(String text) {
    Matcher matcher = END.matcher(text);
    while (matcher.find()) {
      boolean isAtEnd = matcher.end() == text.length();
      if (isAtEnd || !ABBREVIATION.matcher(matcher.group("word")).matches()) {
        String sentence = text.substring(0, matcher.end());
        String bare = sentence.endsWith(".") ? sentence.replaceFirst("\\.+$", "") : sentence;
        return bare.isBlank() ? text : bare.strip();
      }
    }
    return text;
  }
}
