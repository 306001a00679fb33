package dev.stockwright.desktop;

import dev.stockwright.client.PortalSession;
import dev.stockwright.client.ReceivingSession;
import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.scan.ScanQueue;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.portal.PortalState;
import dev.stockwright.client.workflow.receiving.ReceivingState;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One lane of receiving at this desk: its own receipt, its scans in their order on a thread of
/// their own, and the number that was typed for the next of them. What is typed is kept in the
/// session too, so that a crash loses no digit; a scan and its number go to the session together,
/// guarded by this.
final class LaneWork implements AutoCloseable {
  /// How answers begin that are a line of the card.
  static final String LINE = "line-";

  private final int number;
  private final ReceivingSession session;
  private final PortalSession gate;
  private final ScanQueue queue;
  private final Map<Scan, Long> typedBefore = new ConcurrentHashMap<>();
  private volatile long typed;
  private volatile Optional<Sku> lastHere = Optional.empty();
  // Of the JavaFX thread.
  private Optional<Scan> saidOf = Optional.empty();
  private Optional<Scan> bouncedEarly = Optional.empty();

  /// Hears what came of a scan, on the lane's own thread.
  interface Listener {
    void told(LaneWork lane, Scan scan, Outcome outcome);
  }

  LaneWork(
      int number,
      ReceivingSession session,
      PortalSession gate,
      Listener listener,
      Supplier<Wording> wording) {
    this.number = number;
    this.gate = gate;
    this.session = session;
    this.typed = stillTyped(session.state());
    this.queue =
        new ScanQueue(
            this::handled, (scan, outcome) -> listener.told(this, scan, outcome), wording);
  }

  private static long stillTyped(ReceivingState state) {
    return state.times() > 1 ? state.times() : 0;
  }

  int number() {
    return number;
  }

  ReceivingSession session() {
    return session;
  }

  int waiting() {
    return queue.waiting();
  }

  /// What stands typed for the next scan; 0 for nothing.
  long typed() {
    return typed;
  }

  /// Another number stands typed now; [#keepTyped] keeps it. Never waits.
  void typed(long now) {
    typed = now;
  }

  /// Of the product that was received here last.
  Optional<Sku> lastHere() {
    return lastHere;
  }

  void lastHere(Sku sku) {
    lastHere = Optional.of(sku);
  }

  /// Never waits.
  ScanQueue.Taken offer(Scan scan, OptionalLong times) {
    times.ifPresent(count -> typedBefore.put(scan, count));
    ScanQueue.Taken taken = queue.offer(scan);
    if (taken != ScanQueue.Taken.QUEUED) {
      typedBefore.remove(scan);
    }
    return taken;
  }

  /// A press, after all that was scanned in this lane before it and before what is scanned after
  /// it. Never waits.
  ///
  /// @param failed hears of a press that broke off
  void then(Runnable press, Consumer<Outcome> failed) {
    queue.then(press, bug -> failed.accept(queue.failed()));
  }

  private synchronized Outcome handled(Scan scan) {
    Long times = typedBefore.remove(scan);
    if (session.asked().isPresent()) {
      return session.onScan(scan); // A supervisor's badge.
    }
    if (atGate()) {
      return gate.onScan(scan);
    }
    times(times == null ? 1 : times);
    return session.onScan(scan);
  }

  /// Whether the RFID gate works for the receipt of this lane: then a scan is of a piece whose tag
  /// was not heard.
  boolean atGate() {
    PortalState now = gate.state();
    return !(now.phase() instanceof PortalState.Idle)
        && now.order().equals(session.state().order());
  }

  Card gateCard() {
    return gate.card();
  }

  /// Answers the open question.
  ///
  /// @param option a key, or a line of the list after [#LINE]
  Outcome answer(String option) {
    return option.startsWith(LINE)
        ? session.give(new Input.Point(option.substring(LINE.length())))
        : choose(Key.valueOf(option));
  }

  /// Answers the open question, of the gate or of the lane.
  Outcome choose(Key key) {
    return atGate() ? gate.press(key) : session.choose(key);
  }

  /// On the worker's thread.
  synchronized void keepTyped() {
    if (session.asked().isEmpty()) {
      times(Math.max(1, typed));
    }
  }

  /// A half line has taken its number with it.
  private void times(long wanted) {
    boolean free =
        switch (session.state().phase()) {
          case ReceivingState.Ready _,
              ReceivingState.FaultWanted _,
              ReceivingState.Linking _,
              ReceivingState.Closing _,
              ReceivingState.Deciding _ ->
              true;
          case ReceivingState.LotWanted _,
              ReceivingState.ExpiryWanted _,
              ReceivingState.SerialWanted _ ->
              false;
        };
    if (free && session.state().times() != wanted) {
      session.times(wanted);
    }
  }

  /// A number was typed for a product of the list; for a half line it is the date that it wants.
  synchronized Outcome receive(Sku sku, long count) {
    return session.state().phase() instanceof ReceivingState.ExpiryWanted
        ? session.give(new Input.Keyed(count))
        : session.receive(sku, count);
  }

  /// What came of this scan is on the screen; true when it was read twice meanwhile.
  boolean said(Optional<Scan> scan) {
    saidOf = scan;
    boolean again =
        scan.isPresent() && bouncedEarly.filter(early -> same(early, scan.get())).isPresent();
    bouncedEarly = Optional.empty();
    return again;
  }

  /// The scan came again at once; true when what came of it is on the screen already.
  boolean bounced(Scan scan) {
    boolean there = saidOf.filter(said -> same(said, scan)).isPresent();
    if (!there) {
      bouncedEarly = Optional.of(scan);
    }
    return there;
  }

  private static boolean same(Scan one, Scan other) {
    return one.raw().equals(other.raw()) && one.source().equals(other.source());
  }

  /// Stops taking scans.
  @Override
  public void close() {
    queue.close();
  }
}
