package vn.bantin.store;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.article.Media;

/** Lists of an article as they stand in one column. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Json() {}

  static String write(List<?> list) {
    return list.isEmpty() ? "[]" : MAPPER.writeValueAsString(list);
  }

  static List<String> strings(String json) {
    return "[]".equals(json) ? List.of() : List.of(MAPPER.readValue(json, String[].class));
  }

  static List<Media> media(String json) {
    return "[]".equals(json) ? List.of() : List.of(MAPPER.readValue(json, Media[].class));
  }
}
