package vn.bantin.api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A JSON merge patch (RFC 7396). */
final class MergePatch {

  private MergePatch() {}

  /** The target as the patch makes it; the target is changed on the way. */
  static JsonNode apply(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode result =
        target.isObject() ? (ObjectNode) target : JsonNodeFactory.instance.objectNode();
    for (String name : patch.propertyNames()) {
      JsonNode value = patch.get(name);
      if (value.isNull()) {
        result.remove(name);
      } else {
        JsonNode before = result.get(name);
        result.set(
            name, apply(before == null ? JsonNodeFactory.instance.missingNode() : before, value));
      }
    }
    return result;
  }
}
