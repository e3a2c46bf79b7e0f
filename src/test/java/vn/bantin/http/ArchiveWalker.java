package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import vn.bantin.Served;
import vn.bantin.ServedNewsroom;

/** A reader that walks back from a feed through its archive, and keeps each article once. */
final class ArchiveWalker {

  private final Served newsroom;
  private final Map<String, String> titles = new LinkedHashMap<>();
  private final Map<String, String> updated = new LinkedHashMap<>();
  private final Set<String> gone = new LinkedHashSet<>();
  private int documents;

  ArchiveWalker(Served newsroom) {
    this.newsroom = newsroom;
  }

  /** Walks from the current feed to the end; runs something between two documents. */
  void walk(String feed, Runnable between) {
    walkFrom("/feeds/" + feed + ".atom", between);
  }

  /** Walks through the archive alone, from its first page on. */
  void walkArchive(String feed) {
    String address = "/feeds/" + feed + "/archive/1.atom";
    while (address != null) {
      address = link(read(address), "next-archive");
    }
  }

  private void walkFrom(String start, Runnable between) {
    String address = start;
    while (address != null) {
      address = link(read(address), "prev-archive");
      between.run();
    }
  }

  private Document read(String address) {
    RawAnswer answer = newsroom.get(address, "Accept-Encoding: identity");
    assertThat(answer.status()).as(address).isEqualTo(200);
    Document document = Jsoup.parse(answer.text(), Parser.xmlParser());
    take(document);
    documents++;
    return document;
  }

  /** The articles that it holds, their titles by id. */
  Map<String, String> titles() {
    Map<String, String> held = new LinkedHashMap<>(titles);
    held.keySet().removeAll(gone);
    return held;
  }

  /** How many documents it has read. */
  int documents() {
    return documents;
  }

  /** The path that a document's link leads to; null when it has none of that relation. */
  static String link(Document document, String relation) {
    Element link = document.selectFirst("feed > link[rel=" + relation + "]");
    return link == null ? null : link.attr("href").substring(ServedNewsroom.BASE.length());
  }

  private void take(Document document) {
    for (Element entry : document.select("feed > entry")) {
      String id = entry.selectFirst("id").text().replaceFirst(".*articles/", "");
      String when = entry.selectFirst("updated").text();
      if (!updated.containsKey(id) || updated.get(id).compareTo(when) <= 0) {
        titles.put(id, entry.selectFirst("title").text());
        updated.put(id, when);
      }
    }
    for (Element entry : document.getElementsByTag("at:deleted-entry")) {
      gone.add(entry.attr("ref").replaceFirst(".*articles/", ""));
    }
  }
}
