package vn.bantin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.bantin.config.Settings.BadSettingsException;

final class SettingsTest {

  @Test
  void everyOptionHasAValueThatGoesWithoutSaying() {
    Settings settings = Settings.of(Map.of(), Map.of());
    assertThat(settings.listen().getHostString()).isEqualTo("127.0.0.1");
    assertThat(settings.listen().getPort()).isEqualTo(8080);
    assertThat(settings.adminListen().getPort()).isEqualTo(8081);
    assertThat(settings.feeds()).isEqualTo(Path.of("feeds"));
    assertThat(settings.database()).isEqualTo("jdbc:sqlite:data/bantin.db");
    assertThat(settings.baseUrl(8080)).isEqualTo("http://127.0.0.1:8080");
    assertThat(settings.purge()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Option.class)
  void aFallbackIsAValidValue(Option option) {
    assertThat(option.mistake(option.fallback())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Option.class)
  void aFlagWinsOverTheEnvironmentAndABadOneIsNamed(Option option) {
    Map<Option, String> flags = new EnumMap<>(Option.class);
    flags.put(option, "");
    assertThatThrownBy(() -> Settings.of(flags, Map.of(option.variable(), option.fallback())))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageStartingWith(option.flag() + " ");
    assertThatThrownBy(() -> Settings.of(Map.of(), Map.of(option.variable(), "")))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageStartingWith(option.variable() + " ");
  }

  @Test
  void flagsAndVariablesAreNamedAfterEachOther() {
    assertThat(List.of(Option.values()).stream().map(o -> o.flag() + " " + o.variable()))
        .containsExactly(
            "--listen BANTIN_LISTEN",
            "--feeds BANTIN_FEEDS",
            "--data BANTIN_DATA",
            "--database BANTIN_DATABASE",
            "--base-url BANTIN_BASE_URL",
            "--admin-listen BANTIN_ADMIN_LISTEN",
            "--fast-lane BANTIN_FAST_LANE",
            "--purge BANTIN_PURGE");
  }

  @Test
  void valuesComeFromTheEnvironment() {
    Settings settings =
        Settings.of(
            Map.of(),
            Map.of(
                "BANTIN_LISTEN", "0.0.0.0:9000",
                "BANTIN_DATA", "/var/lib/bantin",
                "BANTIN_FEEDS", "/etc/bantin"));
    assertThat(settings.listen().getPort()).isEqualTo(9000);
    assertThat(settings.database()).isEqualTo("jdbc:sqlite:/var/lib/bantin/bantin.db");
    assertThat(settings.feeds()).isEqualTo(Path.of("/etc/bantin"));
    assertThat(settings.baseUrl(9000)).isEqualTo("http://localhost:9000");
  }

  @Test
  void theBaseUrlLosesItsLastSlash() {
    Settings settings = Settings.of(Map.of(Option.BASE_URL, "https://tin.example/a/"), Map.of());
    assertThat(settings.baseUrl(1)).isEqualTo("https://tin.example/a");
  }

  @Test
  void severalCachesStandWithCommasBetween() {
    Settings settings =
        Settings.of(
            Map.of(Option.PURGE, "http://127.0.0.1:6081,https://cache.example/x"), Map.of());
    assertThat(settings.purge())
        .containsExactly(
            URI.create("http://127.0.0.1:6081"), URI.create("https://cache.example/x"));
  }

  @ParameterizedTest
  @CsvSource({
    "PURGE,127.0.0.1:6081",
    "PURGE,'http://a,'",
    "PURGE,'http://a, http://b'",
    "LISTEN,8080",
    "LISTEN,:8080",
    "LISTEN,localhost:http",
    "LISTEN,localhost:65536",
    "ADMIN_LISTEN,localhost",
    "FAST_LANE,yes",
    "DATABASE,jdbc:mysql://x",
    "DATABASE,jdbc:sqlite:",
    "DATABASE,jdbc:sqlite::memory:",
    "DATABASE,jdbc:sqlite:file:x.db",
    "BASE_URL,tin.example",
    "BASE_URL,ftp://tin.example",
    "BASE_URL,https://tin.example/?a=b",
    "BASE_URL,http://a b",
    "FEEDS,' '",
  })
  void refusesWhatCannotBe(Option option, String value) {
    Map<Option, String> flags = new EnumMap<>(Option.class);
    flags.put(option, value);
    assertThatThrownBy(() -> Settings.of(flags, Map.of()))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining(value);
  }

  @Test
  void namesEveryBadValueAtOnce() {
    assertThatThrownBy(
            () -> Settings.of(Map.of(Option.LISTEN, "x", Option.DATABASE, "y"), Map.of()))
        .hasMessageContaining("--listen")
        .hasMessageContaining("--database");
  }
}
