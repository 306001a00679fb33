package dev.stockwright.devices.labels.queue;

import dev.stockwright.devices.DeviceHealth;
import dev.stockwright.devices.DeviceState;
import dev.stockwright.devices.labels.queue.PrintJob.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Hears a queue and lets a test wait for what it shall hear.
final class RecordedChanges implements PrintListener {
  private final List<PrintJob> jobs = new ArrayList<>();
  private final Map<String, DeviceHealth> printers = new HashMap<>();
  private final Consumer<PrintJob> also;

  RecordedChanges() {
    this(job -> {});
  }

  /// @param also done at each change, on the thread of the queue
  RecordedChanges(Consumer<PrintJob> also) {
    this.also = also;
  }

  @Override
  public void job(PrintJob job) {
    also.accept(job);
    synchronized (this) {
      jobs.add(job);
      notifyAll();
    }
  }

  @Override
  public synchronized void printer(DeviceHealth health) {
    printers.put(health.source().code(), health);
    notifyAll();
  }

  /// The states that a job went through.
  synchronized List<State> states(long number) {
    return jobs.stream().filter(j -> j.number() == number).map(PrintJob::state).distinct().toList();
  }

  /// Waits for the latest word about a job.
  synchronized PrintJob await(long number, State state) throws InterruptedException {
    await(() -> last(number, state), "job " + number + " is not " + state);
    return jobs.stream().filter(j -> j.number() == number).toList().getLast();
  }

  private boolean last(long number, State state) {
    List<PrintJob> all = jobs.stream().filter(j -> j.number() == number).toList();
    return !all.isEmpty() && all.getLast().state() == state;
  }

  /// Waits until a job's reason holds some words.
  synchronized void awaitReason(long number, String words) throws InterruptedException {
    await(
        () -> jobs.stream().anyMatch(j -> j.number() == number && j.reason().contains(words)),
        "job " + number + " never said " + words);
  }

  synchronized DeviceHealth await(String printer, DeviceState state) throws InterruptedException {
    await(
        () -> health(printer).filter(h -> h.state() == state).isPresent(),
        printer + " is not " + state);
    return health(printer).orElseThrow();
  }

  private Optional<DeviceHealth> health(String printer) {
    return Optional.ofNullable(printers.get(printer));
  }

  private void await(BooleanSupplier condition, String otherwise) throws InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      long left = until - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError(otherwise + ": " + jobs + printers);
      }
      wait(Math.max(1, left / 1_000_000));
    }
  }
}
