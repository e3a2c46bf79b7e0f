package vn.bantin.cli;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command left behind.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error, with the log
 */
record Outcome(int code, String out, String err) {

  private static final JsonMapper JSON = new JsonMapper();

  /** The lines of standard output. */
  List<String> lines() {
    return out.lines().toList();
  }

  /** The lines of standard output, each one JSON object. */
  List<JsonNode> objects() {
    return lines().stream().map(JSON::readTree).toList();
  }
}
