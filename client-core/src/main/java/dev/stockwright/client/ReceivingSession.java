package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.outbox.Added;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.outbox.Origin;
import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.client.replica.OwnReceipts;
import dev.stockwright.client.store.StoreFailure;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Phrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.receiving.ReceivingPhrase;
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
import java.util.function.Supplier;

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
  private final Supplier<Wording> wording;
  private ReceivingState state;

  /// What is so at the moment, asked at each step.
  interface Circumstances {
    Scene scene();

    /// Who does it, from which scan, and whether it is told late.
    Origin origin(Command command, Optional<String> scan, boolean insisted);
  }

  /// What a session is made of.
  ///
  /// @param wording in which language it speaks now
  record Parts(
      Function<Scan, Identified> reader,
      Sightings sightings,
      Outbox outbox,
      OwnReceipts receipts,
      Circumstances circumstances,
      ReceivingPlace place,
      UndoableSteps steps,
      Supplier<Wording> wording) {}

  ReceivingSession(Parts parts) {
    this.reader = parts.reader();
    this.sightings = parts.sightings();
    this.outbox = parts.outbox();
    this.receipts = parts.receipts();
    this.circumstances = parts.circumstances();
    this.place = parts.place();
    this.steps = parts.steps();
    this.wording = parts.wording();
    this.state = place.resume();
  }

  /// Where the person is.
  public synchronized ReceivingState state() {
    return state;
  }

  /// What the screen shows, before it is put into words.
  public synchronized Card card() {
    return workflow.card(state, circumstances.scene());
  }

  /// The keypad: the next goods count this often. Back to 1 after they are received.
  ///
  /// @param keyed 1 or more
  public synchronized void times(long keyed) {
    state = state.times(keyed);
  }

  /// What is keyed in now.
  public synchronized long times() {
    return state.times();
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
          workflow.seen(state, sightings.of(seen), circumstances.scene()),
          Optional.of(scan.raw().text()));
    } catch (StoreFailure failure) {
      return refusedByStore(failure.kind());
    }
  }

  /// A code of the command card; never a lot, a serial number or an unknown code.
  private Outcome commanded(CommandBarcode command) {
    return switch (command) {
      case OK -> choose(Key.OK);
      case BACK -> back();
      case UNDO -> undoLast();
      case DONE -> choose(Key.DONE);
      case QTY -> choose(Key.QUANTITY);
      case SHORT, SKIP ->
          no(ReceivingPhrase.DOES_NOTHING, ReceivingPhrase.SCAN_GOODS, command.code());
      case HELP -> outcome(Signal.ATTENTION, given(Key.HELP).said(), Optional.empty());
    };
  }

  /// Answers the open question, or presses any other key.
  public synchronized Outcome choose(Key key) {
    return outcome(given(key), Optional.empty());
  }

  private Step<ReceivingState> given(Key key) {
    return workflow.given(state, new Input.Press(key), circumstances.scene());
  }

  /// Opens an order that a person chose from a list. An open question is left, nothing is recorded.
  public synchronized Outcome open(Reference order) {
    return sightings
        .of(order)
        .map(seen -> outcome(chosen(seen), Optional.empty()))
        .orElseGet(() -> no(ReceivingPhrase.ORDER_GONE, ReceivingPhrase.OTHER_ORDER, order));
  }

  /// Receives loose goods of a product that a person chose from a list.
  ///
  /// @param units 1 or more base units
  public synchronized Outcome receive(Sku sku, long units) {
    Optional<Sighting> seen = sightings.of(sku);
    if (seen.isEmpty()) {
      return no(ReceivingPhrase.PRODUCT_GONE, ReceivingPhrase.SCAN_GOODS, sku);
    }
    return outcome(chosen(counted(seen.get(), units)), Optional.empty());
  }

  /// The number given with the choice is the whole count: what was keyed in before is not meant.
  private Sighting counted(Sighting seen, long units) {
    times(1);
    return seen instanceof Sighting.Goods goods ? goods.times(units) : seen;
  }

  private Step<ReceivingState> chosen(Sighting seen) {
    return workflow.seen(state.ready(), seen, circumstances.scene());
  }

  /// Goes on without a purchase order.
  public synchronized Outcome leaveOrder() {
    return choose(Key.WITHOUT_DOCUMENT);
  }

  /// Leaves an open question or a half line.
  public synchronized Outcome back() {
    return choose(Key.BACK);
  }

  private Outcome outcome(Step<ReceivingState> step, Optional<String> scan) {
    return switch (step) {
      case Step.Asked<ReceivingState> asked -> {
        move(asked.state());
        boolean wants = !(asked.state().phase() instanceof ReceivingState.Ready);
        yield outcome(wants ? Signal.ATTENTION : Signal.ACCEPT, asked.said(), Optional.empty());
      }
      case Step.Mistaken<ReceivingState> mistaken ->
          outcome(Signal.REJECT, mistaken.said(), Optional.empty());
      case Step.Warned<ReceivingState> warned -> {
        move(warned.state());
        yield outcome(Signal.REJECT, warned.said(), Optional.empty());
      }
      case Step.Undecided<ReceivingState> undecided -> {
        move(undecided.state());
        yield outcome(Signal.ATTENTION, undecided.said(), Optional.empty());
      }
      case Step.Recorded<ReceivingState> recorded -> record(recorded, scan);
      case Step.Left<ReceivingState> left -> {
        move(left.state());
        yield outcome(Signal.ACCEPT, left.said(), Optional.empty());
      }
    };
  }

  private Outcome record(Step.Recorded<ReceivingState> recorded, Optional<String> scan) {
    Command command = recorded.commands().getFirst(); // Receiving records one at a time.
    if (seenBefore(command).isPresent()) {
      move(recorded.state());
      return no(ReceivingPhrase.SERIAL_IS_HERE, ReceivingPhrase.ALREADY_SET_ASIDE);
    }
    Origin origin = circumstances.origin(command, scan, recorded.insisted());
    return switch (outbox.add(command, origin)) {
      case Added.NotSaved notSaved -> refusedByStore(notSaved.why());
      case Added.Saved saved -> {
        move(recorded.state());
        CommandId id = saved.envelope().id();
        if (command instanceof ReceiveGoods receive) {
          long units = receive.quantity().units();
          steps.push(new UndoableSteps.Step(id, recorded.said().headline(), units));
        }
        Signal signal = recorded.complete() ? Signal.DONE : Signal.ACCEPT;
        yield outcome(signal, recorded.said(), Optional.of(id));
      }
    };
  }

  private Optional<Instant> seenBefore(Command command) {
    return command instanceof ReceiveGoods receive
        ? receive.serial().flatMap(serial -> receipts.received(receive.sku(), serial))
        : Optional.empty();
  }

  /// How many of the last steps can be undone.
  public synchronized int undoable() {
    return steps.count();
  }

  /// Takes the last accepted step back by a reversing command; works off line too.
  public synchronized Outcome undoLast() {
    Optional<UndoableSteps.Step> newest = steps.last();
    if (newest.isEmpty()) {
      return outcome(given(Key.UNDO), Optional.empty());
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
      return no(ReceivingPhrase.LAST_REFUSED, ReceivingPhrase.LOOK_AT_ATTENTION);
    }
    UndoCommand undo = new UndoCommand(last.id());
    return switch (outbox.add(undo, circumstances.origin(undo, Optional.empty(), false))) {
      case Added.NotSaved notSaved -> refusedByStore(notSaved.why());
      case Added.Saved saved -> {
        steps.dropLast();
        Said said =
            said(ReceivingPhrase.UNDONE, ReceivingPhrase.PUT_GOODS_BACK, last.name())
                .value(Text.of(CommonPhrase.MINUS, last.units()));
        yield outcome(Signal.ACCEPT, said, Optional.of(saved.envelope().id()));
      }
    };
  }

  private void move(ReceivingState next) {
    if (!next.staging().equals(state.staging()) || !next.order().equals(state.order())) {
      place.keep(next);
    }
    state = next;
  }

  /// At the edge: what was said becomes words.
  private Outcome outcome(Signal signal, Said said, Optional<CommandId> command) {
    Wording words = wording.get();
    List<Outcome.Answer> answers = signal == Signal.ATTENTION ? answers(words) : List.of();
    return new Outcome(
        signal,
        words.headline(said.headline()),
        said.detail().map(words::say).orElse(""),
        said.value().map(words::say).orElse(""),
        answers,
        command);
  }

  private List<Outcome.Answer> answers(Wording words) {
    return card().question().map(Card.Question::answers).orElse(List.of()).stream()
        .flatMap(action -> answer(words, action).stream())
        .toList();
  }

  private static Optional<Outcome.Answer> answer(Wording words, Card.Action action) {
    return action.input() instanceof Input.Press(Key key)
        ? Optional.of(new Outcome.Answer(key, words.say(action.label()), action.supervisor()))
        : Optional.empty();
  }

  /// Nothing changes.
  private Outcome no(ReceivingPhrase headline, ReceivingPhrase detail, Object... parts) {
    return outcome(Signal.REJECT, said(headline, detail, parts), Optional.empty());
  }

  private static Said said(Phrase headline, Phrase detail, Object... parts) {
    return Said.of(Text.of(headline, parts), Text.of(detail));
  }

  private Outcome refusedByStore(StoreFailure.Kind why) {
    Said said = said(DevicePhrase.NOTHING_RECORDED, DevicePhrase.of(why));
    return outcome(Signal.SYSTEM, said, Optional.empty());
  }
}
