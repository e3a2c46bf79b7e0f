package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlCleanerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <p class="a" style="b" id="c" onclick="d()">x</p>       | <p>x</p>
          <p>a<script>alert(1)</script>b</p>                      | <p>ab</p>
          <style>p{}</style><p>x</p><iframe src="/a">y</iframe>   | <p>x</p>
          <object><p>a</p></object><embed src="/a"><p>x</p>       | <p>x</p>
          <form action="/a"><p>x</p><button>y</button></form>     | <p>x</p>
          <svg><script>y</script></svg><p>x</p>                   | <p>x</p>
          <a href="javascript:alert(1)">x</a>                     | x
          <a href="data:text/html,y">x</a>                        | x
          <a href="#chu-thich">x</a>                              | x
          <a href="/bai">x</a>                                    | <a href="https://songmay.example/bai">x</a>
          <a href="bai?a=1&b=2">x</a>                             | <a href="https://songmay.example/tin/bai?a=1&amp;b=2">x</a>
          <img src="a.jpg" alt="x" width="10" height="50%">       | <img src="https://songmay.example/tin/a.jpg" alt="x" width="10">
          <p>x<img alt="y"><img src="data:image/png,y"></p>       | <p>x</p>
          <p></p><p>&nbsp;</p><p><br></p><p><b> </b></p><p>x</p>  | <p>x</p>
          <p><a href="/bai"></a>x</p>                             | <p>x</p>
          <ul><li></li></ul><div><div></div></div><p>x</p>        | <p>x</p>
          <h1>x</h1><h5>y</h5>                                    | <h2>x</h2><h4>y</h4>
          <article><p>x</p></article>                             | <div><p>x</p></div>
          <p><span>x</span> <font color="red">y</font></p>        | <p>x y</p>
          <p>x<!-- y --></p>                                      | <p>x</p>
          <p>x                                                    | <p>x</p>
          <p>a & b &lt; c &nbsp;d</p>                             | <p>a &amp; b &lt; c  d</p>
          <p>&#0;x&#1;&#xFFFE;&#xD800;</p>                        | <p>x</p>
          <p>e&#x301;</p><p>&#x338;x</p>                          | <p>é</p><p>x</p>
          <p><button><p>x</p></button>y</p>                       | <p>y</p>
          <video src="a.mp4" controls autoplay poster="p.jpg"></video> | <video src="https://songmay.example/tin/a.mp4" poster="https://songmay.example/tin/p.jpg"></video>
          <video><source src="/a.mp4" type="video/mp4"></video>   | <video><source src="https://songmay.example/a.mp4" type="video/mp4"></video>
          <video><source><p>x</p></video>                         | <p>x</p>
          <figure><img src="/a.jpg"><figcaption>x</figcaption></figure> | <figure><img src="https://songmay.example/a.jpg"><figcaption>x</figcaption></figure>
          """)
  void makesHtmlSafeAndComplete(String html, String clean) {
    assertThat(clean(html)).isEqualTo(clean);
  }

  @Test
  void keepsPreformattedTextAsItIs() {
    String html = "<pre><code>a\n  b\n\n   c</code></pre>";

    assertThat(clean(html)).isEqualTo(html);
  }

  @Test
  void keepsVietnameseAsItIs() {
    assertThat(clean("<p>Đường “hoa” – ấm lòng…</p>")).isEqualTo("<p>Đường “hoa” – ấm lòng…</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table><p>a</p><tr><td>b</table>c",
        "<p>a<table><tr><td>b</table></p>",
        "<p><center><p>a</p></center></p>",
        "<b><p>a</b>b</p>",
        "<a href=/x>a<a href=/y>b</a></a>",
        "<ul><ul><li>a<li>b</ul>",
        "<h2>a<h3>b</h2>c</h3>",
        "<p><object><p>a</p></object>b</p>",
        "<select><p>a</p></select>",
        "<marquee><p>a<p>b</marquee>",
        "<pre>\n\n\na</pre>",
        "<td>a</td><tr>b</tr>",
        "<math><mi><p>a</p></mi></math>"
      })
  void leavesHtmlThatAStrictParserTakes(String html) {
    String clean = clean(html);
    Parser strict = Parser.htmlParser().setTrackErrors(10);

    strict.parseInput("<!DOCTYPE html><html><head></head><body>" + clean + "</body></html>", "");

    assertThat(strict.getErrors()).as(clean).isEmpty();
    assertThat(clean(clean)).isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<p></p>x",
        "<b>",
        "<a href=/x>",
        "<i><b>",
        "<table><tr><td>",
        "<script></script>x",
        "<p><img>",
        "</p>",
        "<",
        "<!--",
        "&",
        "<ul><li>",
        "<font><p>",
        "<blockquote>",
        "<svg>"
      })
  @Timeout(20)
  void survivesRepetition(String html) {
    assertThat(clean(html.repeat(100_000) + "cuối")).isNotNull();
  }

  @Test
  void namesTheFirstParagraph() {
    HtmlCleaner cleaner = new HtmlCleaner(URI.create("https://songmay.example/"));

    assertThat(
            cleaner
                .clean("<h2>a</h2><p><img src=/x></p><p>b <b>c</b></p><p>d</p>")
                .firstParagraph())
        .isEqualTo("b c");
    assertThat(cleaner.clean("<div>a<br>b</div>").firstParagraph()).isEqualTo("a b");
    assertThat(cleaner.clean("<img src=/x>").firstParagraph()).isEmpty();
  }

  private static String clean(String html) {
    return new HtmlCleaner(URI.create("https://songmay.example/tin/bai")).clean(html).html();
  }
}
