package vn.bantin.page;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import vn.bantin.feed.Page;

/** Moments as people write them, by the newsroom's clock. */
final class Dates {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private Dates() {}

  /** Such as {@code 15:30, Thứ Năm 19/12/2019}. */
  static String text(OffsetDateTime time, ZoneId zone, Page page) {
    ZonedDateTime local = time.atZoneSameInstant(zone);
    String weekday = Texts.of(page).say("weekday." + local.getDayOfWeek().getValue());
    return TIME.format(local) + ", " + weekday + " " + DAY.format(local);
  }

  /** The same for programs (RFC 3339). */
  static String machine(OffsetDateTime time, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        time.atZoneSameInstant(zone).toOffsetDateTime());
  }
}
