package dev.stockwright.client.sync;

import dev.stockwright.client.replica.Balances;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings all balances down when the device does not know them, or no longer; who may not see them
/// has none on the device. Has one thread.
final class BalanceRenewal {
  /// While somebody counts the server refuses them; asked again in case they are done.
  static final Duration REFUSED = Duration.ofMinutes(1);

  /// What made the last ones useless may still go on.
  static final Duration APART = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(BalanceRenewal.class);

  private final ServerLink link;
  private final Balances balances;
  private final WarehouseCode warehouse;
  private final Runnable renewed;
  private final InstantSource clock;
  private final BackOff backOff;
  private volatile boolean checking = true;
  private Instant notBefore = Instant.EPOCH;

  /// @param renewed called when they are all known, and when they are forgotten
  BalanceRenewal(
      ServerLink link,
      Balances balances,
      WarehouseCode warehouse,
      Runnable renewed,
      InstantSource clock,
      RandomGenerator random) {
    this.link = link;
    this.balances = balances;
    this.warehouse = warehouse;
    this.renewed = renewed;
    this.clock = clock;
    this.backOff = new BackOff(random);
  }

  /// Somebody has signed in, who perhaps must not know what is held.
  void check() {
    checking = true;
  }

  /// Asks for what is wanted and says how long to wait.
  Duration step() {
    boolean wanted = balances.wanted();
    Instant now = clock.instant();
    if (!wanted && !checking) {
      return OutboxSender.IDLE; // rung when they are wanted
    }
    if (!checking && now.isBefore(notBefore)) {
      return Duration.between(now, notBefore);
    }
    Duration wait = wanted && balances.begin() ? all() : checked();
    notBefore = wait.equals(OutboxSender.IDLE) ? Instant.EPOCH : clock.instant().plus(wait);
    return wait;
  }

  private Duration checked() {
    return switch (link.balances(warehouse, "")) {
      case Reply.Ok<BalancePart> ok -> {
        checking = false;
        yield balances.wanted() ? APART : OutboxSender.IDLE;
      }
      case Reply.Failed<BalancePart> failed -> wait(failed.trouble());
    };
  }

  private Duration all() {
    String after = "";
    while (true) {
      switch (link.balances(warehouse, after)) {
        case Reply.Failed<BalancePart> failed -> {
          balances.giveUp();
          return wait(failed.trouble());
        }
        case Reply.Ok<BalancePart>(BalancePart part) -> {
          boolean last = part.next().isEmpty();
          if (!balances.part(part.at(), part.items(), last)) {
            return APART;
          }
          if (last) {
            checking = false;
            backOff.worked();
            renewed.run();
            return APART;
          }
          after = part.next().get();
        }
      }
    }
  }

  private Duration wait(Reply.Trouble trouble) {
    LOG.debug("balances not renewed: {}", trouble);
    return switch (trouble) {
      case Reply.SignInNeeded signIn -> OutboxSender.IDLE; // signing in rings
      case Reply.Busy busy -> busy.retryAfter().plus(backOff.failed());
      case Reply.Unreachable unreachable -> backOff.failed();
      case Reply.Refused refused -> {
        balances.forget();
        checking = false;
        renewed.run();
        yield REFUSED;
      }
    };
  }
}
