package vn.bantin.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What RFC 7396 says of merging, by cases of our own. */
final class MergePatchTest {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'t':'x'}           | {'t':'y'}             | {'t':'y'}",
        "{'t':'x'}           | {'n':1}               | {'t':'x','n':1}",
        "{'t':'x','n':1}     | {'n':null}            | {'t':'x'}",
        "{'t':'x'}           | {'n':null}            | {'t':'x'}",
        "{'a':['x','y']}     | {'a':['z']}           | {'a':['z']}",
        "{'o':{'a':1,'b':2}} | {'o':{'a':null}}      | {'o':{'b':2}}",
        "{'o':'x'}           | {'o':{'a':1,'b':null}}| {'o':{'a':1}}",
        "{}                  | {'o':{'a':{'b':null}}}| {'o':{'a':{}}}",
        "{'t':'x'}           | ['z']                 | ['z']",
        "{'t':'x'}           | {}                    | {'t':'x'}"
      })
  void isAsTheStandardHasIt(String target, String patch, String result) {
    assertThat(MergePatch.apply(json(target), json(patch))).isEqualTo(json(result));
  }

  private static JsonNode json(String text) {
    return MAPPER.readTree(text.replace('\'', '"'));
  }
}
