package vn.bantin.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a newsroom's day should come to, told in the simplest way. */
final class DayModel {

  /** What is known of one article. */
  static final class Story {
    String title;
    @Nullable Instant opens;
    @Nullable Instant ends;
    boolean draft;
    boolean open;
    boolean over;
    boolean wasOpen;

    Story(String title) {
      this.title = title;
    }

    private void live(Instant now) {
      boolean due = opens == null || !opens.isAfter(now);
      if (!draft && !over && !open && due) {
        open = true;
      }
      if (!draft && (open || due) && ends != null && !ends.isAfter(now)) {
        open = false;
        over = true;
      }
      wasOpen |= open;
    }
  }

  private final Map<String, Story> stories = new LinkedHashMap<>();

  Map<String, Story> stories() {
    return stories;
  }

  /** Lets all that is due by the given moment happen. */
  void live(Instant now) {
    stories.values().forEach(story -> story.live(now));
  }

  /** The titles of what is public, by id. */
  Map<String, String> open() {
    Map<String, String> titles = new LinkedHashMap<>();
    stories.forEach((id, story) -> {
      if (story.open) {
        titles.put(id, story.title);
      }
    });
    return titles;
  }

  /** The ids of those that can still be changed. */
  Set<String> alive() {
    Set<String> ids = new TreeSet<>(stories.keySet());
    ids.removeIf(id -> stories.get(id).over);
    return ids;
  }

  /** The status that an article's page should have. */
  int status(String id) {
    Story story = stories.get(id);
    if (story.open) {
      return 302;
    }
    return story.over && story.wasOpen ? 410 : 404;
  }
}
