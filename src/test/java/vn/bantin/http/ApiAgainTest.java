package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.http.ApiClient.BRIDGE;
import static vn.bantin.http.ApiClient.line;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests that are sent again with their {@code Idempotency-Key}. */
final class ApiAgainTest extends ServedApi {

  @Test
  void whatIsRepeatedWithItsKeyIsDoneOnce() {
    String key = "Idempotency-Key: 7f2c";
    RawAnswer first = api.put("cau-1", BRIDGE, key);
    assertThat(first.status()).isEqualTo(201);
    RawAnswer other = api.put("cau-1", BRIDGE.replace("một", "hai"));
    RawAnswer late = api.put("cau-1", BRIDGE, key);
    assertThat(late.status()).isEqualTo(201);
    assertThat(late.text()).isEqualTo(first.text());
    assertThat(late.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(api.get("/api/articles/cau-1").header("ETag")).isEqualTo(other.header("ETag"));
    RawAnswer mixedUp = api.put("cau-2", BRIDGE, key);
    assertThat(mixedUp.status()).isEqualTo(422);
    assertThat(mixedUp.text()).contains("\"code\":\"idempotency-key\"");
    assertThat(api.put("cau-2", BRIDGE, "Idempotency-Key: " + "x".repeat(256)).status())
        .isEqualTo(400);
    clock.move(Duration.ofDays(2));
    assertThat(api.put("cau-2", BRIDGE, key).status()).isEqualTo(201);
  }

  @Test
  void whatWasRefusedMayBeTriedAgainWithItsKey() {
    String key = "Idempotency-Key: 7f2c";
    assertThat(api.put("cau-1", "no json", key).status()).isEqualTo(400);
    assertThat(api.put("cau-1", BRIDGE, key).status()).isEqualTo(201);
  }

  @Test
  void manyThatAreRepeatedWithTheirKeyAreDoneOnce() {
    String lines =
        IntStream.range(0, 1_200).mapToObj(i -> line("n" + i)).collect(Collectors.joining("\n"));
    String[] headers = {"Content-Type: application/x-ndjson", "Idempotency-Key: k"};
    String twice = lines + "\n" + line("n0");
    String first = api.call("POST", "/api/articles", twice, headers).text();
    assertThat(first.lines()).hasSize(1_201).last().asString().contains("refused");
    api.put("n1100", BRIDGE.replace("một", "hai"));
    assertThat(api.call("POST", "/api/articles", twice, headers).text()).isEqualTo(first);
    assertThat(api.get("/api/articles/n1100").text()).contains("hai cây cầu");
    assertThat(api.call("POST", "/api/articles", lines, headers).status()).isEqualTo(422);
  }

  @Test
  void aKeyIsForOneKindOfRequest() {
    String[] headers = {"Content-Type: application/x-ndjson", "Idempotency-Key: k"};
    assertThat(api.put("cau-1", BRIDGE, headers[1]).status()).isEqualTo(201);
    assertThat(api.call("POST", "/api/articles", line("n0"), headers).status()).isEqualTo(422);
    headers[1] = "Idempotency-Key: " + "x".repeat(256);
    assertThat(api.call("POST", "/api/articles", "", headers).status()).isEqualTo(400);
  }

  @Test
  void ofManyWithOneKeyOneIsDone() {
    String lines =
        IntStream.range(0, 200).mapToObj(i -> line("n" + i)).collect(Collectors.joining("\n"));
    List<CompletableFuture<String>> callers =
        IntStream.range(0, 6)
            .mapToObj(_ ->
                CompletableFuture.supplyAsync(() ->
                    api.call(
                            "POST",
                            "/api/articles",
                            lines,
                            "Content-Type: application/x-ndjson",
                            "Idempotency-Key: k")
                        .text()))
            .toList();
    assertThat(callers.stream().map(CompletableFuture::join).toList())
        .allSatisfy(told ->
            assertThat(told.lines()).hasSize(200).allMatch(line -> line.contains("created")));
    assertThat(newsroom.app().store().count()).isEqualTo(200);
  }
}
