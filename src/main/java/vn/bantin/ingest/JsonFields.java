package vn.bantin.ingest;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.bantin.article.Article;
import vn.bantin.article.CleanText;
import vn.bantin.yaml.NearestWord;

/**
 * One object of a JSON text: gives its members by name and notes what is wrong with them, each by
 * its JSON Pointer (RFC 6901). A member that is null is as one that is not there.
 */
final class JsonFields {

  private static final String FORM = "bad-field";

  private final JsonNode object;
  private final String pointer;
  private final List<Rejection> problems;
  private final Set<String> known = new HashSet<>();

  private JsonFields(JsonNode object, String pointer, List<Rejection> problems) {
    this.object = object;
    this.pointer = pointer;
    this.problems = problems;
  }

  /** The members of an object that stands alone. */
  static JsonFields of(JsonNode object) {
    return new JsonFields(object, "", new ArrayList<>());
  }

  /** Whether there is such a member, of whatever form. */
  boolean has(String name) {
    return member(name) != null;
  }

  /** The text of a member; null when it is not there, or not a text. */
  @Nullable String text(String name) {
    JsonNode value = member(name);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      wrong(name, FORM, "this is no text", "write it in double quotes");
      return null;
    }
    return CleanText.of(value.stringValue());
  }

  /** The texts of a member that is an array. */
  List<String> texts(String name) {
    JsonNode value = member(name);
    if (value == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    boolean areTexts = value.isArray();
    for (JsonNode item : value) {
      areTexts &= item.isString();
      texts.add(item.isString() ? CleanText.of(item.stringValue()) : "");
    }
    if (!areTexts) {
      wrong(name, FORM, "this is no array of texts", "write [\"one\", \"two\"]");
      return List.of();
    }
    return texts;
  }

  /** The whole number of a member; null when it is not there, or out of range. */
  @Nullable Long number(String name, long most) {
    JsonNode value = member(name);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < 1
        || value.longValue() > most) {
      wrong(name, FORM, "this is no whole number from 1 to " + most, "write a number, or null");
      return null;
    }
    return value.longValue();
  }

  /** The time of a member; null when it is not there, or no time. */
  @Nullable OffsetDateTime time(String name, ZoneId zone) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    OffsetDateTime time = DateText.parse(text, zone).orElse(null);
    if (time == null || time.getYear() < Article.MIN_YEAR || time.getYear() > Article.MAX_YEAR) {
      wrong(
          name,
          "bad-date",
          "no date from 1900 to 9998: " + PlainText.quoted(text),
          "write 2026-01-14T06:45:00+07:00");
      return null;
    }
    return time;
  }

  /** The objects of a member that is an array. */
  List<JsonFields> objects(String name) {
    JsonNode value = member(name);
    if (value == null) {
      return List.of();
    }
    List<JsonFields> objects = new ArrayList<>();
    boolean areObjects = value.isArray();
    for (JsonNode item : value) {
      areObjects &= item.isObject();
      objects.add(new JsonFields(item, pointer + "/" + name + "/" + objects.size(), problems));
    }
    if (!areObjects) {
      wrong(name, FORM, "this is no array of objects", "write [{…}, {…}]");
      return List.of();
    }
    return objects;
  }

  /** Notes what is wrong with a member. */
  void wrong(String name, String code, String message, String hint) {
    problems.add(new Rejection(code, pointer + "/" + name + ": " + message, hint));
  }

  /** Notes what is wrong with a member. */
  void wrong(String name, Rejection rejection) {
    wrong(name, rejection.code(), rejection.message(), rejection.hint());
  }

  /** Notes every member that was not asked for. */
  void refuseOthers() {
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        String hint =
            NearestWord.to(name, known)
                .map(near -> "did you mean " + near)
                .orElse("the members are " + String.join(", ", known.stream().sorted().toList()));
        problems.add(
            new Rejection(FORM, pointer + ": unknown member " + PlainText.quoted(name), hint));
      }
    }
  }

  /** All that was noted in one; empty when nothing was. */
  Optional<Rejection> rejection() {
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    List<String> codes = problems.stream().map(Rejection::code).distinct().toList();
    return Optional.of(
        new Rejection(
            codes.size() == 1 ? codes.getFirst() : FORM,
            String.join("; ", problems.stream().map(Rejection::message).toList()),
            String.join("; ", problems.stream().map(Rejection::hint).distinct().toList())));
  }

  private @Nullable JsonNode member(String name) {
    known.add(name);
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }
}
