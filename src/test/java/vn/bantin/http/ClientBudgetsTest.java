package vn.bantin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.Allocation;
import vn.bantin.ServedNewsroom;
import vn.bantin.config.Option;
import vn.bantin.config.Rate;
import vn.bantin.config.Settings;
import vn.bantin.store.SettableClock;

final class ClientBudgetsTest {

  private static final Rate SIX_A_MINUTE = new Rate(6, Duration.ofMinutes(1));
  private static final int CLIENTS = 60_000;

  private final SettableClock clock = new SettableClock(ServedNewsroom.START);
  private final ClientBudgets budgets =
      new ClientBudgets(Optional.of(SIX_A_MINUTE), List.of(), clock);

  @Test
  void aBudgetIsSpentAtOnceAndGrowsBackEvenly() throws UnknownHostException {
    ClientBudget budget = budgets.of(at("192.0.2.1"));
    assertThat(taken(budget)).isEqualTo(6);
    assertThat(budget.secondsToWait()).isEqualTo(10);
    clock.move(Duration.ofSeconds(9));
    assertThat(budget.tryTake()).isFalse();
    assertThat(budget.secondsToWait()).isEqualTo(1);
    clock.move(Duration.ofSeconds(1));
    assertThat(taken(budget)).isEqualTo(1);
    clock.move(Duration.ofSeconds(25));
    assertThat(taken(budget)).isEqualTo(2);
    clock.move(Duration.ofHours(1));
    assertThat(taken(budget)).isEqualTo(6);
  }

  @Test
  void aClockThatIsSetBackGivesNothingAndTakesNothing() throws UnknownHostException {
    ClientBudget budget = budgets.of(at("192.0.2.1"));
    assertThat(taken(budget)).isEqualTo(6);
    clock.move(Duration.ofHours(-1));
    assertThat(budget.tryTake()).isFalse();
    clock.move(Duration.ofHours(1).plusSeconds(10));
    assertThat(taken(budget)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "192.0.2.1, ::ffff:192.0.2.1, true",
    "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
    "2001:db8:1:2::1, 2001:db8:1:3::1, false",
    "192.0.2.1, 2001:db8::1, false",
  })
  void whoSharesAHouseholdSharesABudget(String one, String other, boolean same)
      throws UnknownHostException {
    assertThat(budgets.of(at(one)) == budgets.of(at(other))).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1"})
  void theMachineItselfMayTakeWhatItLikes(String address) throws UnknownHostException {
    assertThat(budgets.of(at(address))).isSameAs(ClientBudget.UNLIMITED);
    ClientBudgets all = new ClientBudgets(Optional.of(SIX_A_MINUTE), List.of(), clock, true);
    assertThat(taken(all.of(at(address)))).isEqualTo(6);
  }

  @Test
  void aTrustedProxyMayTakeWhatItLikes() throws UnknownHostException {
    ClientBudgets behindProxies =
        new ClientBudgets(
            Optional.of(SIX_A_MINUTE),
            Settings.of(Map.of(Option.TRUSTED_PROXIES, "192.0.2.0/24"), Map.of()).trustedProxies(),
            clock);
    assertThat(behindProxies.of(at("192.0.2.1"))).isSameAs(ClientBudget.UNLIMITED);
    assertThat(taken(behindProxies.of(at("198.51.100.1")))).isEqualTo(6);
  }

  @Test
  void withoutARateEverybodyMay() throws UnknownHostException {
    ClientBudgets off = new ClientBudgets(Optional.empty(), List.of(), clock);
    assertThat(off.of(at("192.0.2.1"))).isSameAs(ClientBudget.UNLIMITED);
    assertThat(off.of(at("192.0.2.1")).tryTake()).isTrue();
  }

  @Test
  void onlySoManyAreRemembered() throws UnknownHostException {
    for (int i = 0; i < CLIENTS; i++) {
      budgets.of(at("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255)));
    }
    assertThat(budgets.size()).isLessThanOrEqualTo(50_000);
  }

  @Test
  void toTakeAllocatesNothing() throws UnknownHostException {
    ClientBudgets many =
        new ClientBudgets(
            Optional.of(new Rate(1_000_000, Duration.ofHours(1))), List.of(), Clock.systemUTC());
    ClientBudget budget = many.of(at("192.0.2.1"));
    assertThat(Allocation.bytesPerRun(budget::tryTake)).isLessThan(1);
  }

  private static int taken(ClientBudget budget) {
    int taken = 0;
    while (taken < 100 && budget.tryTake()) {
      taken++;
    }
    return taken;
  }

  private static InetAddress at(String address) throws UnknownHostException {
    return InetAddress.getByName(address);
  }
}
