package dev.stockwright.client.replica;

import dev.stockwright.client.known.CountSheet;
import dev.stockwright.client.known.Notice;
import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.known.PutAwayTask;
import dev.stockwright.client.known.Reason;
import dev.stockwright.client.known.TransferSheet;
import dev.stockwright.client.known.WaitingTask;
import dev.stockwright.client.store.DeviceStore;
import dev.stockwright.protocol.CatalogCommand.LearnBarcode;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// What there is to do in one warehouse, in the device's store, with what this device has done
/// itself laid over it: tasks, picks, put-aways, counts, transfers, shipping notices and reasons.
///
/// Renewed like [Catalogue]: whole under a mark, or document by document.
public final class Work {
  private final DeviceStore store;
  private final WarehouseCode warehouse;
  private final OwnWork own;

  public Work(DeviceStore store, WarehouseCode warehouse, OwnWork own) {
    this.store = store;
    this.warehouse = warehouse;
    this.own = own;
  }

  /// Whether a document of this number is known, whatever has come of it.
  public boolean has(WorkKind kind, Reference number) {
    return store.read(connection -> WorkRows.has(connection, warehouse, kind, number.code()));
  }

  /// Those that wait, most urgent first.
  public List<WaitingTask> tasks() {
    List<PickLine> picks = picks();
    List<PutAwayTask> putAways = putAways();
    Set<Reference> ended = new HashSet<>();
    all(WorkKind.PICK, WorkReading::pick).forEach(pick -> pick.task().ifPresent(ended::add));
    picks.forEach(pick -> pick.task().ifPresent(ended::remove));
    all(WorkKind.PUT_AWAY, WorkReading::putAway).forEach(each -> ended.add(each.number()));
    putAways.forEach(each -> ended.remove(each.number()));
    return read(
            WorkKind.TASK,
            WorkReading::task,
            (task, at) -> own.done(task, at) ? Optional.empty() : Optional.of(task))
        .stream()
        .filter(task -> !ended.contains(task.number()))
        .sorted(Comparator.comparingInt(WaitingTask::priority))
        .toList();
  }

  /// Picks in the order of the way.
  public List<PickLine> picks() {
    List<PickLine> all = new ArrayList<>(read(WorkKind.PICK, WorkReading::pick, own::brought));
    own.picksAgain().stream().filter(pick -> !has(WorkKind.PICK, pick.number())).forEach(all::add);
    return all.stream()
        .sorted(Comparator.comparing(PickLine::skipped).thenComparingInt(PickLine::stop))
        .toList();
  }

  /// The picks of one task in the order of the way.
  public List<PickLine> picks(Reference task) {
    return picks().stream().filter(pick -> pick.task().filter(task::equals).isPresent()).toList();
  }

  /// Goods that wait to be put away, most urgent first.
  public List<PutAwayTask> putAways() {
    List<PutAwayTask> all =
        new ArrayList<>(read(WorkKind.PUT_AWAY, WorkReading::putAway, own::brought));
    own.putAwaysAgain().stream()
        .filter(task -> !has(WorkKind.PUT_AWAY, task.number()))
        .forEach(all::add);
    return all.stream().sorted(Comparator.comparingInt(PutAwayTask::priority)).toList();
  }

  /// Counts that go on.
  public List<CountSheet> counts() {
    return read(
        WorkKind.COUNT, WorkReading::count, (count, at) -> Optional.of(own.brought(count, at)));
  }

  /// Transfers from and to here that are under way.
  public List<TransferSheet> transfers() {
    return read(WorkKind.TRANSFER, WorkReading::transfer, own::brought);
  }

  public Optional<TransferSheet> transfer(Reference number) {
    return first(transfers(), transfer -> transfer.number().equals(number));
  }

  /// Advance shipping notices that have not all come.
  public List<Notice> notices() {
    return read(
        WorkKind.NOTICE, WorkReading::notice, (notice, at) -> Optional.of(own.brought(notice, at)));
  }

  public Optional<Notice> notice(Reference number) {
    return first(notices(), notice -> notice.number().equals(number));
  }

  /// The notice that a handling unit comes with.
  public Optional<Notice> noticeOf(HandlingUnit unit) {
    return first(notices(), notice -> !notice.on(unit).isEmpty());
  }

  /// What this device has said that a barcode stands for, which the catalogue may not know yet.
  public Optional<LearnBarcode> learnt(String barcode) {
    return own.learnt(barcode);
  }

  /// What may be given as the reason.
  ///
  /// @param use such as `adjust`
  public List<Reason> reasons(String use) {
    return all(WorkKind.REASON, WorkReading::reason).stream()
        .filter(reason -> reason.usedFor().contains(use))
        .toList();
  }

  private static <T> Optional<T> first(List<T> all, Predicate<T> wanted) {
    return all.stream().filter(wanted).findFirst();
  }

  private <T> List<T> all(WorkKind kind, Function<String, T> reading) {
    return read(kind, reading, (each, at) -> Optional.of(each));
  }

  private <T> List<T> read(
      WorkKind kind, Function<String, T> reading, BiFunction<T, Instant, Optional<T>> brought) {
    return store.list(connection -> WorkRows.all(connection, warehouse, kind)).stream()
        .flatMap(each -> brought.apply(reading.apply(each.body()), each.readAt()).stream())
        .toList();
  }

  /// Documents that a whole renewal brought.
  ///
  /// @param place of the first of them in the server's order
  /// @param asked when the server was asked
  public void put(WorkKind kind, long mark, long place, Instant asked, List<WorkItem> items) {
    write(kind, items, new WorkRows.Reading(mark, place, asked));
  }

  /// A document that was asked for by its number.
  public void put(WorkKind kind, Instant asked, WorkItem item) {
    write(kind, List.of(item), new WorkRows.Reading(0, -1, asked));
  }

  private void write(WorkKind kind, List<WorkItem> items, WorkRows.Reading reading) {
    int written =
        store.write(
            connection -> {
              WorkRows.put(connection, warehouse, kind, items, reading);
              return items.size();
            });
    assert written == items.size();
  }

  /// Takes away what a whole renewal did not bring.
  public void end(WorkKind kind, long mark) {
    WorkKind ended =
        store.write(
            connection -> {
              WorkRows.end(connection, warehouse, kind, mark);
              return kind;
            });
    assert ended == kind;
  }

  /// Takes away documents that have ended.
  public void remove(WorkKind kind, String number) {
    WorkKind gone =
        store.write(
            connection -> {
              WorkRows.remove(connection, warehouse, kind, List.of(number));
              return kind;
            });
    assert gone == kind;
  }

  /// Takes away all of a kind: whoever works with the device now must not know it.
  public void forget(WorkKind kind) {
    end(kind, Long.MAX_VALUE);
  }
}
