package dev.stockwright.client.sync;

import dev.stockwright.client.known.Watched;
import dev.stockwright.client.replica.LastMoves;
import dev.stockwright.protocol.Event;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks what moved last of what somebody looks at, and has it shown when that changes, not oftener
/// than every [#PACE]. Has one thread.
final class MoveRenewal {
  /// Nobody reads faster.
  static final Duration PACE = Duration.ofMillis(200);

  /// Whoever may not know it now, perhaps may when they are done.
  static final Duration REFUSED = Duration.ofMinutes(1);

  /// In a dead spot nothing is asked; looked again whether it is over.
  static final Duration IN_THE_DARK = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(MoveRenewal.class);

  private final ServerLink link;
  private final LastMoves moves;
  private final WarehouseCode warehouse;
  private final BooleanSupplier may;
  private final Runnable renewed;
  private final InstantSource clock;
  private final BackOff backOff;
  private Optional<Watched> failed = Optional.empty();
  private Instant notBefore = Instant.EPOCH;
  private Instant shown = Instant.EPOCH;
  private boolean unseen;
  private volatile boolean hurried;

  /// @param may whoever works here may see stock, and the server is there
  /// @param renewed called when something is to be shown
  MoveRenewal(
      ServerLink link,
      LastMoves moves,
      WarehouseCode warehouse,
      BooleanSupplier may,
      Runnable renewed,
      InstantSource clock,
      RandomGenerator random) {
    this.link = link;
    this.moves = moves;
    this.warehouse = warehouse;
    this.may = may;
    this.renewed = renewed;
    this.clock = clock;
    this.backOff = new BackOff(random);
  }

  /// The server is there again: nothing waits any longer.
  void hurry() {
    hurried = true;
  }

  /// Asks for what is wanted, has shown what is new, and says how long to wait.
  Duration step() {
    if (hurried) {
      hurried = false;
      failed = Optional.empty();
    }
    Optional<Watched> wanted = moves.wanted();
    Duration wait = wanted.map(this::asked).orElse(OutboxSender.IDLE);
    unseen |= moves.toBeShown() || wanted.flatMap(moves::of).isPresent();
    if (!unseen) {
      return wait;
    }
    Instant now = clock.instant();
    Instant next = shown.plus(PACE);
    if (now.isBefore(next)) {
      return Duration.between(now, next);
    }
    unseen = false;
    shown = now;
    renewed.run();
    return wait;
  }

  private Duration asked(Watched what) {
    if (may.getAsBoolean()) {
      return ask(what);
    }
    failed = Optional.empty(); // asked at once when the server is there again
    return IN_THE_DARK;
  }

  /// What is looked at newly is asked for at once, whatever failed before.
  private Duration ask(Watched what) {
    Instant now = clock.instant();
    if (failed.filter(what::equals).isPresent() && now.isBefore(notBefore)) {
      return Duration.between(now, notBefore);
    }
    long jumps = moves.jumps();
    Duration wait =
        switch (link.lastMoves(warehouse, what, LastMoves.MOVES)) {
          case Reply.Ok<List<Event.StockMoved>>(List<Event.StockMoved> said) -> {
            moves.told(what, said, jumps);
            backOff.worked();
            yield OutboxSender.IDLE; // rung when more is wanted
          }
          case Reply.Failed<List<Event.StockMoved>> no -> wait(no.trouble());
        };
    failed = moves.of(what).isPresent() ? Optional.empty() : Optional.of(what);
    notBefore = clock.instant().plus(wait);
    return wait;
  }

  private Duration wait(Reply.Trouble trouble) {
    LOG.debug("last movements not known: {}", trouble);
    return switch (trouble) {
      case Reply.SignInNeeded signIn -> REFUSED; // signing in rings
      case Reply.Busy busy -> busy.retryAfter().plus(backOff.failed());
      case Reply.Unreachable unreachable -> backOff.failed();
      case Reply.Refused refused -> REFUSED;
    };
  }
}
