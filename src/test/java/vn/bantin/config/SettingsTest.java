package vn.bantin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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
    assertThat(settings.tlsListen()).isEmpty();
    assertThat(settings.http2() || settings.h2c() || settings.proxyProtocol()).isFalse();
    assertThat(settings.trustedProxies()).isEmpty();
    assertThat(settings.maxConnections()).isEqualTo(15_000);
    assertThat(settings.liveStreams()).isEqualTo(5_000);
    assertThat(settings.clientBudget()).contains(new Rate(600, Duration.ofMinutes(1)));
    assertThat(settings.drainDelay()).isZero();
    assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource({"10/s, 10, PT1S", "600/m, 600, PT1M", "9999999/h, 9999999, PT1H"})
  void aRateIsANumberAndATime(String value, int count, Duration period) {
    Settings settings = Settings.of(Map.of(Option.CLIENT_BUDGET, value), Map.of());
    assertThat(settings.clientBudget()).contains(new Rate(count, period));
  }

  @Test
  void aRateMayBeOff() {
    assertThat(Settings.of(Map.of(Option.CLIENT_BUDGET, "off"), Map.of()).clientBudget()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0s, PT0S", "15s, PT15S", "2m, PT2M", "1h, PT1H"})
  void aTimeIsANumberAndAUnit(String value, Duration time) {
    Settings settings =
        Settings.of(Map.of(Option.DRAIN, value, Option.DRAIN_DELAY, value), Map.of());
    assertThat(settings.drain()).isEqualTo(time);
    assertThat(settings.drainDelay()).isEqualTo(time);
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
            "--purge BANTIN_PURGE",
            "--tls-listen BANTIN_TLS_LISTEN",
            "--tls-certificate BANTIN_TLS_CERTIFICATE",
            "--tls-key BANTIN_TLS_KEY",
            "--http2 BANTIN_HTTP2",
            "--h2c BANTIN_H2C",
            "--trusted-proxies BANTIN_TRUSTED_PROXIES",
            "--proxy-protocol BANTIN_PROXY_PROTOCOL",
            "--max-connections BANTIN_MAX_CONNECTIONS",
            "--live-streams BANTIN_LIVE_STREAMS",
            "--feed-memory BANTIN_FEED_MEMORY",
            "--client-budget BANTIN_CLIENT_BUDGET",
            "--drain-delay BANTIN_DRAIN_DELAY",
            "--drain BANTIN_DRAIN");
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
    "TLS_LISTEN,443",
    "HTTP2,on",
    "H2C,yes",
    "PROXY_PROTOCOL,1",
    "TRUSTED_PROXIES,proxy.example",
    "TRUSTED_PROXIES,'10.0.0.0/8,'",
    "MAX_CONNECTIONS,0",
    "LIVE_STREAMS,0",
    "MAX_CONNECTIONS,many",
    "MAX_CONNECTIONS,10000000",
    "CLIENT_BUDGET,0/m",
    "CLIENT_BUDGET,600",
    "CLIENT_BUDGET,600/d",
    "CLIENT_BUDGET,OFF",
    "DRAIN,10",
    "DRAIN,-1s",
    "DRAIN_DELAY,PT1S",
    "FEED_MEMORY,0",
    "FEED_MEMORY,1g",
  })
  void refusesWhatCannotBe(Option option, String value) {
    Map<Option, String> flags = new EnumMap<>(Option.class);
    flags.put(option, value);
    assertThatThrownBy(() -> Settings.of(flags, Map.of()))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining(value);
  }

  @Test
  void feedsTakeNoMoreMemoryThanThereIs() {
    assertThatThrownBy(() -> Settings.of(Map.of(Option.FEED_MEMORY, "9999999"), Map.of()))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageStartingWith("--feed-memory is more than ")
        .hasMessageContaining("BANTIN_JAVA_OPTS=-Xmx");
    assertThat(Settings.of(Map.of(Option.FEED_MEMORY, "32"), Map.of()).feedMemory())
        .isEqualTo(32L * 1024 * 1024);
    assertThat(Settings.of(Map.of(), Map.of()).feedMemory())
        .isEqualTo(Runtime.getRuntime().maxMemory() / 2);
  }

  @ParameterizedTest
  @CsvSource({
    "TLS_LISTEN,localhost:443,--tls-certificate",
    "TLS_LISTEN,localhost:443,--tls-key",
    "TLS_KEY,x.key,--tls-listen",
    "TLS_CERTIFICATE,x.pem,--tls-listen",
    "HTTP2,true,--tls-listen",
    "PROXY_PROTOCOL,true,--trusted-proxies",
  })
  void anOptionThatNeedsAnotherSaysSo(Option option, String value, String missing) {
    assertThatThrownBy(() -> Settings.of(Map.of(option, value), Map.of()))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining(option.flag() + " needs ")
        .hasMessageContaining(missing);
  }

  @Test
  void whatReadersConnectByMayBeChosen() {
    Settings settings =
        Settings.of(
            Map.of(
                Option.TLS_LISTEN, "0.0.0.0:443",
                Option.TLS_CERTIFICATE, "a.pem",
                Option.TLS_KEY, "a.key",
                Option.HTTP2, "true",
                Option.TRUSTED_PROXIES, "127.0.0.1,10.0.0.0/8,::1",
                Option.PROXY_PROTOCOL, "true"),
            Map.of());
    assertThat(settings.tlsListen())
        .hasValueSatisfying(at -> assertThat(at.getPort()).isEqualTo(443));
    assertThat(settings.tlsCertificate()).isEqualTo(Path.of("a.pem"));
    assertThat(settings.tlsKey()).isEqualTo(Path.of("a.key"));
    assertThat(settings.http2()).isTrue();
    assertThat(settings.h2c()).isFalse();
    assertThat(settings.proxyProtocol()).isTrue();
    assertThat(settings.trustedProxies()).hasSize(3);
  }

  @Test
  void namesEveryBadValueAtOnce() {
    assertThatThrownBy(
            () -> Settings.of(Map.of(Option.LISTEN, "x", Option.DATABASE, "y"), Map.of()))
        .hasMessageContaining("--listen")
        .hasMessageContaining("--database");
  }
}
