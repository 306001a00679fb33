package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Watched;
import dev.stockwright.client.outbox.Added;
import dev.stockwright.client.outbox.Entry;
import dev.stockwright.client.outbox.Origin;
import dev.stockwright.client.outbox.Outbox;
import dev.stockwright.client.store.StoreFailure;
import dev.stockwright.client.words.Phrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.words.Wording;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Workflow;
import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.protocol.UndoCommand;
import dev.stockwright.vocabulary.CommandBarcode;
import dev.stockwright.vocabulary.CommandId;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Scan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// One person in one activity at one device: keeps the state of the pure workflow, and writes what
/// it decides to the outbox, together with where the person is then, before anybody is told. A
/// device that was killed goes on at the same step. All methods are synchronized on this.
///
/// @param <S> the state of the workflow
public final class WorkSession<S> {
  private final Parts<S> parts;
  private Whereabouts<S> at;
  private Optional<HeldStep<S>> held = Optional.empty();

  /// What a session is made of.
  ///
  /// @param start where the activity begins
  /// @param seen what is known of a thing that was read
  /// @param wording in which language it speaks now
  record Parts<S>(
      Workflow<S> workflow,
      S start,
      Function<Scan, Identified> reader,
      Function<Identified, Sighting> seen,
      Outbox outbox,
      WorkPlace<S> place,
      Circumstances circumstances,
      Supplier<Wording> wording) {}

  /// What is so at the moment, asked at each step.
  interface Circumstances {
    Scene scene();

    /// Who does it, from which scan, and whether it is told late.
    Origin origin(List<Command> commands, Optional<String> scan, boolean insisted);
  }

  WorkSession(Parts<S> parts) {
    this.parts = parts;
    this.at = parts.place().resume().orElseGet(() -> Whereabouts.at(parts.start()));
  }

  /// What the screen shows, before it is put into words.
  public synchronized Card card() {
    return parts.workflow().card(at.state(), scene());
  }

  /// Where the person is.
  public synchronized S state() {
    return at.state();
  }

  private Scene scene() {
    return parts.circumstances().scene().still();
  }

  /// Handles what a person chose from a list instead of scanning it.
  Outcome onSighting(Sighting chosen) {
    return outcome(handed(chosen));
  }

  /// Handles one scan. `ACCEPT` and `DONE` mean that what was decided is on the disk.
  public Outcome onScan(Scan scan) {
    return outcome(scanned(scan));
  }

  /// The same, before it is put into words.
  synchronized Turn scanned(Scan scan) {
    held = Optional.empty();
    try {
      Identified read = parts.reader().apply(scan);
      Optional<CommandBarcode> card =
          read instanceof Identified.PlainCode(String text)
              ? CommandBarcode.of(text)
              : Optional.empty();
      if (card.isPresent()) {
        return commanded(card.get());
      }
      Sighting sighting = parts.seen().apply(read);
      Scene scene = scene();
      Step<S> step = parts.workflow().seen(at.state(), sighting, scene);
      Optional<String> raw = Optional.of(scan.raw().text());
      new Referring.Noting<>(parts, at.state(), scene).scanned(sighting, step, raw);
      return done(step, raw);
    } catch (StoreFailure failure) {
      return Turn.notKept(failure.kind());
    }
  }

  /// Handles what another activity has handed on.
  synchronized Turn handed(Sighting sighting) {
    held = Optional.empty();
    try {
      return done(parts.workflow().seen(at.state(), sighting, scene()), Optional.empty());
    } catch (StoreFailure failure) {
      return Turn.notKept(failure.kind());
    }
  }

  /// The server has refused a command of this activity; what comes of it is where the person is.
  synchronized void refused(Command command) {
    S next = parts.workflow().refused(at.state(), command);
    if (!next.equals(at.state())) {
      held = Optional.empty();
      go(at.in(next));
    }
  }

  /// A card of the command sheet presses what the screen shows.
  private Turn commanded(CommandBarcode command) {
    return switch (command) {
      case OK -> given(CardKeys.agreed(card()));
      case BACK -> given(new Input.Press(Key.BACK));
      case UNDO -> takenBack();
      case QTY -> given(new Input.Press(Key.QUANTITY));
      case SHORT -> given(new Input.Press(Key.SHORT));
      case SKIP -> given(new Input.Press(Key.SKIP));
      case DONE -> given(new Input.Press(Key.DONE));
      case HELP -> given(new Input.Press(Key.HELP));
    };
  }

  public Outcome press(Key key) {
    return give(new Input.Press(key));
  }

