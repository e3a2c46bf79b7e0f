package vn.bantin.browser;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The axe-core engine, which knows what shuts people out of a page (WCAG 2.2, levels A and AA). */
final class Axe {

  private static final String RUN =
      """
      const [only, told] = arguments;
      axe.run(document, {
        runOnly: only,
        rules: only.type === 'tag' ? {'target-size': {enabled: true}} : {},
        resultTypes: ['violations'],
      }).then(
        ({ violations }) => told(violations.flatMap((v) =>
          v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary}`))),
        (e) => told([String(e)]));
      """;

  private static final List<String> ALL =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private final Browser browser;
  private final String engine;

  private Axe(Browser browser, String engine) {
    this.browser = browser;
    this.engine = engine;
  }

  /** One that looks at what the browser shows. */
  static Axe in(Browser browser) throws IOException {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new FileNotFoundException("axe.min.js");
      }
      return new Axe(browser, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** What is wrong with what is shown; empty when nothing is. */
  List<String> violations() {
    return violations(Map.of("type", "tag", "values", ALL));
  }

  /** What is wrong with the colours of what is shown; empty when nothing is. */
  List<String> hardToRead() {
    return violations(Map.of("type", "rule", "values", List.of("color-contrast")));
  }

  @SuppressWarnings("unchecked")
  private List<String> violations(Map<String, Object> only) {
    if (!browser.is("window.axe")) {
      browser.run(engine);
    }
    return (List<String>) browser.runLater(RUN, only);
  }
}
