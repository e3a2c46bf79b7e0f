package vn.bantin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.Fingerprint;
import vn.bantin.feed.Icon;

final class IconKeyTest {

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    NewsroomFiles.make(folder);
  }

  @ParameterizedTest
  @ValueSource(ints = {Icon.MIN_SIDE, 192, Icon.MAX_SIDE})
  void aSquarePictureIsTheIcon(int side) throws IOException {
    byte[] png = png(side, side);
    Files.write(folder.resolve("icon.png"), png);
    name("icon.png");
    assertThat(Objects.requireNonNull(catalog().icon()).png()).isEqualTo(png);
  }

  @Test
  void noFeedLooksOtherForIt() throws IOException {
    var before = Fingerprint.looks(catalog(), "https://tin.example");
    Files.write(folder.resolve("icon.png"), png(64, 64));
    name("icon.png");
    assertThat(Fingerprint.looks(catalog(), "https://tin.example")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "47, 47, '47 by 47 pixels'",
    "1025, 1025, '1025 by 1025 pixels'",
    "64, 65, '64 by 65 pixels'"
  })
  void otherSizesAreMistakes(int width, int height, String said) throws IOException {
    Files.write(folder.resolve("icon.png"), png(width, height));
    name("icon.png");
    assertThat(mistake()).contains(said).contains("square PNG of 48 to 1024 pixels");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 23})
  void aPictureThatBreaksOffIsAMistake(int length) throws IOException {
    Files.write(folder.resolve("icon.png"), Arrays.copyOf(png(64, 64), length));
    name("icon.png");
    assertThat(mistake()).contains("it is no PNG");
  }

  @Test
  void aLargeFileIsAMistake() throws IOException {
    Files.write(folder.resolve("icon.png"), Arrays.copyOf(png(64, 64), Icon.MAX_BYTES + 1));
    name("icon.png");
    assertThat(mistake()).contains("larger than 256 KB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"none.png", "../icon.png", "/etc/hostname", "/", ".", "dan-van", "a/b.png"})
  void whatIsNoFileBesideItIsAMistake(String name) throws IOException {
    name(name);
    assertThat(mistake()).contains("there is no such file beside site.yaml");
  }

  private String mistake() {
    Reading reading = NewsroomReader.read(folder);
    assertThat(reading.mistakes()).hasSize(1);
    assertThat(reading.mistakes().getFirst().line()).isPositive();
    return reading.mistakes().getFirst().toString();
  }

  private FeedCatalog catalog() {
    Reading reading = NewsroomReader.read(folder);
    assertThat(reading.mistakes()).isEmpty();
    return Objects.requireNonNull(reading.catalog());
  }

  private void name(String name) throws IOException {
    Files.writeString(folder.resolve("site.yaml"), NewsroomFiles.SITE + "icon: \"" + name + "\"\n");
  }

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
