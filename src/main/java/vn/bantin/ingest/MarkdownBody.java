package vn.bantin.ingest;

import java.util.Optional;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import vn.bantin.article.FoldedText;

/** The body of an article in CommonMark, raw HTML allowed: {@link HtmlCleaner} sees it next. */
final class MarkdownBody {

  private static final int MAX_NESTING = 100;
  private static final Parser PARSER =
      Parser.builder().maxOpenBlockParsers(MAX_NESTING).maxInlineNesting(MAX_NESTING).build();
  private static final HtmlRenderer HTML = HtmlRenderer.builder().build();
  private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

  private final Node document;

  MarkdownBody(String markdown) {
    this.document = PARSER.parse(markdown);
  }

  /** Takes the first heading of the first level out of the text. */
  Optional<String> takeTitle() {
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() == 1) {
        heading.unlink();
        return Optional.of(TEXT.render(heading));
      }
    }
    return Optional.empty();
  }

  /** Takes a heading that begins the text out when it only repeats the title. */
  void dropRepeated(String title) {
    if (document.getFirstChild() instanceof Heading heading
        && FoldedText.of(TEXT.render(heading)).equals(FoldedText.of(title))) {
      heading.unlink();
    }
  }

  String html() {
    return HTML.render(document);
  }
}
