package vn.bantin.field;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.bantin.field.ConditionalGet.Outcome;
import vn.bantin.snapshot.Validators;

/**
 * A second, slow and plain reading of RFC 9110 §13.2.2: lists are cut at every comma and put
 * together again, tags are regular expressions, and a text is a date when writing that date gives
 * the text.
 */
public final class PlainConditionalGet {
  private static final Pattern TAG =
      Pattern.compile("[ \\t]*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\uffff]*)\"[ \\t]*");
  private static final Pattern ASTERISK = Pattern.compile("[ \\t]*\\*[ \\t]*");
  private static final String TIME = "(?<t>\\d\\d:\\d\\d:\\d\\d)";
  private static final Pattern IMF =
      Pattern.compile("\\w{3}, (?<d>\\d\\d) (?<m>\\w{3}) (?<y>\\d{4}) " + TIME + " GMT");
  private static final Pattern RFC_850 =
      Pattern.compile("\\w+, (?<d>\\d\\d)-(?<m>\\w{3})-(?<y>\\d\\d) " + TIME + " GMT");
  private static final Pattern ASCTIME =
      Pattern.compile("\\w{3} (?<m>\\w{3}) (?<d>[ \\d]?\\d) " + TIME + " (?<y>\\d{4})");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private record Tag(boolean weak, String opaque) {}

  private PlainConditionalGet() {}

  public static Outcome decide(
      String method, Preconditions asked, Validators selected, Instant now) {
    boolean get = List.of("GET", "HEAD").contains(method);
    Instant changed = selected.lastModified();

    boolean mayGoOn;
    if (asked.ifMatch().isEmpty()) {
      mayGoOn = date(asked.ifUnmodifiedSince(), now).map(d -> !changed.isAfter(d)).orElse(true);
    } else {
      String hash = selected.hash().isEmpty() ? "" : "." + selected.hash();
      String own = selected.version() + selected.coding().suffix() + hash;
      mayGoOn =
          isAsterisk(asked.ifMatch())
              || tags(asked.ifMatch()).stream().anyMatch(t -> !t.weak() && t.opaque().equals(own));
    }
    if (!mayGoOn) {
      return Outcome.PRECONDITION_FAILED;
    }

    boolean clientHasIt;
    if (asked.ifNoneMatch().isEmpty()) {
      clientHasIt =
          get
              && date(asked.ifModifiedSince(), now)
                  .filter(d -> d.compareTo(now) <= 0)
                  .map(d -> changed.compareTo(d) <= 0)
                  .orElse(false);
    } else {
      String anyCoding =
          Pattern.quote(selected.version()) + "((-|--|;)(gzip|br|zstd|deflate)([.][0-9a-z]+)?)*";
      clientHasIt =
          isAsterisk(asked.ifNoneMatch())
              || tags(asked.ifNoneMatch()).stream().anyMatch(t -> t.opaque().matches(anyCoding));
    }
    if (!clientHasIt) {
      return Outcome.SEND;
    }
    return get ? Outcome.NOT_MODIFIED : Outcome.PRECONDITION_FAILED;
  }

  private static boolean isAsterisk(List<String> lines) {
    return ASTERISK.matcher(String.join(",", lines)).matches();
  }

  /** The tags of all lines; where no run of pieces is a tag, one piece is given up. */
  private static List<Tag> tags(List<String> lines) {
    List<Tag> tags = new ArrayList<>();
    for (String line : lines) {
      List<String> pieces = List.of(line.split(",", -1));
      int at = 0;
      while (at < pieces.size()) {
        int first = at++;
        for (int behind = first + 1; behind <= pieces.size(); behind++) {
          Matcher tag = TAG.matcher(String.join(",", pieces.subList(first, behind)));
          if (tag.matches()) {
            tags.add(new Tag(tag.group(1) != null, tag.group(2)));
            at = behind;
            break;
          }
        }
      }
    }
    return tags;
  }

  private static Optional<Instant> date(List<String> lines, Instant now) {
    return lines.size() == 1 ? date(lines.getFirst(), now) : Optional.empty();
  }

  /** The date that a text is. */
  public static Optional<Instant> date(String line, Instant now) {
    String text = line.replaceAll("^[ \\t]+|[ \\t]+$", "");
    int leap = text.contains("23:59:60") ? 1 : 0;
    String usual = text.replace("23:59:60", "23:59:59");
    LocalDateTime horizon = LocalDateTime.ofInstant(now, ZoneOffset.UTC).plusYears(50);

    return times(IMF, usual, 0, 9999)
        .filter(t -> written(t, "EEE, dd MMM uuuu HH:mm:ss 'GMT'").equals(usual))
        .or(() ->
            times(RFC_850, usual, horizon.getYear() - 100, horizon.getYear(), horizon)
                .filter(t -> written(t, "EEEE, dd-MMM-uu HH:mm:ss 'GMT'").equals(usual)))
        .or(() ->
            times(ASCTIME, usual, 0, 9999)
                .filter(t ->
                    written(t, "EEE MMM ppd HH:mm:ss uuuu").equals(usual)
                        || written(t, "EEE MMM d HH:mm:ss uuuu").equals(usual)
                        || written(t, "EEE MMM dd HH:mm:ss uuuu").equals(usual)))
        .map(t -> t.plusSeconds(leap).toInstant(ZoneOffset.UTC));
  }

  private static Optional<LocalDateTime> times(Pattern form, String text, int from, int to) {
    return times(form, text, from, to, LocalDateTime.MAX);
  }

  /** The latest time with the numbers of the text, in these years and up to the horizon. */
  private static Optional<LocalDateTime> times(
      Pattern form, String text, int from, int to, LocalDateTime horizon) {
    Matcher parts = form.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int digits = parts.group("y").length() == 2 ? 100 : 10_000;
    int wanted = Integer.parseInt(parts.group("y"));
    int month = MONTHS.indexOf(parts.group("m")) + 1;
    int day = Integer.parseInt(parts.group("d").strip());
    List<Integer> time =
        Pattern.compile(":").splitAsStream(parts.group("t")).map(Integer::valueOf).toList();
    return IntStream.rangeClosed(from, to)
        .filter(year -> year % digits == wanted)
        .mapToObj(year -> time(year, month, day, time))
        .flatMap(Optional::stream)
        .filter(t -> !t.isAfter(horizon))
        .reduce((earlier, later) -> later);
  }

  private static Optional<LocalDateTime> time(int year, int month, int day, List<Integer> time) {
    try {
      return Optional.of(LocalDateTime.of(year, month, day, time.get(0), time.get(1), time.get(2)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String written(LocalDateTime time, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
  }
}
