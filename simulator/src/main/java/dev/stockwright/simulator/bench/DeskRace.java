package dev.stockwright.simulator.bench;

import dev.stockwright.protocol.AdjustStock;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.MoveStock;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.server.desk.Desk;
import dev.stockwright.server.desk.Submission;
import dev.stockwright.simulator.site.SiteFill;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/// The desk in process: commands are made, fingerprinted, handed in, and counted when their answer
/// is there. One thread hands in; at most [#IN_FLIGHT] are unanswered. The plain mix is that of the
/// document design: of nine commands five bring goods and four take one away. The floor's mix moves
/// goods as well. They come from senders that do not number, or all from devices that do, 12 a
/// warehouse.
final class DeskRace implements Contestant {
  static final int IN_FLIGHT = 4_096;
  private static final int DEVICES_PER_WAREHOUSE = 12;
  private static final Operator AUTHOR = new Operator("bench");
  private static final ReasonCode REASON = new ReasonCode("count");

  private final String name;
  private final Desk desk;
  private final Grid grid;
  private final Keys keys;
  private final Fleet fleet;
  private final Mix mix;
  private final List<WarehouseCode> warehouses;
  private final List<Sku> skus;
  private final SplittableRandom random = new SplittableRandom(7);

  private final Semaphore free = new Semaphore(IN_FLIGHT);
  private final Queue<Submission> again = new ConcurrentLinkedQueue<>();
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final Recorder micros = new Recorder(60_000_000L, 3);

  /// Which commands come, and from whom.
  enum Mix {
    PLAIN,
    NUMBERED,
    FLOOR
  }

  DeskRace(String name, Desk desk, Grid grid, Keys keys, Fleet fleet, Mix mix) {
    this.name = name;
    this.desk = desk;
    this.grid = grid;
    this.keys = keys;
    this.fleet = fleet;
    this.mix = mix;
    this.warehouses = grid.allWarehouses();
    this.skus = grid.allSkus();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Run run(Duration time) {
    accepted.set(0);
    failed.set(0);
    micros.reset();
    long start = System.nanoTime();
    long end = start + time.toNanos();
    while (System.nanoTime() < end) {
      free.acquireUninterruptibly();
      Submission late = again.poll();
      hand(late == null ? next() : late);
    }
    settle();
    long took = System.nanoTime() - start;
    Histogram all = Run.histogram();
    all.add(micros.getIntervalHistogram());
    return new Run(accepted.get(), failed.get(), Duration.ofNanos(took), all);
  }

  /// Waits for what is under way, so that no run leaves work to the next.
  private void settle() {
    free.acquireUninterruptibly(IN_FLIGHT);
    for (Submission late = again.poll(); late != null; late = again.poll()) {
      hand(late);
      free.acquireUninterruptibly();
    }
    free.release(IN_FLIGHT);
  }

  private void hand(Submission submission) {
    long began = System.nanoTime();
    var _ =
        desk.submit(submission)
            .whenComplete((answer, bug) -> answered(submission, answer, bug, began));
  }

  private void answered(
      Submission submission, @Nullable Answer answer, @Nullable Throwable bug, long began) {
    if (bug != null || answer == null) {
      failed.incrementAndGet();
    } else {
      switch (answer) {
        case Answer.Accepted _ -> {
          accepted.incrementAndGet();
          micros.recordValue(Run.micros(began, System.nanoTime()));
        }
        case Answer.Refused _ -> failed.incrementAndGet();
        case Answer.Deferred _ -> again.add(submission);
      }
    }
    free.release();
  }

  private Submission next() {
    int row = keys.next(random);
    if (mix != Mix.NUMBERED) {
      return submission(row, fleet.unnumbered, 0);
    }
    int device =
        row % grid.warehouses() + grid.warehouses() * random.nextInt(DEVICES_PER_WAREHOUSE);
    return submission(row, fleet.devices[device], ++fleet.sequences[device]);
  }

  private Submission submission(int row, DeviceId device, long sequence) {
    CommandId id =
        CommandId.timeOrdered(System.currentTimeMillis(), random.nextLong(), random.nextLong());
    return Submission.of(
        new Envelope(
            id,
            device,
            sequence,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            command(warehouses.get(row % grid.warehouses()), skus.get(row / grid.warehouses()))),
        AUTHOR);
  }

  private Command command(WarehouseCode warehouse, Sku sku) {
    int draw = random.nextInt(mix == Mix.FLOOR ? 10 : 9);
    if (draw < 5) {
      return new ReceiveGoods(
          warehouse,
          sku,
          new Quantity(1 + draw),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    if (draw < 9) {
      return new AdjustStock(
          warehouse,
          sku,
          -1,
          Optional.of(REASON),
          Optional.of(SiteFill.DOCK),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    return new MoveStock(
        warehouse,
        sku,
        new Quantity(1),
        SiteFill.DOCK,
        Grid.BIN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The devices and how far each has numbered; shared by all runs against one database.
  static final class Fleet {
    private final DeviceId unnumbered = new DeviceId("bench");
    private final DeviceId[] devices;
    private final long[] sequences;

    Fleet(Grid grid) {
      devices = new DeviceId[grid.warehouses() * DEVICES_PER_WAREHOUSE];
      sequences = new long[devices.length];
      for (int i = 0; i < devices.length; i++) {
        devices[i] = new DeviceId("bench-" + i);
      }
    }
  }
}
