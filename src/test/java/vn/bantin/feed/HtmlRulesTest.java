package vn.bantin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Chỉ có chữ",
        "<p>Đường làng dài 3&nbsp;km &amp; rộng 4&#160;m</p>",
        "<p>A & B</p>",
        "<p>Một<br>hai<br/>ba</p><hr>",
        "<h2>Chợ</h2><ul><li>Cà phê<li>Lúa</ul>",
        "<blockquote><p>“Được mùa”</p></blockquote><pre>a\n  b</pre>",
        "<table><thead><tr><th"
            + " scope=\"col\">Giá</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>",
        "<figure><img src=\"https://a.bc/1.jpg\" alt=\"Chợ\" width=\"2\" height=\"1\""
            + " srcset=\"https://a.bc/2.jpg 2x\"></figure>",
        "<video src=\"https://a.bc/1.mp4\" poster=\"https://a.bc/1.jpg\"></video>",
        "<p style=\"text-align: center; color: #036\" data-id=\"3\" class=\"x\">a</p>",
        "<a href=\"https://a.bc/?a=1&amp;b=2#c\" rel=\"nofollow\" title=\"Xem\">a</a>",
        "<a href=\"mailto:an@songmay.example\">a</a>",
        "<a href=\"https://a.bc/giá\">a</a>"
      })
  void goodHtmlHasNoFindings(String html) {
    assertThat(findings(html, place())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NotHtml            | <p>AT&T</p>",
        "NotHtml            | <p>&khong;</p>",
        "NotHtml            | <p>&nbsp</p>",
        "NotHtml            | <a href=\"https://a.bc/?a=1&b=2\">a</a>",
        "NotHtml            | <b>đậm",
        "NotHtml            | <p><b>đậm</p></b>",
        "NotHtml            | <p/>",
        "NotHtml            | </p></div>",
        "NotHtml            | <chuong>1</chuong>",
        "NotHtml            | <svg></svg>",
        "SecurityRisk       | <script>x</script>",
        "SecurityRisk       | <style>p{}</style>",
        "SecurityRisk       | <iframe src=\"https://a.bc/\"></iframe>",
        "SecurityRisk       | <object></object>",
        "SecurityRisk       | <embed>",
        "SecurityRisk       | <form></form>",
        "SecurityRisk       | <meta charset=\"utf-8\">",
        "SecurityRiskAttr   | <p onclick=\"x()\">a</p>",
        "SecurityRiskAttr   | <video src=\"https://a.bc/1.mp4\" controls></video>",
        "SecurityRiskAttr   | <p role=\"note\" aria-label=\"x\">a</p>",
        "DangerousStyleAttr | <p style=\"background: url(javascript:x)\">a</p>",
        "DangerousStyleAttr | <p style=\"position: fixed\">a</p>",
        "ContainsRelRef     | <a href=\"/tin/1\">a</a>",
        "ContainsRelRef     | <a href=\"#ghi-chu\">a</a>",
        "ContainsRelRef     | <img src=\"1.jpg\" alt=\"\">",
        "ContainsRelRef     | <img src=\"//a.bc/1.jpg\" alt=\"\">",
        "SchemeNotIANARegistered | <a href=\"javascript:x()\">a</a>",
        "InvalidUriChar     | <a href=\"https://a.bc/một hai\">a</a>"
      })
  void badHtmlIsCaught(String code, String html) {
    assertThat(findings(html, place())).anyMatch(finding -> finding.startsWith(code + " "));
  }

  @Test
  void relativeAddressesAreFineBelowABase() {
    Element place = place();
    place.setAttribute("base", "https://a.bc/", Namespace.XML_NAMESPACE);

    assertThat(findings("<a href=\"tin/1\">a</a>", place)).isEmpty();
  }

  private static Element place() {
    Element place = new Element("description");
    new Document(place);
    return place;
  }

  private static List<String> findings(String html, Element place) {
    Inspection inspection = new Inspection("", Optional.empty(), Instant.EPOCH);
    HtmlRules.check(html, place, inspection);
    return inspection.findings();
  }
}
