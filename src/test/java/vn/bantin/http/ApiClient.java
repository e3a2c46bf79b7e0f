package vn.bantin.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.Served;

/** A program of the newsroom, which finds every answer to be as the API's description says. */
final class ApiClient {

  /** An article without an id. */
  static final String BRIDGE =
      """
      {"title": "Thêm một cây cầu", "body_html": "<p>Cầu đã thông.</p>", "categories": ["dan-van"],
       "published": "2026-02-01T07:00:00+07:00"}
      """;

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Served newsroom;
  private final String token;
  private final OpenApi description;

  private ApiClient(Served newsroom, String token, OpenApi description) {
    this.newsroom = newsroom;
    this.token = token;
    this.description = description;
  }

  /** One with a token. */
  static ApiClient of(Served newsroom, String token) {
    String yaml = newsroom.get("/api/openapi.yaml").text();
    return new ApiClient(newsroom, token, OpenApi.of(yaml));
  }

  /** The same program with another token; null for none. */
  ApiClient with(String other) {
    return new ApiClient(newsroom, other, description);
  }

  /** The description that it goes by. */
  OpenApi description() {
    return description;
  }

  RawAnswer get(String path, String... headers) {
    return call("GET", path, "", headers);
  }

  RawAnswer put(String id, String json, String... headers) {
    return call("PUT", "/api/articles/" + id, json, typed("application/json", headers));
  }

  RawAnswer patch(String id, String json, String... headers) {
    String type = "application/merge-patch+json";
    return call("PATCH", "/api/articles/" + id, json, typed(type, headers));
  }

  RawAnswer delete(String id, String query, String... headers) {
    return call("DELETE", "/api/articles/" + id + query, "", headers);
  }

  RawAnswer post(String lines) {
    return call("POST", "/api/articles", lines, "Content-Type: application/x-ndjson");
  }

  RawAnswer call(String method, String path, String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: x\r\n");
    if (token != null) {
      head.append("Authorization: Bearer ").append(token).append("\r\n");
    }
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    if (bytes.length > 0) {
      head.append("Content-Length: ").append(bytes.length).append("\r\n");
    }
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      http.write(head + "\r\n" + new String(bytes, StandardCharsets.ISO_8859_1));
      RawAnswer answer = http.read(method);
      description.check(method.toLowerCase(Locale.ROOT), path, answer);
      return answer;
    }
  }

  /** {@link #BRIDGE} with an id, on one line. */
  static String line(String id) {
    return BRIDGE.replace("\n", " ").strip().replaceFirst("\\{", "{\"id\": \"" + id + "\", ");
  }

  /** The body of an answer. */
  static JsonNode json(RawAnswer answer) {
    return MAPPER.readTree(answer.text());
  }

  private static String[] typed(String type, String... headers) {
    String[] all = new String[headers.length + 1];
    all[0] = "Content-Type: " + type;
    System.arraycopy(headers, 0, all, 1, headers.length);
    return all;
  }
}
