package vn.bantin.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One object of a JSON Feed under inspection. */
final class JsonObjectRules {

  private static final Pattern EXTENSION = Pattern.compile("_[A-Za-z][^.]*");

  private final String place;
  private final JsonNode object;
  private final Inspection inspection;

  JsonObjectRules(String place, JsonNode object, Inspection inspection) {
    this.place = place;
    this.object = object;
    this.inspection = inspection;
  }

  /** Adds a finding about this object. */
  void report(String code, String detail) {
    inspection.report(code, place + ": " + detail);
  }

  boolean has(String key) {
    return object.has(key);
  }

  /** The string of a key; empty when it has none. */
  String string(String key) {
    return object.path(key).isString() ? object.get(key).stringValue() : "";
  }

  /** Reports keys that nobody knows, and nulls. */
  void known(Collection<String> texts, Collection<String> addresses, Collection<String> others) {
    Set<String> known = new HashSet<>(texts);
    known.addAll(addresses);
    known.addAll(others);
    object
        .properties()
        .forEach(property -> {
          String key = property.getKey();
          if (!known.contains(key) && !EXTENSION.matcher(key).matches()) {
            report("UnknownKey", key);
          }
          if (property.getValue().isNull()) {
            report("NullValue", key);
          }
        });
  }

  /** Reports a key that must be there and is not. */
  void required(String key) {
    if (!object.has(key)) {
      report("MissingKey", key);
    }
  }

  /** Reports a key without which a public feed is hard to use. */
  void recommended(String key) {
    if (!object.has(key)) {
      report("MissingRecommendedKey", key);
    }
  }

  /** Reports a value that is no string or says nothing. */
  void text(String key) {
    if (!object.has(key)) {
      return;
    }
    if (!object.get(key).isString()) {
      report("InvalidString", key);
    } else if (string(key).isBlank()) {
      report("NotBlank", key);
    }
  }

  /** Reports a value that is no absolute address. */
  void address(String key) {
    if (!object.has(key)) {
      return;
    }
    String problem = UrlRules.problem(string(key));
    if (!problem.isEmpty()) {
      report(problem, key + " " + object.get(key));
    }
  }

  /** Reports a value that is no number, or less than zero. */
  void number(String key) {
    if (object.has(key) && !(object.get(key).isNumber() && object.get(key).doubleValue() >= 0)) {
      report("InvalidNumber", key);
    }
  }

  /** Reports a language that does not exist. */
  void language() {
    if (object.has("language") && !TextRules.isLanguage(string("language"))) {
      report("InvalidLanguage", object.get("language").toString());
    }
  }

  /** Reports characters, in any string below, that only a wrong decoding leaves behind. */
  void characters() {
    if (XmlRules.isDamaged(object.toString())) {
      report("BadCharacters", "somewhere in it");
    }
  }

  /** The objects in the array of a key; everything else in it is reported. */
  List<JsonObjectRules> objects(String key) {
    List<JsonObjectRules> objects = new ArrayList<>();
    for (JsonNode value : array(key)) {
      String here = place + "." + key + "[" + objects.size() + "]";
      if (value.isObject()) {
        objects.add(new JsonObjectRules(here, value, inspection));
      } else {
        report("InvalidObject", key);
      }
    }
    return objects;
  }

  /** The strings in the array of a key; everything else in it is reported. */
  List<String> strings(String key) {
    List<String> strings = new ArrayList<>();
    for (JsonNode value : array(key)) {
      if (value.isString()) {
        strings.add(value.stringValue());
      } else {
        report("InvalidString", key);
      }
    }
    return strings;
  }

  private Iterable<JsonNode> array(String key) {
    JsonNode value = object.path(key);
    if (object.has(key) && !value.isArray()) {
      report("InvalidArray", key);
    }
    return value.isArray() ? value : List.of();
  }
}
