package vn.bantin.ingest;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Text that is to be one JSON object (RFC 8259): each name once, and nothing behind it. */
public sealed interface JsonText {

  /**
   * It is.
   *
   * @param object the caller's own
   */
  record Tree(ObjectNode object) implements JsonText {}

  /** It is not. */
  record Wrong(Rejection rejection) implements JsonText {}

  /** Reads bytes. */
  static JsonText parse(byte[] bytes) {
    return switch (Utf8.decode(bytes)) {
      case Decoding.Text(String text) -> parse(text);
      case Rejection rejection -> new Wrong(rejection);
    };
  }

  /** Reads a text. */
  static JsonText parse(String text) {
    try {
      return Mapper.STRICT.readTree(text) instanceof ObjectNode object
          ? new Tree(object)
          : wrong("this is no JSON object", "write {\"title\": …, \"published\": …}");
    } catch (JacksonException e) {
      return wrong("this is no JSON: " + reason(e), "send one object, in UTF-8");
    }
  }

  /** The tree of what is JSON for certain. */
  static JsonNode tree(String json) {
    return Mapper.STRICT.readTree(json);
  }

  private static JsonText wrong(String message, String hint) {
    return new Wrong(new Rejection("json", message, hint));
  }

  private static String reason(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    String where =
        at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    return where + e.getOriginalMessage();
  }

  /** What reads it. */
  final class Mapper {
    private static final JsonMapper STRICT =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Mapper() {}
  }
}
