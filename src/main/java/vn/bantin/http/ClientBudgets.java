package vn.bantin.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.bantin.config.Network;
import vn.bantin.config.Rate;

/**
 * The budgets of all clients: one for each IPv4 address, and for each /64 of IPv6, which is what
 * one household gets.
 *
 * <p>A client at the machine's own address or at a trusted proxy's has none: behind it are many
 * others, or the newsroom itself. A budget that has not been used for as long as it takes to be
 * full again is forgotten, and so are the oldest when there are too many: who is forgotten starts
 * with a full one.
 */
public final class ClientBudgets {

  private static final int MOST = 50_000;

  private final @Nullable Rate rate;
  private final Proxies proxies;
  private final boolean alsoOwn;
  private final TimeMeter time;
  private final Cache<Long, ClientBudget> budgets;

  /**
   * Budgets of a rate, or without limits.
   *
   * @param proxies those whose word on a client's address counts
   */
  public ClientBudgets(Optional<Rate> rate, List<Network> proxies, InstantSource clock) {
    this(rate, proxies, clock, false);
  }

  /**
   * Budgets of a rate, or without limits.
   *
   * @param alsoOwn whether clients at the machine's own address have one like others
   */
  ClientBudgets(Optional<Rate> rate, List<Network> proxies, InstantSource clock, boolean alsoOwn) {
    this.rate = rate.orElse(null);
    this.proxies = new Proxies(proxies);
    this.alsoOwn = alsoOwn;
    this.time = new Ticks(clock);
    Caffeine<Object, Object> cache =
        Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run);
    this.budgets =
        rate.isEmpty() ? cache.build() : cache.expireAfterAccess(rate.get().period()).build();
  }

  /** The budget of who has made a request, as far as can be believed. */
  ClientBudget of(HttpServerExchange exchange) {
    return of(proxies.client(exchange));
  }

  /**
   * The budget of who has made a request, as far as can be believed.
   *
   * @param peer who has sent it to this server
   * @param forwarded the lines of {@code Forwarded} (RFC 7239); null when there are none
   * @param forwardedFor the lines of {@code X-Forwarded-For}; null when there are none
   */
  ClientBudget of(
      InetAddress peer, @Nullable List<String> forwarded, @Nullable List<String> forwardedFor) {
    return of(proxies.client(peer, forwarded, forwardedFor));
  }

  /** The budget of the client at an address. */
  ClientBudget of(InetAddress address) {
    Rate limit = rate;
    if (limit == null || isExempt(address)) {
      return ClientBudget.UNLIMITED;
    }
    return budgets.get(household(address), _ -> ClientBudget.of(limit, time));
  }

  /** Who has made a request, as budgets tell clients apart; empty for one who has no bounds. */
  OptionalLong client(HttpServerExchange exchange) {
    InetAddress address = proxies.client(exchange);
    return isExempt(address) ? OptionalLong.empty() : OptionalLong.of(household(address));
  }

  private boolean isExempt(InetAddress address) {
    return (address.isLoopbackAddress() && !alsoOwn) || proxies.isTrusted(address);
  }

  /** How many budgets are remembered. */
  long size() {
    budgets.cleanUp();
    return budgets.estimatedSize();
  }

  // An IPv4 address becomes one of the reserved /64s 0:ffff:x:x, which is nobody's.
  private static long household(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return address instanceof Inet6Address
        ? bytes.getLong()
        : 0xffff_0000_0000L | Integer.toUnsignedLong(bytes.getInt());
  }

  /** The time of a clock as bucket4j takes it. */
  private record Ticks(InstantSource clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }

  /** Takes a share of the client's budget; refuses where there is none. */
  boolean isSpent(HttpServerExchange exchange) {
    ClientBudget budget = of(exchange);
    if (budget.tryTake()) {
      return false;
    }
    exchange.getResponseHeaders().put(Headers.RETRY_AFTER, budget.secondsToWait());
    Problem.OVER_BUDGET.send(exchange);
    return true;
  }
}
