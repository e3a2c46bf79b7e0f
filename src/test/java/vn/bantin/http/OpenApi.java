package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A description of an API, and whether answers are as it says; as much of OpenAPI as ours uses. */
final class OpenApi {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Map<String, Object> root;

  private OpenApi(Map<String, Object> root) {
    this.root = root;
  }

  /** The description that stands in a YAML text. */
  static OpenApi of(String yaml) {
    LoadSettings settings = LoadSettings.builder().setMaxAliasesForCollections(10).build();
    return new OpenApi(map(new Load(settings).loadFromString(yaml)));
  }

  /** The operations as {@code get /path}. */
  List<String> operations() {
    return map(root.get("paths")).entrySet().stream()
        .flatMap(path ->
            map(path.getValue()).keySet().stream()
                .filter(word -> List.of("get", "put", "post", "patch", "delete").contains(word))
                .map(method -> method + " " + path.getKey()))
        .toList();
  }

  /** Fails unless the description foresees the answer, just like this. */
  void check(String method, String path, RawAnswer answer) {
    Map<String, Object> operation = operation(method, path);
    Object response = map(operation.get("responses")).get(Integer.toString(answer.status()));
    assertThat(response)
        .as("%s %s may be answered by %s", method, path, answer.status())
        .isNotNull();
    Map<String, Object> said = resolved(response);
    for (String field : map(said.getOrDefault("headers", Map.of())).keySet()) {
      assertThat(answer.all(field)).as(field).hasSize(1);
    }
    Object content = said.get("content");
    if (content == null || method.equals("head")) {
      assertThat(answer.body()).isEmpty();
      return;
    }
    String type = answer.header("Content-Type");
    assertThat(map(content)).containsKey(type);
    Object schema = map(map(content).get(type)).get("schema");
    switch (type) {
      case "application/x-ndjson" ->
          answer.text().lines().forEach(line -> check(schema, MAPPER.readTree(line), "line"));
      case "application/yaml" -> assertThat(answer.text()).startsWith("openapi: 3.1");
      default -> check(schema, MAPPER.readTree(answer.text()), method + " " + path + " body");
    }
  }

  private Map<String, Object> operation(String method, String path) {
    String plain = path.replaceFirst("\\?.*", "");
    for (var entry : map(root.get("paths")).entrySet()) {
      Object operation = map(entry.getValue()).get(method);
      String form = entry.getKey().replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]*");
      if (operation != null && plain.matches(form)) {
        return map(operation);
      }
    }
    throw new AssertionError("no such operation: " + method + " " + path);
  }

  private void check(Object unresolved, JsonNode value, String where) {
    Map<String, Object> schema = resolved(unresolved);
    if (schema.get("anyOf") instanceof List<?> choices) {
      assertThat(choices).as(where).anySatisfy(choice -> check(choice, value, where));
      return;
    }
    if (schema.containsKey("enum")) {
      Object plain = value.isNull() ? null : value.stringValue();
      assertThat((List<?>) schema.get("enum")).as(where).anyMatch(word -> same(word, plain));
    }
    Object type = schema.get("type");
    if (type != null) {
      List<?> types = type instanceof List<?> several ? several : List.of(type);
      assertThat(types).as(where + ": " + value).anyMatch(name -> is((String) name, value));
    }
    if (schema.get("pattern") instanceof String pattern) {
      assertThat(value.stringValue()).as(where).containsPattern(Pattern.compile(pattern));
    }
    if (schema.get("minimum") instanceof Integer least && value.isNumber()) {
      assertThat(value.longValue()).as(where).isGreaterThanOrEqualTo(least);
    }
    if (value.isObject()) {
      checkMembers(schema, value, where);
    }
    if (value.isArray()) {
      for (JsonNode item : value) {
        check(schema.get("items"), item, where + "[]");
      }
    }
  }

  private void checkMembers(Map<String, Object> schema, JsonNode value, String where) {
    Map<String, Object> members = map(schema.getOrDefault("properties", Map.of()));
    if (schema.get("required") instanceof List<?> required) {
      required.forEach(name -> assertThat(value.has((String) name)).as(where + name).isTrue());
    }
    for (String name : value.propertyNames()) {
      Object member = members.get(name);
      assertThat(member).as(where + "." + name).isNotNull();
      check(member, value.get(name), where + "." + name);
    }
  }

  private Map<String, Object> resolved(Object unresolved) {
    Map<String, Object> schema = map(unresolved);
    if (!(schema.get("$ref") instanceof String reference)) {
      return schema;
    }
    Object at = root;
    for (String step : reference.substring(2).split("/", -1)) {
      at = map(at).get(step);
    }
    return resolved(at);
  }

  private static boolean same(Object word, Object plain) {
    return word == null ? plain == null : word.equals(plain);
  }

  private static boolean is(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "null" -> value.isNull();
      default -> throw new AssertionError("this checker does not know " + type);
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }
}
