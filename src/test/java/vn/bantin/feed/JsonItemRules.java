package vn.bantin.feed;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;

/** The rules for an item of a JSON Feed. */
final class JsonItemRules {

  private static final List<String> TEXTS = List.of("title", "content_text", "summary");
  private static final List<String> ADDRESSES =
      List.of("url", "external_url", "image", "banner_image");
  private static final List<String> DATES = List.of("date_published", "date_modified");
  private static final Set<String> OTHER_KEYS =
      Set.of(
          "id",
          "content_html",
          "date_published",
          "date_modified",
          "author",
          "authors",
          "tags",
          "language",
          "attachments");
  private static final List<String> ATTACHMENT_TEXTS = List.of("mime_type", "title");
  private static final Set<String> ATTACHMENT_NUMBERS =
      Set.of("size_in_bytes", "duration_in_seconds");

  private JsonItemRules() {}

  /** Checks one item. */
  static void check(JsonObjectRules item, Inspection inspection) {
    item.known(TEXTS, ADDRESSES, OTHER_KEYS);
    item.required("id");
    item.text("id");
    TEXTS.forEach(item::text);
    ADDRESSES.forEach(item::address);
    item.language();
    JsonFeedRules.checkPeople(item, inspection);
    checkContent(item, inspection);
    DATES.forEach(name -> checkDate(name, item, inspection));
    checkDateOrder(item);
    for (String tag : item.strings("tags")) {
      if (tag.isBlank()) {
        item.report("NotBlank", "tags");
      }
    }
    item.objects("attachments").forEach(JsonItemRules::checkAttachment);
  }

  private static void checkContent(JsonObjectRules item, Inspection inspection) {
    if (!item.has("content_html") && !item.has("content_text")) {
      item.report("MissingKey", "content_html or content_text");
    }
    item.text("content_html");
    String html = item.string("content_html");
    if (!html.isBlank()) {
      Element place = new Element("content_html");
      new Document(place);
      HtmlRules.check(html, place, inspection);
    }
  }

  private static void checkDate(String name, JsonObjectRules item, Inspection inspection) {
    if (!item.has(name)) {
      return;
    }
    String date = item.string(name);
    if (!DateRules.isTimestamp(date)) {
      item.report("InvalidRFC3339Date", name);
    } else if (!DateRules.isPlausible(OffsetDateTime.parse(date).toInstant(), inspection.now())) {
      item.report("ImplausibleDate", name);
    }
  }

  private static void checkDateOrder(JsonObjectRules item) {
    String published = item.string("date_published");
    String modified = item.string("date_modified");
    if (DateRules.isTimestamp(published)
        && DateRules.isTimestamp(modified)
        && OffsetDateTime.parse(modified).isBefore(OffsetDateTime.parse(published))) {
      item.report("UpdatedBeforePublished", "date_modified");
    }
  }

  private static void checkAttachment(JsonObjectRules attachment) {
    attachment.known(ATTACHMENT_TEXTS, List.of("url"), ATTACHMENT_NUMBERS);
    attachment.required("url");
    attachment.required("mime_type");
    attachment.address("url");
    ATTACHMENT_TEXTS.forEach(attachment::text);
    ATTACHMENT_NUMBERS.forEach(attachment::number);
    if (attachment.has("mime_type") && !TextRules.isMediaType(attachment.string("mime_type"))) {
      attachment.report("InvalidMIMEType", "mime_type");
    }
  }
}
