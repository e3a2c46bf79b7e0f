package vn.bantin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bantin.http.RawAnswer;
import vn.bantin.http.RawHttp;

/** A feed reader that holds a copy and asks for changes in its own way. */
public final class Poller {

  /** What a reader sends back. */
  public enum Habit {
    /** {@code If-Modified-Since} and nothing else. */
    DATE_ONLY,
    /** {@code If-None-Match} and nothing else, in each coding by turns. */
    TAG_ONLY,
    /** Both; like CommaFeed it keeps its old tag when the date that it got has not moved. */
    BOTH,
    /** Both, as they came last; like FreshRSS and miniflux. */
    PLAIN
  }

  private static final List<String> CODINGS = List.of("identity", "gzip", "gzip, br");

  private final Habit habit;
  private final String target;
  private int polls;
  private @Nullable String tag;
  private @Nullable String date;
  private @Nullable String text;
  private Instant lastModified = Instant.MIN;

  /** One that has not asked yet. */
  public Poller(Habit habit, String target) {
    this.habit = habit;
    this.target = target;
  }

  /** Asks once; the status of the answer. */
  public int poll(RawHttp http) {
    String coding = habit == Habit.TAG_ONLY ? CODINGS.get(polls++ % CODINGS.size()) : "identity";
    RawAnswer answer = http.get(target, headers(coding).toArray(String[]::new));
    Instant modified = instant(answer.header("Last-Modified"));
    assertThat(modified).as(habit + ": in the future").isBeforeOrEqualTo(date(answer));
    assertThat(modified).as(habit + ": back").isAfterOrEqualTo(lastModified);
    lastModified = modified;
    if (answer.status() == 200) {
      boolean moved = !answer.header("Last-Modified").equals(date);
      if (habit != Habit.BOTH || moved) {
        tag = answer.header("ETag");
      }
      date = answer.header("Last-Modified");
      text = new String(answer.decoded(), StandardCharsets.UTF_8);
    } else {
      assertThat(answer.status()).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
    }
    return answer.status();
  }

  /** Lets dates go back this once: the clock did. */
  public void forgive() {
    lastModified = Instant.MIN;
  }

  /** What it shows its reader; null before the first answer. */
  public @Nullable String text() {
    return text;
  }

  /** How it asks. */
  public Habit habit() {
    return habit;
  }

  private List<String> headers(String coding) {
    List<String> headers = new ArrayList<>();
    headers.add("Accept-Encoding: " + coding);
    if (date != null && habit != Habit.TAG_ONLY) {
      headers.add("If-Modified-Since: " + date);
    }
    if (tag != null && habit != Habit.DATE_ONLY) {
      headers.add("If-None-Match: " + tag);
    }
    return headers;
  }

  private static Instant date(RawAnswer answer) {
    return instant(answer.header("Date"));
  }

  private static Instant instant(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
