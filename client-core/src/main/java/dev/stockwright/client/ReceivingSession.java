package dev.stockwright.client;

import dev.stockwright.client.outbox.Added;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.outbox.Origin;
import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.client.replica.OwnReceipts;
import dev.stockwright.client.store.StoreFailure;
import dev.stockwright.client.workflow.Choice;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Turn;
import dev.stockwright.client.workflow.Words;
import dev.stockwright.client.workflow.receiving.ReceivingState;
import dev.stockwright.client.workflow.receiving.ReceivingWorkflow;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.CommandBarcode;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One person receiving at one device: keeps the state of the pure workflow, and writes what it
/// decides to the outbox before anybody is told. All methods are synchronized on this.
public final class ReceivingSession {
  private final ReceivingWorkflow workflow = new ReceivingWorkflow();
  private final Function<Scan, Identified> reader;
  private final Sightings sightings;
  private final Outbox outbox;
  private final OwnReceipts receipts;
  private final Circumstances circumstances;
  private final ReceivingPlace place;
  private final UndoableSteps steps;
  private ReceivingState state;
  private long times = 1;

  /// What is so at the moment, asked at each step.
  interface Circumstances {
    /// @param times what was keyed in
    ReceivingWorkflow.Scene scene(long times);

    /// Who does it, from which scan, and whether it is told late.
    Origin origin(Command command, Optional<String> scan, boolean insisted);
  }

  /// What a session is made of.
  record Parts(
      Function<Scan, Identified> reader,
      Sightings sightings,
      Outbox outbox,
      OwnReceipts receipts,
      Circumstances circumstances,
      ReceivingPlace place,
      UndoableSteps steps) {}

  ReceivingSession(Parts parts) {
    this.reader = parts.reader();
    this.sightings = parts.sightings();
    this.outbox = parts.outbox();
    this.receipts = parts.receipts();
    this.circumstances = parts.circumstances();
    this.place = parts.place();
    this.steps = parts.steps();
    this.state = place.resume();
  }

  /// Where the person is.
  public synchronized ReceivingState state() {
    return state;
  }

  /// The keypad: the next goods count this often. Back to 1 after they are received.
  ///
  /// @param keyed 1 or more
  public synchronized void times(long keyed) {
    if (keyed < 1) {
      throw new IllegalArgumentException("times " + keyed);
    }
    times = keyed;
  }

  /// What is keyed in now.
  public synchronized long times() {
    return times;
  }

  /// Handles one scan. `ACCEPT` and `DONE` mean that the command is on the disk.
  public synchronized Outcome onScan(Scan scan) {
    try {
      Identified seen = reader.apply(scan);
      Optional<CommandBarcode> card =
          seen instanceof Identified.PlainCode(String text)
              ? CommandBarcode.of(text)
              : Optional.empty();
      if (card.isPresent()) {
        return commanded(card.get());
      }
      return outcome(
          workflow.on(state, sightings.of(seen), circumstances.scene(times)),
          Optional.of(scan.raw().text()));
    } catch (StoreFailure failure) {
      return refusedByStore(failure.sentence());
    }
  }

  /// A code of the command card; never a lot, a serial number or an unknown code.
  private Outcome commanded(CommandBarcode command) {
    return switch (command) {
      case OK ->
          state.phase() instanceof ReceivingState.Deciding asked && !asked.options().isEmpty()
              ? choose(asked.options().getFirst().choice())
              : Outcome.of(Signal.REJECT, "There is nothing to confirm.", "Scan the goods.");
      case BACK -> back();
      case UNDO -> undoLast();
      case DONE ->
          state.order().isPresent()
              ? leaveOrder()
              : Outcome.of(Signal.REJECT, "No order is open.", "Scan the goods or an order.");
      case QTY ->
          Outcome.of(Signal.REJECT, "Quantities are typed here.", "Type it, then scan the goods.");
      case SHORT, SKIP ->
          Outcome.of(
              Signal.REJECT, command.code() + " does nothing in receiving.", "Scan the goods.");
      case HELP ->
          Outcome.of(
              Signal.ATTENTION,
              "Receiving: scan goods, an order or a staging place.",
              "On the card: UNDO takes back the last step, BACK leaves a question, OK takes its"
                  + " first answer, DONE leaves the order.");
    };
  }

  /// Answers the open question.
  public synchronized Outcome choose(Choice choice) {
    return outcome(workflow.choose(state, choice, circumstances.scene(times)), Optional.empty());
  }

  /// Opens an order that a person chose from a list. An open question is left, nothing is recorded.
  public synchronized Outcome open(Reference order) {
    return sightings
        .of(order)
        .map(seen -> outcome(workflow.on(ready(), seen, circumstances.scene(1)), Optional.empty()))
        .orElseGet(
            () ->
                Outcome.of(
                    Signal.REJECT, order + " is not open any more.", "Choose another order."));
  }

