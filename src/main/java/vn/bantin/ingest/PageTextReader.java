package vn.bantin.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jsoup.nodes.Entities;
import vn.bantin.article.Article;

/** Reads what a text extraction of a Vietnamese news page looks like. */
final class PageTextReader {

  private static final int MAX_TITLE = 120;
  private static final int MAX_SUMMARY = 300;
  private static final String SAY_WHEN =
      "begin the text with who reports and when: (songmay.example) – Chiều 19/12/2025, …";

  private final ZoneId zone;

  PageTextReader(ZoneId zone) {
    this.zone = zone;
  }

  Drafting read(String text) {
    List<String> paragraphs = Leftovers.cut(Paragraphs.of(text));
    if (paragraphs.stream().noneMatch(PageTextReader::hasWords)) {
      return new Rejection(
          "no-text",
          "there are no words before the left-overs of the page",
          "import the text of the article itself");
    }
    Lead lead = Lead.of(paragraphs);
    DayInText day = lead.dateline().day();
    if (day == null) {
      return noDate(
          "the text does not begin with a day: " + PlainText.quoted(lead.dateline().text()));
    }
    OptionalInt year =
        day.year() != null ? OptionalInt.of(day.year()) : YearInText.first(paragraphs);
    if (year.isEmpty()) {
      return noDate(
          "the day " + PlainText.quoted(day.written()) + " has no year, and the text names none");
    }
    if (year.getAsInt() < Article.MIN_YEAR || year.getAsInt() > Article.MAX_YEAR) {
      return new Rejection(
          "bad-date",
          "the year of " + PlainText.quoted(day.written()) + " is out of range",
          SAY_WHEN);
    }
    try {
      LocalDate date = LocalDate.of(year.getAsInt(), day.month(), day.day());
      return draft(lead, paragraphs, date, day.part());
    } catch (DateTimeException _) {
      String named = day.year() != null ? "" : " in " + year.getAsInt();
      return noDate("there is no day " + PlainText.quoted(day.written()) + named);
    }
  }

  private Draft draft(Lead lead, List<String> paragraphs, LocalDate date, PartOfDay part) {
    List<String> rest = new ArrayList<>(paragraphs.subList(lead.index() + 1, paragraphs.size()));
    List<String> before = new ArrayList<>(paragraphs.subList(0, lead.index()));
    Optional<String> caption = takeHeadlineCaption(before, rest, lead.dateline().text());
    Byline byline = Byline.of(rest);
    rest = rest.subList(0, rest.size() - byline.lines());
    String title =
        caption
            .or(lead::headline)
            .orElseGet(
                () -> PlainText.excerpt(FirstSentence.of(lead.dateline().news()), MAX_TITLE));
    lead.headline().ifPresent(before::remove);

    List<String> body = new ArrayList<>(before);
    body.removeIf(Caption::isUnmarked);
    body.add(lead.dateline().text());
    rest.stream().filter(line -> !Caption.isUnmarked(line)).forEach(body::add);

    OffsetDateTime published = date.atTime(part.time()).atZone(zone).toOffsetDateTime();
    return new Draft(
        PageId.of(lead.dateline().source(), date, title),
        title,
        PlainText.excerpt(lead.dateline().news(), MAX_SUMMARY),
        html(body),
        null,
        byline.authors(),
        List.of(),
        List.of(),
        null,
        lead.dateline().source(),
        published,
        null,
        List.of(),
        Standing.UNSAID);
  }

  private static Optional<String> takeHeadlineCaption(
      List<String> before, List<String> rest, String lead) {
    Optional<String> title = Optional.empty();
    for (List<String> lines : List.of(before, rest)) {
      for (String line : List.copyOf(lines)) {
        if (Caption.isCapitals(line)) {
          Optional<String> stretch = Caption.in(lead, line);
          if (stretch.isPresent()) {
            lines.remove(line);
            title = title.or(() -> stretch);
          }
        }
      }
    }
    return title;
  }

  private static String html(List<String> paragraphs) {
    StringBuilder html = new StringBuilder();
    for (String paragraph : paragraphs) {
      html.append("<p>").append(Entities.escape(paragraph)).append("</p>\n");
    }
    return html.toString();
  }

  private static boolean hasWords(String paragraph) {
    return paragraph.codePoints().anyMatch(Character::isLetter);
  }

  private static Rejection noDate(String message) {
    return new Rejection("no-date", message, SAY_WHEN);
  }
}
