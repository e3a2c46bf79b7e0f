package vn.bantin.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import vn.bantin.article.Article;
import vn.bantin.article.ChangeOutcome;
import vn.bantin.ingest.ArticleJson;
import vn.bantin.ingest.Rejection;
import vn.bantin.ingest.Result;

/** Tells what became of each thing that was taken in, and sums up. */
final class ImportReport {

  /** How much is told while the work goes on. */
  enum Style {
    /** A line for each. */
    LINES,
    /** A progress bar is drawn meanwhile: refusals at the end, the rest counted. */
    BAR,
    /** A JSON object for each. */
    JSON
  }

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Style style;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> held = new ArrayList<>();
  private int refused;

  ImportReport(Style style, PrintWriter out, PrintWriter err) {
    this.style = style;
    this.out = out;
    this.err = err;
  }

  void result(String name, Result result) {
    switch (result) {
      case Result.Stored(Article article, ChangeOutcome outcome) ->
          taken(name, article, outcome.word());
      case Result.Rejected(Rejection rejection) -> refused(name, rejection);
    }
  }

  /** An article, and in a word what became of it. */
  void taken(String name, Article article, String outcome) {
    counts.merge(outcome, 1, Integer::sum);
    switch (style) {
      case LINES ->
          out.printf("%-9s %s  %s%s%n", outcome, article.id(), article.title(), standing(article));
      case BAR -> {}
      case JSON ->
          object(json -> {
            json.writeStringProperty("file", name);
            json.writeStringProperty("outcome", outcome);
            json.writeName("article");
            ArticleJson.write(article, json);
          });
    }
  }

  // An article that nobody sees yet, or any more, is not taken for one that everybody does.
  private static String standing(Article article) {
    if (article.state().isPublic()) {
      return "";
    }
    Instant turn = article.turnsAt();
    return "  (" + article.state().wireName() + (turn == null ? "" : " until " + turn) + ")";
  }

  void refused(String name, Rejection rejection) {
    refused++;
    String line =
        "%s: %s: %s (%s)".formatted(name, rejection.code(), rejection.message(), rejection.hint());
    switch (style) {
      case LINES -> err.println(line);
      case BAR -> held.add(line);
      case JSON ->
          object(json -> {
            json.writeStringProperty("file", name);
            json.writeStringProperty("outcome", "refused");
            json.writeStringProperty("code", rejection.code());
            json.writeStringProperty("message", rejection.message());
            json.writeStringProperty("hint", rejection.hint());
          });
    }
  }

  /**
   * Sums up.
   *
   * @param skipped how many files in folders were no texts
   */
  void summary(int skipped) {
    held.forEach(err::println);
    if (style == Style.JSON) {
      object(json -> {
        json.writeObjectPropertyStart("summary");
        counts.forEach(json::writeNumberProperty);
        json.writeNumberProperty("refused", refused);
        json.writeNumberProperty("skipped", skipped);
        json.writeEndObject();
      });
      return;
    }
    String said =
        counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey() + ", ")
            .collect(Collectors.joining());
    out.println(said + refused + " refused" + (skipped == 0 ? "" : ", " + skipped + " skipped"));
  }

  int refused() {
    return refused;
  }

  /** How many articles and refusals there were. */
  int told() {
    return refused + counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  @FunctionalInterface
  private interface Members {
    void write(JsonGenerator json);
  }

  private void object(Members members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    }
    out.println(text);
  }
}
