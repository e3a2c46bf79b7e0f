package vn.bantin.http;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.Poller;
import vn.bantin.Served;
import vn.bantin.feed.Format;

/**
 * A reader that polls a feed in one format and keeps its articles by their ids: for good unless it
 * is told that they are gone, but as long as they are in the feed in RSS, which cannot tell.
 */
final class DayReader {

  private static final List<Format> FORMATS = List.of(Format.values());

  private final Format format;
  private final Poller poller;
  private final Map<String, String> held = new TreeMap<>();

  private DayReader(Format format, Poller poller) {
    this.format = format;
    this.poller = poller;
  }

  /** One of a habit, with a format of chance. */
  static DayReader of(Poller.Habit habit, String feed, Random random) {
    Format format = FORMATS.get(random.nextInt(FORMATS.size()));
    return new DayReader(format, new Poller(habit, feed + "." + format.extension()));
  }

  /** Asks once, and takes in what it gets. */
  void poll(Served newsroom) {
    try (RawHttp http = RawHttp.connect(newsroom.port())) {
      if (poller.poll(http) == 200) {
        take(format, String.valueOf(poller.text()), held);
      }
    }
  }

  /** Lets dates go back this once. */
  void forgive() {
    poller.forgive();
  }

  /** The titles of the articles that it holds, by id. */
  Map<String, String> held() {
    return held;
  }

  @Override
  public String toString() {
    return poller.habit() + " in " + format;
  }

  /** Takes in what a document has, and takes out what it says is gone. */
  static void take(Format format, String text, Map<String, String> held) {
    switch (format) {
      case ATOM -> takeAtom(Jsoup.parse(text, Parser.xmlParser()), held);
      case RSS -> takeRss(Jsoup.parse(text, Parser.xmlParser()), held);
      case JSON -> takeJson(JsonMapper.shared().readTree(text), held);
    }
  }

  private static void takeAtom(Document feed, Map<String, String> held) {
    for (Element gone : feed.getElementsByTag("at:deleted-entry")) {
      held.remove(id(gone.attr("ref")));
    }
    for (Element entry : feed.select("feed > entry")) {
      held.put(id(entry.selectFirst("id").text()), entry.selectFirst("title").text());
    }
  }

  private static void takeRss(Document feed, Map<String, String> held) {
    held.clear();
    for (Element item : feed.select("channel > item")) {
      held.put(id(item.selectFirst("guid").text()), item.selectFirst("title").text());
    }
  }

  private static void takeJson(JsonNode feed, Map<String, String> held) {
    for (JsonNode gone : feed.at("/_bantin/gone")) {
      held.remove(id(gone.path("id").asString()));
    }
    for (JsonNode item : feed.path("items")) {
      held.put(id(item.path("id").asString()), item.path("title").asString());
    }
  }

  private static String id(String identifier) {
    return identifier.replaceFirst(".*articles/", "");
  }
}
