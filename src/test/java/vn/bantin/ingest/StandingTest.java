package vn.bantin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.bantin.article.Article;
import vn.bantin.article.Schedule;

/** What an article says of its own life, read at 07:00 on 23 November 2026 in Vietnam. */
final class StandingTest {

  private static final String DAY = "2026-11-23T";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "published: 2026-11-23T06:00:00+07:00                                   | live      |"
            + " 06:00",
        "published: 2026-11-23T07:00:00+07:00                                   | live      |"
            + " 07:00",
        "published: 2026-11-23T07:00:01                                         | scheduled |"
            + " 07:00:01",
        "published: 2026-11-23T08:00:00Z                                        | scheduled |"
            + " 08:00Z",
        "publish_at: 2026-11-23T08:00:00                                        | scheduled |"
            + " 08:00",
        "publish_at: 2026-11-23T06:59:59                                        | live      |"
            + " 06:59:59",
        "published: 2026-11-23T05:00:00\\npublish_at: 2026-11-23T08:00:00       | scheduled |"
            + " 08:00",
        "publish_at: 2026-11-23T06:00:00\\nembargo_until: 2026-11-23T09:00:00   | embargoed |"
            + " 09:00",
        "publish_at: 2026-11-23T08:00:00\\nembargo_until: 2026-11-23T09:00:00   | scheduled |"
            + " 09:00",
        "embargo_until: 2026-11-23T09:00:00                                     | embargoed |"
            + " 09:00",
        "embargo_until: 2026-11-23T06:00:00                                     | live      |"
            + " 06:00",
        "published: 2026-11-23T05:00:00\\nexpires_at: 2026-11-23T06:00:00       | expired   |"
            + " 05:00",
        "published: 2026-11-23T05:00:00\\nexpires_at: 2026-11-23T08:00:00       | live      |"
            + " 05:00",
        "published: 2026-11-23T05:00:00\\nstate: draft                          | draft     |"
            + " 05:00",
        "published: 2026-11-23T05:00:00\\nstate: LIVE                           | live      |"
            + " 05:00",
        "published: 2026-11-23T09:00:00\\nstate: scheduled                      | scheduled |"
            + " 09:00",
        "published: 2026-11-23T05:00:00\\nupdated: 2026-11-23T06:00:00\\nstate: corrected\\nnote:"
            + " sai tên | corrected | 05:00",
        "published: 2024-02-29T05:00:00                                         | live      | 05:00"
      })
  void followsFromItsTimes(String lines, String state, String published) {
    Article article = Readers.article(markdown(lines));
    assertThat(article.state().wireName()).isEqualTo(state);
    assertThat(article.published().toString()).contains("T" + published);
    assertThat(article.updated()).isAfterOrEqualTo(article.published());
  }

  @Test
  void aTimeWithoutAZoneIsTheNewsrooms() {
    Article article =
        Readers.article(
            markdown("publish_at: 2026-11-23T08:00:00\\nexpires_at: 2026-11-24T08:00:00"));
    assertThat(article.schedule())
        .isEqualTo(
            new Schedule(
                OffsetDateTime.parse(DAY + "08:00:00+07:00"),
                null,
                OffsetDateTime.parse("2026-11-24T08:00:00+07:00")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state: published                                              | bad-state    | line 4: no"
            + " state: “published”",
        "state: scheduled                                              | bad-state    | scheduled"
            + " for no time",
        "state: embargoed                                              | bad-state    | an embargo"
            + " without end",
        "state: live\\npublish_at: 2026-11-23T08:00:00                 | bad-state    | public now,"
            + " and only at 2026-11-23T08:00+07:00",
        "state: corrected                                              | bad-state    | a"
            + " correction without note or updated",
        "state: corrected\\nnote: sai                                  | bad-state    | a"
            + " correction without note or updated",
        "state: withdrawn                                              | bad-state    | a"
            + " withdrawal is no text",
        "state: expired                                                | bad-state    | expired at"
            + " no time that has passed",
        "state: expired\\nexpires_at: 2026-11-23T08:00:00              | bad-state    | expired at"
            + " no time that has passed",
        "note: sai                                                     | bad-state    | a note"
            + " without a state",
        "expires_at: 2026-11-23T05:00:00                               | bad-schedule | it expires"
            + " at 2026-11-23T05:00+07:00 and is published at 2026-11-23T05:00+07:00",
        "publish_at: 2026-11-23T09:00:00\\nexpires_at: 2026-11-23T08:00:00    | bad-schedule | line"
            + " 5: expires_at is not after publish_at",
        "publish_at: 2026-11-23T09:00:00\\nembargo_until: 2026-11-23T08:00:00 | bad-schedule | line"
            + " 5: embargo_until is not after publish_at",
        "publish_at: 0000-01-01                                        | bad-date     | line 4:"
            + " publish_at: no date from 1900 to 9998",
        "expires_at: 9999-01-01                                        | bad-date     | line 4:"
            + " expires_at: no date from 1900 to 9998",
        "publish_at: 2026-02-29T08:00:00                               | bad-date     | line 4:"
            + " publish_at: no date from 1900 to 9998"
      })
  void isRefusedWhenItMakesNoSense(String lines, String code, String message) {
    Rejection rejection =
        Readers.rejection(markdown("published: 2026-11-23T05:00:00+07:00\\n" + lines));
    assertThat(rejection.code()).isEqualTo(code);
    assertThat(rejection.message()).startsWith(message);
    assertThat(rejection.hint()).isNotBlank();
  }

  private static String markdown(String lines) {
    return "---\ntitle: Tin\n" + lines.replace("\\n", "\n") + "\nid: a\n---\nChữ.\n";
  }
}
