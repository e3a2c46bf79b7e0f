package vn.bantin.field;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Validators;

/** Conditional requests as clients, proxies and vandals send them; one seed, one request. */
final class RandomRequests {
  private static final String VERSION = "k3f-9a1b2c";
  private static final String HASH = "5e1f9c70";
  private static final String SIGNS = "\",*W/k3f-9a1b2c;gzip. \t\u0001\u007f\u00e9\\";
  private static final Instant NOW = Instant.parse("2026-01-07T09:00:00.5Z");

  /** A request and what it is about. */
  record Request(String method, Preconditions asked, Validators selected, Instant now) {}

  private final Random random;

  RandomRequests(long seed) {
    random = new Random(seed);
  }

  Request next() {
    Instant changed = Instant.ofEpochSecond(NOW.getEpochSecond() - random.nextInt(-3, 30));
    Coding coding = oneOf(Coding.values());
    String hash = coding == Coding.IDENTITY ? "" : HASH;
    Validators selected = new Validators(VERSION, coding, hash, changed);
    Preconditions asked =
        new Preconditions(
            oneIn(5) ? tagLines(selected) : List.of(),
            oneIn(2) ? tagLines(selected) : List.of(),
            oneIn(2) ? dateLines(changed) : List.of(),
            oneIn(5) ? dateLines(changed) : List.of());
    return new Request(oneOf("GET", "GET", "HEAD", "PUT"), asked, selected, NOW);
  }

  private List<String> tagLines(Validators selected) {
    List<String> lines = new ArrayList<>();
    do {
      StringBuilder line = new StringBuilder(oneOf("", "", " ", ","));
      for (int left = random.nextInt(4); left >= 0; left--) {
        line.append(tag(selected)).append(left > 0 ? oneOf(",", ", ", " ,\t", ",,", " ", "") : "");
      }
      lines.add(oneIn(3) ? mutated(line.toString()) : line.toString());
    } while (oneIn(3));
    return lines;
  }

  private String tag(Validators selected) {
    return switch (random.nextInt(10)) {
      case 0 -> selected.entityTag();
      case 1 -> oneOf("W/", "w/", "W/ ", "W") + selected.entityTag();
      case 2 -> oneOf("", "W/") + '"' + VERSION + marks() + '"';
      case 6 -> oneOf("", "W/") + '"' + VERSION + oneOf("-gzip.", "-br.") + HASH + marks() + '"';
      case 3 -> oneOf("*", "", " ", "\"\"", VERSION);
      case 4 -> '"' + VERSION + oneOf("", " ", ",") + oneOf("", marks());
      case 5 -> noise();
      default -> oneOf("", "W/") + '"' + oneOf("k3e-", "a,b", "a,", "\u00e9") + marks() + '"';
    };
  }

  private String marks() {
    StringBuilder marks = new StringBuilder();
    while (oneIn(2)) {
      marks.append(oneOf("-", "--", ";", "---"));
      marks.append(oneOf("gzip", "br", "zstd", "deflate", "gzi", "GZIP"));
      marks.append(oneOf("", "", "." + HASH, ".0", ".", ".A", ".."));
    }
    return marks.toString();
  }

  private List<String> dateLines(Instant changed) {
    List<String> lines = new ArrayList<>();
    do {
      String date = date(changed);
      lines.add(oneIn(6) ? mutated(date) : date);
    } while (oneIn(12));
    return lines;
  }

  private String date(Instant changed) {
    if (oneIn(10)) {
      return oneOf("", "0", "garbage", "2026-01-07T06:45:10Z", noise());
    }
    long second =
        switch (random.nextInt(6)) {
          case 0 -> NOW.getEpochSecond() + random.nextInt(-1, 2);
          case 1 -> random.nextLong(-2_000_000_000L, 5_000_000_000L);
          default -> changed.getEpochSecond() + random.nextInt(-2, 3);
        };
    String form =
        oneOf(
            "EEE, dd MMM uuuu HH:mm:ss 'GMT'",
            "EEEE, dd-MMM-uu HH:mm:ss 'GMT'",
            "EEE MMM ppd HH:mm:ss uuuu",
            "EEE MMM dd HH:mm:ss uuuu",
            "EEE MMM d HH:mm:ss uuuu",
            "EEE, d MMM uuuu HH:mm:ss 'GMT'");
    LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    String date = DateTimeFormatter.ofPattern(form, Locale.ENGLISH).format(time);
    return oneIn(20) ? date.replaceFirst("\\d\\d:\\d\\d:\\d\\d", "23:59:60") : date;
  }

  private String mutated(String line) {
    int at = random.nextInt(line.length() + 1);
    int behind = Math.min(line.length(), at + random.nextInt(2));
    return line.substring(0, at) + (oneIn(3) ? "" : sign()) + line.substring(behind);
  }

  private String noise() {
    StringBuilder noise = new StringBuilder();
    while (!oneIn(8)) {
      noise.append(sign());
    }
    return noise.toString();
  }

  private char sign() {
    return SIGNS.charAt(random.nextInt(SIGNS.length()));
  }

  private boolean oneIn(int number) {
    return random.nextInt(number) == 0;
  }

  @SafeVarargs
  private <T> T oneOf(T... values) {
    return values[random.nextInt(values.length)];
  }
}
