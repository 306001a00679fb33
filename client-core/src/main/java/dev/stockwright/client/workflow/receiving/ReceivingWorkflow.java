package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.known.OpenOrder;
import dev.stockwright.client.workflow.Choice;
import dev.stockwright.client.workflow.Label;
import dev.stockwright.client.workflow.Option;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Turn;
import dev.stockwright.client.workflow.Turn.Saying;
import dev.stockwright.client.workflow.Words;
import dev.stockwright.client.workflow.receiving.ReceivingState.Answered;
import dev.stockwright.client.workflow.receiving.ReceivingState.Deciding;
import dev.stockwright.client.workflow.receiving.ReceivingState.LotWanted;
import dev.stockwright.client.workflow.receiving.ReceivingState.Ready;
import dev.stockwright.client.workflow.receiving.ReceivingState.SerialWanted;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.SerialNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Receiving goods, blind or against a purchase order: pure, `(state, sighting) -> turn`.
///
/// Goods are received the moment they are scanned; only what is missing (a lot, a serial number) or
/// doubtful (too much, another order, expired) is asked. The states and every step are drawn in
/// `docs/workflows/receiving.md`, which a test keeps equal to the table it runs.
public final class ReceivingWorkflow {

  /// What is so at the moment of a scan.
  ///
  /// @param today in the time zone of the site
  /// @param times what the worker has keyed in before the scan; 1 when nothing
  /// @param supervisor the person who is signed in may insist
  public record Scene(LocalDate today, long times, boolean supervisor) {
    public Scene {
      if (times < 1) {
        throw new IllegalArgumentException("times " + times);
      }
    }
  }

  /// The turn after a scan.
  public Turn<ReceivingState> on(ReceivingState state, Sighting sighting, Scene scene) {
    return switch (state.phase()) {
      case Ready ready -> ready(state, sighting, scene);
      case LotWanted wanted -> lot(state, wanted, sighting, scene);
      case SerialWanted wanted -> serial(state, wanted, sighting, scene);
      case Deciding deciding -> whileDeciding(state, deciding, sighting, scene);
    };
  }

