package vn.bantin.feed;

import java.net.URI;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newsroom behind the feeds, from {@code site.yaml}.
 *
 * @param title its name
 * @param description what it is, in a sentence
 * @param home where its readers find it; relative addresses in articles start here
 * @param language BCP 47 tag that articles and feeds have unless they say otherwise
 * @param zone where its clocks hang: a time without a zone is meant here
 * @param authority who mints its entries' names: {@code DOMAIN,YEAR} of RFC 4151, kept for ever
 * @param contact electronic mail address of the editors; null to publish none
 * @param copyright who owns the texts; null to say nothing
 * @param image a picture for feeds that have none; null for none
 * @param categories what people call each category, by slug
 */
public record Site(
    String title,
    String description,
    URI home,
    String language,
    ZoneId zone,
    String authority,
    @Nullable String contact,
    @Nullable String copyright,
    @Nullable Image image,
    Map<String, String> categories) {

  /** Copies the map in its order. */
  public Site {
    categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
  }

  /** What people call a category; its slug when nothing is known. */
  public String label(String category) {
    return categories.getOrDefault(category, category);
  }
}
