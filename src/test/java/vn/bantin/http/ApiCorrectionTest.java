package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.http.ApiClient.BRIDGE;
import static vn.bantin.http.ApiClient.json;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Patches of an article that was corrected before. */
final class ApiCorrectionTest extends ServedApi {

  private static final String FEED = "/feeds/dan-van.atom";
  private static final String FIRST = "hai, không phải một";

  @BeforeEach
  void correct() {
    api.put("cau-1", BRIDGE);
    assertThat(api.patch("cau-1", correction("Thêm hai cây cầu", FIRST)).status()).isEqualTo(200);
    assertThat(newsroom.get(FEED).text()).contains(FIRST);
  }

  @Test
  void aNewCorrectionHasItsOwnWords() {
    api.patch("cau-1", correction("Thêm ba cây cầu", "ba, không phải hai"));
    assertThat(newsroom.get(FEED).text()).contains("ba, không phải hai").doesNotContain(FIRST);
  }

  @Test
  void theSameCorrectionOnceMoreChangesNothing() {
    String tag = api.get("/api/articles/cau-1").header("ETag");
    clock.move(Duration.ofMinutes(5));
    RawAnswer again = api.patch("cau-1", correction("Thêm hai cây cầu", FIRST));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("ETag")).isEqualTo(tag);
  }

  @Test
  void aNewCorrectionWithoutWordsIsRefusedAndDoesNotRepeatTheOlderOnes() {
    RawAnswer answer =
        api.patch("cau-1", "{\"title\": \"Thêm ba cây cầu\", \"state\": \"corrected\"}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("\"code\":\"bad-state\"", "write note:");
    assertThat(newsroom.get(FEED).text()).contains("Thêm hai cây cầu", FIRST);
  }

  @Test
  void anEditThatIsNoCorrectionLeavesTheOneThatStands() {
    JsonNode edited = json(api.patch("cau-1", "{\"tags\": [\"cầu\"]}"));
    assertThat(edited.path("state").asString()).isEqualTo("corrected");
    assertThat(edited.path("note").asString()).isEqualTo(FIRST);
    assertThat(newsroom.get(FEED).text()).contains(FIRST);
  }

  @Test
  void whatIsLiveAgainSaysNothingOfACorrection() {
    JsonNode live = json(api.patch("cau-1", "{\"state\": \"live\"}"));
    assertThat(live.path("state").asString()).isEqualTo("live");
    assertThat(live.path("note").isNull()).isTrue();
    assertThat(newsroom.get(FEED).text()).contains("Thêm hai cây cầu").doesNotContain(FIRST);
  }

  @Test
  void withoutAStateItIsLiveAgain() {
    JsonNode live = json(api.patch("cau-1", "{\"state\": null}"));
    assertThat(live.path("state").asString()).isEqualTo("live");
    assertThat(live.path("note").isNull()).isTrue();
  }

  private static String correction(String title, String note) {
    return "{\"title\": \"%s\", \"state\": \"corrected\", \"note\": \"%s\"}".formatted(title, note);
  }
}
