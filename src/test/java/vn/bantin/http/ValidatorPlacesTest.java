package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.bantin.feed.Format;
import vn.bantin.field.HttpDate;
import vn.bantin.snapshot.Coding;
import vn.bantin.snapshot.Codings;
import vn.bantin.snapshot.Effort;
import vn.bantin.snapshot.Representation;
import vn.bantin.snapshot.Snapshot;
import vn.bantin.snapshot.Validators;

final class ValidatorPlacesTest {

  private static final byte[] DATE = Ascii.bytes(HttpDate.format(Instant.EPOCH));
  private static final byte[] NOW = Ascii.bytes(HttpDate.format(Instant.ofEpochSecond(60)));

  @Test
  void areTheSameForFeedsWithValidatorsOfOneSize() {
    ValidatorPlaces places = ValidatorPlaces.of(snapshot("z-1", "abcd"));
    assertThat(ValidatorPlaces.of(snapshot("y-2", "efgh"))).isSameAs(places);
    assertThat(ValidatorPlaces.of(snapshot("10-2", "efgh"))).isNotEqualTo(places);
    assertThat(ValidatorPlaces.of(snapshot("z-1", null))).isNotEqualTo(places);
  }

  @Test
  void refuseTagsWithoutRoom() {
    int most = (ValidatorPlaces.ROOM - 53) / 3; // what is beside the versions, in each tag one
    assertThat(ValidatorPlaces.of(snapshot("z".repeat(most), "abcd"))).isNotNull();
    Snapshot tooLong = snapshot("z".repeat(most + 1), "abcd");
    assertThatIllegalArgumentException().isThrownBy(() -> ValidatorPlaces.of(tooLong));
  }

  @Test
  void leaveNothingOfAnEarlierVersion() {
    Snapshot before = snapshot("much-longer-than-the-next", "abcd");
    Snapshot after = snapshot("z-1", null);
    byte[] own = own(ValidatorPlaces.of(before), "feeds/one.atom", before);
    ValidatorPlaces places = ValidatorPlaces.of(after);
    places.put(places.tags(after), own);
    for (Coding coding : after.codings().byPreference()) {
      String tag = after.codings().in(coding).entityTag();
      assertThat(head(places, coding, own)).contains("ETag: " + tag + "\r\n");
      assertThat(isTag(places, own, coding, tag)).isTrue();
      assertThat(isTag(places, own, coding, before.codings().in(coding).entityTag())).isFalse();
    }
    assertThat(places.isDate(own, DATE, span(DATE.length))).isTrue();
  }

  @Test
  void giveEachFeedItsOwnTagInEachCoding() {
    Snapshot one = snapshot("z-1", "abcd");
    Snapshot other = snapshot("y-2", "efgh");
    ValidatorPlaces places = ValidatorPlaces.of(one);
    byte[] ofOne = own(places, "feeds/one.atom", one);
    byte[] ofOther = own(places, "feeds/another.atom", other);
    for (Coding coding : Coding.values()) {
      String tag = one.codings().in(coding).entityTag();
      assertThat(isTag(places, ofOne, coding, tag)).isTrue();
      assertThat(isTag(places, ofOther, coding, tag)).isFalse();
      assertThat(head(places, coding, ofOne))
          .contains("ETag: " + tag + "\r\n")
          .contains("Last-Modified: " + HttpDate.format(Instant.EPOCH) + "\r\n");
      assertThat(head(places, coding, ofOther))
          .contains("ETag: " + other.codings().in(coding).entityTag() + "\r\n");
    }
    assertThat(isTag(places, ofOne, Coding.GZIP, one.codings().identity().entityTag())).isFalse();
    assertThat(places.isDate(ofOne, DATE, span(DATE.length))).isTrue();
    assertThat(places.isDate(ofOne, NOW, span(NOW.length))).isFalse();
  }

  private static byte[] own(ValidatorPlaces places, String address, Snapshot snapshot) {
    byte[] own = Arrays.copyOf(Ascii.bytes(address), address.length() + ValidatorPlaces.ROOM);
    places.put(places.tags(snapshot), own);
    places.date(own, DATE);
    assertThat(new String(own, StandardCharsets.ISO_8859_1)).startsWith(address);
    return own;
  }

  private static boolean isTag(ValidatorPlaces places, byte[] own, Coding coding, String tag) {
    return places.isTag(own, coding, Ascii.bytes(tag), span(tag.length()));
  }

  private static String head(ValidatorPlaces places, Coding coding, byte[] own) {
    ByteBuffer out = ByteBuffer.allocate(2_048);
    places.write(places.notModified(coding), coding, out, NOW, own, false);
    return new String(out.array(), 0, out.position(), StandardCharsets.ISO_8859_1);
  }

  private static PlainRequest.Span span(int length) {
    PlainRequest.Span span = new PlainRequest.Span();
    span.to = length;
    return span;
  }

  private static Snapshot snapshot(String tag, @Nullable String brotli) {
    Codings codings =
        new Codings(
            bytes(tag, Coding.IDENTITY, ""),
            bytes(tag, Coding.GZIP, "1a2b"),
            brotli == null ? null : bytes(tag, Coding.BROTLI, brotli),
            Effort.BEST,
            brotli == null
                ? List.of(Coding.GZIP, Coding.IDENTITY)
                : List.of(Coding.BROTLI, Coding.GZIP, Coding.IDENTITY));
    String date = HttpDate.format(Instant.EPOCH);
    return new Snapshot("tin", Format.ATOM, 1, 1, tag, Instant.EPOCH, date, "max-age=60", codings);
  }

  private static Representation bytes(String tag, Coding coding, String hash) {
    Validators validators = new Validators(tag, coding, hash, Instant.EPOCH);
    return new Representation(ByteBuffer.allocateDirect(1), validators, validators.entityTag());
  }
}
