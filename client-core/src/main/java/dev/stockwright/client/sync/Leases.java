package dev.stockwright.client.sync;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.TaskCommand;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the tasks that somebody works on from going to others: the server takes one back when it
/// hears nothing for 150 seconds. Such a sign of life is worth nothing later, so it does not wait
/// in the outbox, and a refusal is not a person's business. [#step] has one thread, [#hold] any.
final class Leases {
  /// Two may be lost before the task is.
  static final Duration EVERY = Duration.ofSeconds(45);

  private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

  private final ServerLink link;
  private final DeviceId device;
  private final WarehouseCode warehouse;
  private final InstantSource clock;
  private final RandomGenerator random;
  private volatile Set<Reference> held = Set.of();
  private Instant due = Instant.EPOCH;

  Leases(
      ServerLink link,
      DeviceId device,
      WarehouseCode warehouse,
      InstantSource clock,
      RandomGenerator random) {
    this.link = link;
    this.device = device;
    this.warehouse = warehouse;
    this.clock = clock;
    this.random = random;
  }

  /// These are being worked on now, and no others; true when that is something new.
  boolean hold(Set<Reference> tasks) {
    Set<Reference> before = held;
    held = Set.copyOf(tasks);
    return !before.containsAll(tasks);
  }

  /// Gives the sign of life when it is due, and says how long to wait.
  Duration step() {
    List<Reference> tasks = held.stream().limit(ServerLink.BATCH_MAX).toList();
    if (tasks.isEmpty()) {
      due = Instant.EPOCH;
      return OutboxSender.IDLE;
    }
    Instant now = clock.instant();
    if (now.isBefore(due) && Duration.between(now, due).compareTo(EVERY) <= 0) {
      return Duration.between(now, due);
    }
    due = now.plus(EVERY);
    Reply<List<Answer>> reply = link.send(tasks.stream().map(task -> sign(task, now)).toList());
    LOG.debug("kept {}: {}", tasks, reply);
    return EVERY;
  }

  private Envelope sign(Reference task, Instant now) {
    return new Envelope(
        CommandId.timeOrdered(now.toEpochMilli(), random.nextLong(), random.nextLong()),
        device,
        0,
        Optional.empty(),
        Optional.of(now),
        Optional.empty(),
        false,
        new TaskCommand.KeepTask(warehouse, task));
  }
}