  private Turn<ReceivingState> ready(ReceivingState state, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.Goods goods ->
          Receipt.of(state, goods, scene.times(), Answered.NOTHING).judge(scene);
      case Sighting.AtPlace at ->
          new Turn.Ask<>(
              state.at(at.place().code()),
              Saying.of(at.place().code() + " is the staging place now.", "Scan the goods."));
      case Sighting.Document document -> open(state, document.order());
      case Sighting.Ambiguous many ->
          new Turn.Mistake<>(
              state,
              Saying.of(
                  Words.shown(many.text())
                      + " belongs to "
                      + Words.count(many.products().size(), "product")
                      + ".",
                  "Scan another code of it, or type the SKU."));
      case Sighting.Unit unit ->
          ask(state, new Sighting.Unknown("SSCC " + unit.unit().code(), false));
      case Sighting.Unknown unknown -> ask(state, unknown);
      case Sighting.Unreadable unreadable -> misread(state, unreadable);
    };
  }

  private static Turn<ReceivingState> open(ReceivingState state, OpenOrder order) {
    if (state.order().filter(order.number()::equals).isPresent()) {
      return new Turn.Mistake<>(
          state, Saying.of(order.number() + " is open already.", "Scan the goods."));
    }
    return new Turn.Ask<>(
        state.on(order.number()),
        new Saying(
            Words.headline(order.number() + " of " + order.supplier(), " is open."),
            "Scan the goods.",
            order.linesDone() + "/" + order.lines().size()));
  }

  private static Turn<ReceivingState> ask(ReceivingState state, Sighting.Unknown unknown) {
    return decide(
        state,
        new Deciding(
            unknown,
            1,
            Saying.of(
                Words.shown(unknown.text()) + " is not known here.",
                "Set the goods aside for a supervisor, or leave them."),
            List.of(
                new Option(Choice.SET_ASIDE, "Set aside", false),
                new Option(Choice.DISCARD, "Leave it", false)),
            Answered.NOTHING));
  }

  private static Turn<ReceivingState> misread(ReceivingState state, Sighting.Unreadable scan) {
    return new Turn.Mistake<>(state, Saying.of("Misread, scan again.", scan.message()));
  }

  static Turn<ReceivingState> decide(ReceivingState state, Deciding question) {
    return new Turn.Decide<>(state.in(question), question.question(), question.options());
  }

  private Turn<ReceivingState> lot(
      ReceivingState state, LotWanted wanted, Sighting sighting, Scene scene) {
    Optional<LotCode> lot =
        switch (sighting) {
          case Sighting.Unknown text -> text.plain() ? lotOf(text.text()) : Optional.empty();
          case Sighting.Goods goods ->
              goods.product().sku().equals(wanted.goods().product().sku())
                  ? goods.label().lot()
                  : Optional.empty();
          case Sighting.AtPlace place -> Optional.empty();
          case Sighting.Document document -> Optional.empty();
          case Sighting.Unit unit -> Optional.empty();
          case Sighting.Ambiguous many -> Optional.empty();
          case Sighting.Unreadable unreadable -> Optional.empty();
        };
    if (lot.isEmpty()) {
      return sighting instanceof Sighting.Unreadable unreadable
          ? misread(state, unreadable)
          : new Turn.Mistake<>(
              state,
              Saying.of(
                  Words.headline(wanted.goods().product().name(), ": lot first."),
                  "Scan or type the lot printed on the goods."));
    }
    Optional<LocalDate> expiry =
        sighting instanceof Sighting.Goods again ? again.label().expiry() : Optional.empty();
    Sighting.Goods whole = withLot(wanted.goods(), lot.get(), expiry);
    return Receipt.of(state.ready(), whole, wanted.times(), Answered.NOTHING).judge(scene);
  }

  private static Optional<LotCode> lotOf(String text) {
    try {
      return Optional.of(new LotCode(text));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  private static Sighting.Goods withLot(
      Sighting.Goods goods, LotCode lot, Optional<LocalDate> expiry) {
    Label old = goods.label();
    Label label =
        new Label(
            Optional.of(lot),
            old.serial(),
            old.expiry().or(() -> expiry),
            old.handlingUnit(),
            old.count());
    return new Sighting.Goods(
        goods.product(), goods.pack(), label, goods.orders(), goods.seenBefore());
  }

  private Turn<ReceivingState> serial(
      ReceivingState state, SerialWanted wanted, Sighting sighting, Scene scene) {
    if (sighting instanceof Sighting.Goods goods
        && goods.product().sku().equals(wanted.goods().product().sku())
        && goods.label().serial().isPresent()) {
      return Receipt.of(state.ready(), goods, 1, Answered.NOTHING).judge(scene);
    }
    if (sighting instanceof Sighting.Unreadable unreadable) {
      return misread(state, unreadable);
    }
    Optional<SerialNumber> serial =
        sighting instanceof Sighting.Unknown text && text.plain()
            ? serialOf(text.text())
            : Optional.empty();
    if (serial.isEmpty()) {
      return new Turn.Mistake<>(
          state,
          Saying.of(
              Words.headline(wanted.goods().product().name(), ": serial number first."),
              "Scan or type the serial number of this piece."));
    }
    Label old = wanted.goods().label();
    Label label = new Label(old.lot(), serial, old.expiry(), old.handlingUnit(), old.count());
    Sighting.Goods whole =
        new Sighting.Goods(
            wanted.goods().product(),
            wanted.goods().pack(),
            label,
            wanted.goods().orders(),
            wanted.goods().seenBefore());
    return Receipt.of(state.ready(), whole, 1, Answered.NOTHING).judge(scene);
  }

  private static Optional<SerialNumber> serialOf(String text) {
    try {
      return Optional.of(new SerialNumber(text));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  /// A scan that is fine by itself leaves the question and goes on; anything else has to wait for
  /// its answer.
  private Turn<ReceivingState> whileDeciding(
      ReceivingState state, Deciding deciding, Sighting sighting, Scene scene) {
    Turn<ReceivingState> alone = ready(state.ready(), sighting, scene);
    return switch (alone) {
      case Turn.Done<ReceivingState> done -> done;
      case Turn.Ask<ReceivingState> ask -> ask;
      case Turn.Mistake<ReceivingState> mistake -> new Turn.Mistake<>(state, mistake.saying());
      case Turn.Decide<ReceivingState> another ->
          new Turn.Mistake<>(
              state,
              Saying.of(
                  "A question is open: " + deciding.question().headline(),
                  "Answer it, then scan again."));
    };
  }

  /// The turn after an answer to the open question.
  public Turn<ReceivingState> choose(ReceivingState state, Choice choice, Scene scene) {
    if (!(state.phase() instanceof Deciding deciding)) {
      return new Turn.Mistake<>(state, Saying.of("No question is open.", "Scan the goods."));
    }
    Optional<Option> option =
        deciding.options().stream().filter(o -> o.choice() == choice).findFirst();
    if (option.isEmpty()) {
      return new Turn.Mistake<>(
          state, Saying.of("That is no answer to this question.", "Choose one that is shown."));
    }
    if (option.get().supervisor() && !scene.supervisor()) {
      return new Turn.Mistake<>(
          state, Saying.of("A supervisor must allow this.", "Call one, or put the goods back."));
    }
    return answered(state, deciding, choice, scene);
  }

  private Turn<ReceivingState> answered(
      ReceivingState state, Deciding deciding, Choice choice, Scene scene) {
    ReceivingState ready = state.ready();
    Answered before = deciding.allowed();
    return switch (choice) {
      case DISCARD ->
          new Turn.Ask<>(ready, Saying.of("Nothing was recorded.", "Scan the next goods."));
      case SET_ASIDE ->
          new Turn.Ask<>(
              ready, Saying.of("Goods set aside.", "Nothing was recorded. Tell a supervisor."));
      case CONFIRM ->
          again(ready, deciding, new Answered(true, before.insisted(), before.quarantine()), scene);
      case INSIST, EXTRA_LINE ->
          again(ready, deciding, new Answered(before.large(), true, before.quarantine()), scene);
      case QUARANTINE ->
          again(ready, deciding, new Answered(before.large(), before.insisted(), true), scene);
      case USE_OTHER_ORDER -> again(toOther(ready, deciding), deciding, before, scene);
    };
  }

  private static ReceivingState toOther(ReceivingState state, Deciding deciding) {
    return deciding.about() instanceof Sighting.Goods goods
        ? Receipt.otherOrder(state, goods).map(o -> state.on(o.number())).orElse(state)
        : state;
  }

  private static Turn<ReceivingState> again(
      ReceivingState state, Deciding deciding, Answered allowed, Scene scene) {
    return deciding.about() instanceof Sighting.Goods goods
        ? Receipt.of(state, goods, deciding.times(), allowed).judge(scene)
        : new Turn.Ask<>(state, Saying.of("Nothing was recorded.", "Scan the next goods."));
  }

  /// The worker goes on without a purchase order.
  public Turn<ReceivingState> leaveOrder(ReceivingState state) {
    return new Turn.Ask<>(
        state.blind(), Saying.of("Receiving without an order.", "Scan the goods."));
  }

  /// The worker goes back one step: an open question or half line is left, nothing recorded.
  public Turn<ReceivingState> back(ReceivingState state) {
    return new Turn.Ask<>(state.ready(), Saying.of("Nothing was recorded.", "Scan the goods."));
  }
}
