package vn.bantin.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The entity-tag of an article: the number of the change that made its revision. */
final class RevisionTag {

  private static final Pattern TAGS = Pattern.compile("(W/)?\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("[0-9a-z]{1,12}");

  private RevisionTag() {}

  /** The strong tag. */
  static String of(long seq) {
    return '"' + Long.toString(seq, Character.MAX_RADIX) + '"';
  }

  /**
   * Whether {@code If-Match} names the revision (RFC 9110 §13.1.1): by comparing strongly, or as
   * whichever there is.
   */
  static boolean matches(String ifMatch, long seq) {
    return ifMatch.strip().equals("*") || numbers(ifMatch, true).contains(seq);
  }

  /** Whether {@code If-None-Match} names the revision (RFC 9110 §13.1.2); null names none. */
  static boolean isKnown(@Nullable String ifNoneMatch, long seq) {
    return ifNoneMatch != null
        && (ifNoneMatch.strip().equals("*") || numbers(ifNoneMatch, false).contains(seq));
  }

  private static List<Long> numbers(String field, boolean strong) {
    List<Long> numbers = new ArrayList<>();
    Matcher tags = TAGS.matcher(field);
    while (tags.find()) {
      boolean weak = tags.group(1) != null;
      if (!(strong && weak) && NUMBER.matcher(tags.group(2)).matches()) {
        numbers.add(Long.parseLong(tags.group(2), Character.MAX_RADIX));
      }
    }
    return numbers;
  }
}