  /// Handles what was pressed, chosen or typed.
  public Outcome give(Input input) {
    return outcome(given(input));
  }

  /// The same, before it is put into words.
  synchronized Turn given(Input input) {
    held = Optional.empty();
    if (input instanceof Input.Press(Key key) && key == Key.UNDO) {
      return takenBack();
    }
    Scene scene = scene();
    try {
      if (!scene.supervisor() && CardKeys.forSupervisors(card(), input)) {
        return parts.workflow().given(at.state(), input, scene.asSupervisor())
                    instanceof Step.Recorded<S> recorded
                && HeldStep.needed(recorded)
            ? hold(recorded, Optional.empty(), scene)
            : no(WorkPhrase.SUPERVISOR_MUST, WorkPhrase.CALL_ONE);
      }
      Step<S> step = parts.workflow().given(at.state(), input, scene);
      new Referring.Noting<>(parts, at.state(), scene).given(input);
      return done(step, Optional.empty());
    } catch (StoreFailure failure) {
      return Turn.notKept(failure.kind());
    }
  }

  private Turn done(Step<S> step, Optional<String> scan) {
    return switch (step) {
      case Step.Mistaken<S> mistaken -> said(Signal.REJECT, mistaken.said(), Optional.empty());
      case Step.Warned<S> warned -> moved(warned.state(), Signal.REJECT, warned.said());
      case Step.Asked<S> asked ->
          moved(
              asked.state(),
              parts.workflow().waits(asked.state()) ? Signal.ATTENTION : Signal.ACCEPT,
              asked.said());
      case Step.Undecided<S> open -> moved(open.state(), Signal.ATTENTION, open.said());
      case Step.Left<S> left -> {
        S kept = parts.workflow().kept(left.state()).orElse(parts.start());
        Turn gone = moved(kept, Signal.ACCEPT, left.said());
        yield new Turn(
            gone.signal(),
            gone.said(),
            gone.command(),
            Optional.of(new Turn.Leaving(left.next(), left.seen())));
      }
      case Step.Recorded<S> recorded -> record(recorded, scan);
    };
  }

  /// Kept before it is said, so that the same question is open after a restart.
  private Turn moved(S next, Signal signal, Said said) {
    if (!next.equals(at.state())) {
      go(at.in(next));
    }
    return said(signal, said, Optional.empty());
  }

  private void go(Whereabouts<S> then) {
    parts.place().keep(then);
    at = then;
  }

  /// Nothing is recorded until a supervisor has given what is theirs in the step.
  private Turn hold(Step.Recorded<S> step, Optional<String> scan, Scene scene) {
    if (!scene.online()) {
      return Turn.of(Signal.REJECT, Approval.noConnection());
    }
    held = Optional.of(new HeldStep<>(step, scan));
    return Turn.of(Signal.ATTENTION, ApprovalPanel.wanted());
  }

  /// What a supervisor has to give before the step that waits is recorded; empty when none waits.
  synchronized List<Command> wanted() {
    return held.map(HeldStep::wanted).orElse(List.of());
  }

  /// A supervisor has given what is theirs; the rest of the step is recorded.
  synchronized Turn approved() {
    if (held.isEmpty()) {
      return unasked();
    }
    HeldStep<S> waits = held.get();
    Step.Recorded<S> step = waits.step();
    held = Optional.empty();
    try {
      Optional<Step.Recorded<S>> rest = waits.rest();
      return rest.isPresent()
          ? write(rest.get(), waits.scan())
          : moved(step.state(), step.complete() ? Signal.DONE : Signal.ACCEPT, step.said());
    } catch (StoreFailure failure) {
      return Turn.notKept(failure.kind());
    }
  }

  private Turn record(Step.Recorded<S> step, Optional<String> scan) {
    Scene scene = scene();
    return HeldStep.needed(step) && !scene.supervisor()
        ? hold(step, scan, scene)
        : write(step, scan);
  }

  private Turn write(Step.Recorded<S> step, Optional<String> scan) {
    List<Command> commands = step.commands();
    Origin origin = parts.circumstances().origin(commands, scan, step.insisted());
    boolean own = parts.workflow().stepBack().isPresent();
    boolean back = HeldStep.reversible(commands, parts.workflow());
    Kept kept =
        keep(
            commands,
            origin,
            ids ->
                own
                    ? at.in(step.state())
                    : back
                        ? at.after(HeldStep.own(commands, ids), step.state())
                        : Whereabouts.at(step.state()));
    return kept.refused()
        .orElseGet(
            () ->
                said(
                    step.complete() ? Signal.DONE : Signal.ACCEPT,
                    step.said(),
                    kept.ids().stream().findFirst()));
  }

