package vn.bantin.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/** Pages for people; made of elements, so that no text can turn into markup. */
final class Html {

  private Html() {}

  /** Whether the client is a browser that a person looks into. */
  static boolean isAsked(HttpServerExchange exchange) {
    HeaderValues accept = exchange.getRequestHeaders().get(Headers.ACCEPT);
    return accept != null && accept.stream().anyMatch(line -> line.contains("text/html"));
  }

  /** An empty page. */
  static Document page(String title) {
    Document page = new Document("");
    page.outputSettings().charset(StandardCharsets.UTF_8).prettyPrint(false);
    page.appendChild(new DocumentType("html", "", ""));
    Element html = page.appendElement("html").attr("lang", "vi");
    Element head = html.appendElement("head");
    head.appendElement("meta").attr("charset", "utf-8");
    head.appendElement("meta")
        .attr("name", "viewport")
        .attr("content", "width=device-width, initial-scale=1");
    head.appendElement("title").text(title);
    html.appendElement("body")
        .attr("style", "max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 sans-serif");
    return page;
  }

  /** Ends the exchange with the page. */
  static void send(HttpServerExchange exchange, Document page) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html; charset=utf-8");
    exchange
        .getResponseHeaders()
        .put(
            Headers.CONTENT_SECURITY_POLICY,
            "default-src 'none'; img-src https: http:; media-src https: http:; "
                + "style-src 'unsafe-inline'");
    Bodies.send(exchange, ByteBuffer.wrap(page.outerHtml().getBytes(StandardCharsets.UTF_8)));
  }
}
