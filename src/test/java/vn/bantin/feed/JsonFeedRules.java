package vn.bantin.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules of JSON Feed 1.1. */
final class JsonFeedRules {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final List<String> FEED_TEXTS = List.of("title", "description", "user_comment");
  private static final List<String> FEED_ADDRESSES =
      List.of("home_page_url", "feed_url", "next_url", "icon", "favicon");
  private static final Set<String> OTHER_FEED_KEYS =
      Set.of("version", "authors", "author", "language", "expired", "hubs", "items");
  private static final List<String> PERSON_ADDRESSES = List.of("url", "avatar");
  private static final Set<String> PERSON_KEYS = Set.of("name");
  private static final Set<String> HUB_KEYS = Set.of("type");

  private JsonFeedRules() {}

  /** Checks a feed from its bytes. */
  static void check(byte[] document, Inspection inspection) {
    JsonNode feed;
    try {
      feed = STRICT.readTree(document);
    } catch (JacksonException e) {
      inspection.report("NotJson", e.getOriginalMessage());
      return;
    }
    if (!feed.isObject()) {
      inspection.report("NotJson", "a feed is an object");
      return;
    }
    JsonObjectRules rules = new JsonObjectRules("feed", feed, inspection);
    rules.known(FEED_TEXTS, FEED_ADDRESSES, OTHER_FEED_KEYS);
    rules.characters();
    if (!"https://jsonfeed.org/version/1.1".equals(rules.string("version"))) {
      rules.report("InvalidVersion", "version");
    }
    rules.required("title");
    FEED_TEXTS.forEach(rules::text);
    FEED_ADDRESSES.forEach(rules::address);
    rules.recommended("home_page_url");
    rules.recommended("feed_url");
    rules.language();
    if (feed.has("expired") && !feed.get("expired").isBoolean()) {
      rules.report("InvalidBoolean", "expired");
    }
    checkAddresses(rules, inspection);
    checkPeople(rules, inspection);
    for (JsonObjectRules hub : rules.objects("hubs")) {
      hub.known(List.of(), List.of("url"), HUB_KEYS);
      hub.required("type");
      hub.required("url");
      hub.address("url");
    }
    checkItems(rules, inspection);
  }

  /** Checks the authors of a feed or an item. */
  static void checkPeople(JsonObjectRules rules, Inspection inspection) {
    if (rules.has("author") && !rules.has("authors")) {
      rules.report("Deprecated", "author; it is authors since 1.1");
    }
    for (JsonObjectRules person : rules.objects("authors")) {
      person.known(List.of(), PERSON_ADDRESSES, PERSON_KEYS);
      person.text("name");
      PERSON_ADDRESSES.forEach(person::address);
      if (!person.has("name") && !person.has("url") && !person.has("avatar")) {
        person.report("MissingKey", "name, url or avatar");
      }
    }
  }

  private static void checkAddresses(JsonObjectRules rules, Inspection inspection) {
    String self = rules.string("feed_url");
    if (!self.isEmpty() && self.equals(rules.string("next_url"))) {
      rules.report("EndlessFeed", "next_url is feed_url");
    }
    if (inspection.location().filter(location -> !location.equals(self)).isPresent()) {
      rules.report("SelfDoesntMatchLocation", "feed_url");
    }
  }

  private static void checkItems(JsonObjectRules rules, Inspection inspection) {
    rules.required("items");
    Set<String> ids = new HashSet<>();
    for (JsonObjectRules item : rules.objects("items")) {
      JsonItemRules.check(item, inspection);
      if (item.has("id") && !ids.add(item.string("id"))) {
        item.report("DuplicateIds", item.string("id"));
      }
    }
  }
}