  /// @param refused what is said when nothing was kept
  private record Kept(List<CommandId> ids, Optional<Turn> refused) {}

  private Kept keep(
      List<Command> commands, Origin origin, Function<List<CommandId>, Whereabouts<S>> next) {
    Added added = parts.outbox().add(commands, origin, ids -> parts.place().notes(next.apply(ids)));
    return switch (added) {
      case Added.NotSaved notSaved ->
          new Kept(List.of(), Optional.of(Turn.notKept(notSaved.why())));
      case Added.Saved saved -> {
        List<CommandId> ids = saved.envelopes().stream().map(Envelope::id).toList();
        at = next.apply(ids);
        yield new Kept(ids, Optional.empty());
      }
    };
  }

  /// The place whose RFID tags are of use now.
  synchronized Optional<LocationCode> swept() {
    return parts.workflow().swept(at.state());
  }

  /// What is on the screen that others may change.
  synchronized Optional<Watched> watched() {
    return parts.workflow().watched(at.state());
  }

  /// How many of the last steps can be taken back.
  public synchronized int undoable() {
    return parts
        .workflow()
        .stepBack()
        .map(own -> own.possible(at.state()) ? 1 : 0)
        .orElseGet(() -> at.steps().size());
  }

  /// Takes the last recorded step back by commands that reverse it, last first, or as the workflow
  /// does it itself; works off line too.
  public Outcome undo() {
    return outcome(takenBack());
  }

  private synchronized Turn takenBack() {
    Optional<Workflow.StepBack<S>> own = parts.workflow().stepBack();
    return own.isPresent() ? takenBack(own.get()) : recordedBack();
  }

  private Turn takenBack(Workflow.StepBack<S> own) {
    try {
      return done(own.take(at.state(), scene()), Optional.empty());
    } catch (StoreFailure failure) {
      return Turn.notKept(failure.kind());
    }
  }

  private Turn recordedBack() {
    Optional<Whereabouts.Recorded<S>> last = at.last();
    if (last.isEmpty()) {
      return no(WorkPhrase.NOTHING_TO_UNDO, WorkPhrase.GO_ON);
    }
    S before = last.get().before();
    Optional<Said> own = parts.workflow().undone(at.state(), scene());
    try {
      if (last.get().commands().stream().anyMatch(this::wasRefused)) {
        go(at.without(at.state()));
        return no(WorkPhrase.LAST_REFUSED, WorkPhrase.LOOK_AT_ATTENTION);
      }
      List<Command> undone =
          last.get().commands().reversed().stream().<Command>map(UndoCommand::new).toList();
      Origin origin = parts.circumstances().origin(undone, Optional.empty(), false);
      Kept kept = keep(undone, origin, ids -> at.without(before));
      return kept.refused()
          .orElseGet(
              () ->
                  said(
                      Signal.ACCEPT,
                      own.orElseGet(
                          () -> Said.of(Text.of(WorkPhrase.UNDONE), card().prompt().instruction())),
                      kept.ids().stream().findFirst()));
    } catch (StoreFailure failure) {
      return Turn.notKept(failure.kind());
    }
  }

  private boolean wasRefused(CommandId id) {
    return parts.outbox().find(id).filter(Entry::turnedDown).isPresent();
  }

  private static Turn said(Signal signal, Said said, Optional<CommandId> command) {
    return new Turn(signal, said, command, Optional.empty());
  }

  /// Where no supervisor can be asked, a supervisor has to sign in.
  synchronized Turn unasked() {
    held = Optional.empty();
    return no(WorkPhrase.SUPERVISOR_MUST, WorkPhrase.CALL_ONE);
  }

  /// At the edge: what was said becomes words.
  private Outcome outcome(Turn done) {
    return said(held.isEmpty() ? done : unasked(), true);
  }

  /// The same where a supervisor can be asked.
  ///
  /// @param answers whether the card can be answered now
  Outcome said(Turn turn, boolean answers) {
    Wording words = parts.wording().get();
    boolean asks = answers && turn.signal() == Signal.ATTENTION;
    return turn.outcome(words, asks ? CardKeys.answers(card(), words) : List.of());
  }

  private static Turn no(Phrase headline, Phrase detail) {
    return said(Signal.REJECT, Said.of(Text.of(headline), Text.of(detail)), Optional.empty());
  }
}
