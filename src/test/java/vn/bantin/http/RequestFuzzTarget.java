package vn.bantin.http;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.bantin.feed.Format;
import vn.bantin.field.AcceptEncoding;
import vn.bantin.field.AcceptedFormat;
import vn.bantin.field.ConditionalGet;
import vn.bantin.field.HttpDate;
import vn.bantin.field.MediaRanges;
import vn.bantin.field.PlainConditionalGet;
import vn.bantin.field.Preconditions;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Validators;

/**
 * What Jazzer calls again and again: whatever reads a request's fields and target, beside a plain
 * reading of the same where there is one. It says that something is wrong by throwing.
 */
public final class RequestFuzzTarget {

  private static final Instant NOW = Instant.parse("2026-01-07T09:00:00.5Z");
  private static final Instant CHANGED = Instant.parse("2026-01-07T08:00:00Z");
  private static final List<Coding> CODINGS = List.of(Coding.values());
  private static final List<String> METHODS = List.of("GET", "HEAD", "PUT");
  private static final int LINES = 3;

  private RequestFuzzTarget() {}

  /** Does one of the readings with some of the data. */
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    switch (data.consumeInt(0, 4)) {
      case 0 -> conditions(data);
      case 1 -> date(line(data));
      case 2 -> codings(lines(data));
      case 3 -> formats(lines(data));
      default -> plainRequest(data.consumeRemainingAsBytes());
    }
  }

  private static void conditions(FuzzedDataProvider data) {
    String method = data.pickValue(METHODS);
    Coding coding = data.pickValue(CODINGS);
    String hash = coding == Coding.IDENTITY ? "" : "0a1b";
    Validators selected = new Validators("k3f-9a1b2c", coding, hash, CHANGED);
    Preconditions asked =
        new Preconditions(lines(data), lines(data), dateLines(data), dateLines(data));
    expectSame(
        PlainConditionalGet.decide(method, asked, selected, NOW),
        ConditionalGet.decide(method, asked, selected, NOW));
  }

  private static void date(String line) {
    Instant date = HttpDate.parse(line, NOW);
    expectSame(PlainConditionalGet.date(line, NOW), Optional.ofNullable(date));
    if (date != null && date.getEpochSecond() >= 0) {
      expectSame(date, HttpDate.parse(HttpDate.format(date), NOW));
    }
  }

  private static void codings(List<String> lines) {
    Optional<Coding> among = AcceptEncoding.choose(lines, CODINGS);
    expect(among.isEmpty() || CODINGS.contains(among.get()));
    // What is chosen of all is chosen of itself alone as well.
    among.ifPresent(coding -> expectSame(among, AcceptEncoding.choose(lines, List.of(coding))));
  }

  private static void formats(List<String> lines) {
    Optional<Format> chosen = AcceptedFormat.choose(lines);
    boolean readable = lines.stream().anyMatch(line -> new MediaRanges(line).advance());
    expect(readable || chosen.isPresent());
    for (String line : lines) {
      MediaRanges ranges = new MediaRanges(line);
      int members = 0;
      while (ranges.advance()) {
        members++;
        expect(ranges.weight() >= 0 && ranges.weight() <= 1000);
      }
      expect(members <= line.length() / 2);
    }
  }

  private static void plainRequest(byte[] bytes) {
    PlainRequest request = new PlainRequest();
    int end = request.read(bytes, 0, bytes.length);
    expect(end == -1 || (end > 0 && end <= bytes.length));
    if (end < 0) {
      return;
    }
    for (PlainRequest.Span span :
        List.of(request.acceptEncoding, request.ifNoneMatch, request.ifModifiedSince)) {
      expect(!span.isThere() || (span.from > 0 && span.from <= span.to && span.to < end));
    }
    String target = Ascii.text(bytes, request.target.from, request.target.to);
    expect(
        target
            .chars()
            .allMatch(c -> "abcdefghijklmnopqrstuvwxyz0123456789-.+/?=&".indexOf(c) >= 0));
    String text = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    expect(text.endsWith("\r\n\r\n") && text.indexOf("\r\n\r\n") == end - 4);
    expect(text.chars().allMatch(c -> c == '\r' || c == '\n' || (c >= ' ' && c < 0x7f)));
    expect(text.lines().count() <= RequestLimits.FIELDS + 2);
    expectSame(end, request.read(Arrays.copyOf(bytes, end), 0, end));
    expectSame(-1, request.read(bytes, 0, end - 1));
  }

  private static List<String> lines(FuzzedDataProvider data) {
    int count = data.consumeInt(0, LINES);
    return Stream.generate(() -> line(data)).limit(count).toList();
  }

  private static List<String> dateLines(FuzzedDataProvider data) {
    return data.consumeBoolean() ? lines(data) : List.of();
  }

  private static String line(FuzzedDataProvider data) {
    return new String(data.consumeBytes(data.consumeInt(0, 512)), StandardCharsets.ISO_8859_1);
  }

  private static void expectSame(Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }

  private static void expect(boolean holds) {
    if (!holds) {
      throw new AssertionError("does not hold");
    }
  }
}