  /// Receives loose goods of a product that a person chose from a list.
  ///
  /// @param units 1 or more base units
  public synchronized Outcome receive(Sku sku, long units) {
    return sightings
        .of(sku)
        .map(
            seen ->
                outcome(workflow.on(ready(), seen, circumstances.scene(units)), Optional.empty()))
        .orElseGet(
            () ->
                Outcome.of(Signal.REJECT, sku + " is not known here any more.", "Scan the goods."));
  }

  private ReceivingState ready() {
    return new ReceivingState(
        state.warehouse(), state.staging(), state.order(), new ReceivingState.Ready());
  }

  /// Goes on without a purchase order.
  public synchronized Outcome leaveOrder() {
    return outcome(workflow.leaveOrder(state), Optional.empty());
  }

  /// Leaves an open question or a half line.
  public synchronized Outcome back() {
    return outcome(workflow.back(state), Optional.empty());
  }

  private Outcome outcome(Turn<ReceivingState> turn, Optional<String> scan) {
    return switch (turn) {
      case Turn.Ask<ReceivingState> ask -> {
        move(ask.state());
        boolean wants = !(ask.state().phase() instanceof ReceivingState.Ready);
        yield said(wants ? Signal.ATTENTION : Signal.ACCEPT, ask.saying(), Optional.empty());
      }
      case Turn.Mistake<ReceivingState> mistake ->
          said(Signal.REJECT, mistake.saying(), Optional.empty());
      case Turn.Decide<ReceivingState> decide -> {
        move(decide.state());
        Turn.Saying saying = decide.saying();
        yield new Outcome(
            Signal.ATTENTION,
            saying.headline(),
            saying.detail(),
            saying.value(),
            decide.options(),
            Optional.empty());
      }
      case Turn.Done<ReceivingState> done -> record(done, scan);
    };
  }

  private Outcome record(Turn.Done<ReceivingState> done, Optional<String> scan) {
    Optional<Instant> before = seenBefore(done.command());
    if (before.isPresent()) {
      move(done.state());
      return Outcome.of(
          Signal.REJECT, "This serial number is here.", "Received already. Set this one aside.");
    }
    Origin origin = circumstances.origin(done.command(), scan, done.insisted());
    return switch (outbox.add(done.command(), origin)) {
      case Added.NotSaved notSaved -> refusedByStore(notSaved.sentence());
      case Added.Saved saved -> {
        move(done.state());
        times = 1;
        remember(saved.envelope().id(), done);
        yield said(
            done.complete() ? Signal.DONE : Signal.ACCEPT,
            done.saying(),
            Optional.of(saved.envelope().id()));
      }
    };
  }

  private Optional<Instant> seenBefore(Command command) {
    return command instanceof ReceiveGoods receive
        ? receive.serial().flatMap(serial -> receipts.received(receive.sku(), serial))
        : Optional.empty();
  }

  private void remember(CommandId id, Turn.Done<ReceivingState> done) {
    if (done.command() instanceof ReceiveGoods receive) {
      steps.push(new UndoableSteps.Step(id, done.saying().headline(), receive.quantity().units()));
    }
  }

  /// How many of the last steps can be undone.
  public synchronized int undoable() {
    return steps.count();
  }

  /// Takes the last accepted step back by a reversing command; works off line too.
  public synchronized Outcome undoLast() {
    Optional<UndoableSteps.Step> newest = steps.last();
    if (newest.isEmpty()) {
      return Outcome.of(Signal.REJECT, "Nothing to undo.", "Scan the goods.");
    }
    UndoableSteps.Step last = newest.get();
    boolean refused =
        outbox
            .find(last.id())
            .filter(e -> e.fate() != Entry.Fate.ACCEPTED)
            .filter(e -> e.fate() != Entry.Fate.WAITING)
            .isPresent();
    if (refused) {
      steps.dropLast();
      return Outcome.of(
          Signal.REJECT, "The last step was refused.", "Look at it in the attention list.");
    }
    UndoCommand undo = new UndoCommand(last.id());
    return switch (outbox.add(undo, circumstances.origin(undo, Optional.empty(), false))) {
      case Added.NotSaved notSaved -> refusedByStore(notSaved.sentence());
      case Added.Saved saved -> {
        steps.dropLast();
        yield new Outcome(
            Signal.ACCEPT,
            Words.headline("Undone: " + last.name(), ""),
            "Put the goods back.",
            "-" + last.units(),
            List.of(),
            Optional.of(saved.envelope().id()));
      }
    };
  }

  private void move(ReceivingState next) {
    if (!next.staging().equals(state.staging()) || !next.order().equals(state.order())) {
      place.keep(next);
    }
    state = next;
  }

  private static Outcome said(Signal signal, Turn.Saying saying, Optional<CommandId> command) {
    return new Outcome(
        signal, saying.headline(), saying.detail(), saying.value(), List.of(), command);
  }

  private static Outcome refusedByStore(String sentence) {
    return Outcome.of(Signal.SYSTEM, "Nothing was recorded.", sentence);
  }
}
