package dev.stockwright.client;

import dev.stockwright.client.SupervisorAsked.Stage;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.sync.SignedIn;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.protocol.Command;
import dev.stockwright.vocabulary.Identified;
import dev.stockwright.vocabulary.Scan;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// A supervisor's badge and PIN over one piece of work at a desk: a lane, or the cards of a person.
/// While it is asked every scan and press of that work is for the question, so a badge is never
/// taken for goods; the rest of the desk goes on.
///
/// Guarded by this. The server is asked without the lock. A PIN comes whole and is not kept.
final class DeskApproval {
  private final Means means;
  private final Over work;
  private Optional<ApprovalPanel> panel = Optional.empty();
  private Optional<SignedIn> asker = Optional.empty();
  private boolean asking;

  /// Who opens the question.
  interface Asker {
    Optional<Panel> asked(List<Command> wanted, Consumer<Turn> waiting, Supplier<Turn> allowed);
  }

  /// What this device knows of people.
  ///
  /// @param people whose badge it is
  /// @param here who is signed in
  record Means(
      Asker server,
      Function<String, Optional<KnownPerson>> people,
      Supplier<Optional<SignedIn>> here) {
    static Means of(ClientCore client) {
      return new Means(client.approval()::asked, client.people()::of, client::signedIn);
    }
  }

  /// The work below.
  ///
  /// @param reader what a scan says by itself
  /// @param seen what is known of a thing that was read
  /// @param given handles what was pressed
  /// @param wanted what a supervisor has to give before the step that waits is recorded
  /// @param theirs what only a supervisor may press now
  /// @param approved records the step that waited
  /// @param unasked gives that step up
  record Over(
      Function<Scan, Identified> reader,
      Function<Identified, Sighting> seen,
      Function<Input, Turn> given,
      Supplier<List<Command>> wanted,
      Supplier<Optional<Input>> theirs,
      Supplier<Turn> approved,
      Supplier<Turn> unasked) {
    static Over of(
        WorkSession<?> session,
        Function<Scan, Identified> reader,
        Function<Identified, Sighting> seen) {
      return new Over(
          reader,
          seen,
          session::given,
          session::wanted,
          () -> CardKeys.forSupervisors(session.card()),
          session::approved,
          session::unasked);
    }
  }

  DeskApproval(Means means, Over work) {
    this.means = means;
    this.work = work;
  }

  /// Absent: nobody is asked.
  synchronized Optional<SupervisorAsked> asked() {
    return panel.map(
        now ->
            switch (now.phase()) {
              case ApprovalPanel.Badge badge -> new SupervisorAsked(Stage.BADGE, Optional.empty());
              case ApprovalPanel.Pin pin ->
                  new SupervisorAsked(asking ? Stage.ASKING : Stage.PIN, pin.who().shown());
            });
  }

  synchronized boolean open() {
    return panel.isPresent();
  }

  /// A scan of this work: the badge that is waited for, or handled below.
  synchronized Turn scanned(Scan scan, Supplier<Turn> below) {
    if (asking) {
      return waiting();
    }
    Identified read = work.reader().apply(scan);
    Optional<KnownPerson> person =
        read instanceof Identified.PlainCode(String text)
            ? means.people().apply(text.strip())
            : Optional.empty();
    if (panel.isPresent()) {
      return after(panel.get().seen(read, person, work.seen().apply(read)));
    }
    Optional<Input> theirs = person.filter(this::another).flatMap(known -> work.theirs().get());
    if (theirs.isEmpty()) {
      return opened(below.get());
    }
    Turn turn = opened(work.given().apply(theirs.get()));
    String badge = ((Identified.PlainCode) read).text().strip();
    return panel.isPresent() ? after(panel.get().shown(person.orElseThrow(), badge)) : turn;
  }

  /// The badge of a supervisor who does not work here is their answer to what the card asks.
  private boolean another(KnownPerson person) {
    return person.supervisor()
        && means
            .here()
            .get()
            .filter(here -> here.operator().code().equals(person.operator()))
            .isEmpty();
  }

  /// Something was pressed, chosen or typed in this work. Back leads out of the question; nothing
  /// else is done while it is open.
  synchronized Turn given(Input input, Supplier<Turn> below) {
    if (asking) {
      return waiting();
    }
    if (panel.isEmpty()) {
      return opened(below.get());
    }
    boolean back = input.equals(new Input.Press(Key.BACK));
    return back ? after(panel.get().give(input)) : Turn.of(Signal.REJECT, panel.get().expects());
  }

  /// What came of a step below; a supervisor is asked when something in it is theirs to give.
  synchronized Turn opened(Turn turn) {
    List<Command> wanted = work.wanted().get();
    if (wanted.isEmpty()) {
      return turn;
    }
    asker = means.here().get();
    panel =
        means
            .server()
            .asked(wanted, waiting -> {}, this::allowed)
            .filter(ApprovalPanel.class::isInstance)
            .map(ApprovalPanel.class::cast);
    return panel.isPresent() ? turn : work.unasked().get();
  }

  /// A user name by the keyboard instead of a badge.
  synchronized Turn named(String user) {
    return asking || panel.isEmpty() ? waiting() : after(panel.get().named(user));
  }

  /// The PIN, whole. Asks the server, which takes a while.
  ///
  /// @param begun called before the server is asked
  Turn pin(String digits, Runnable begun) {
    ApprovalPanel now;
    synchronized (this) {
      if (asking || panel.isEmpty()) {
        return waiting();
      }
      now = panel.get();
      asking = true;
    }
    Panel.After after = new Panel.After(Optional.of(now), Optional.empty());
    try {
      begun.run();
      after = now.whole(digits);
    } finally {
      answered(now, after);
    }
    return after.said().orElseGet(DeskApproval::waiting);
  }

  private synchronized void answered(ApprovalPanel asked, Panel.After after) {
    asking = false;
    if (panel.equals(Optional.of(asked))) {
      panel = after.next().filter(ApprovalPanel.class::isInstance).map(ApprovalPanel.class::cast);
    }
  }

  /// Whoever has gone meanwhile records nothing any more.
  private Turn allowed() {
    return still() ? work.approved().get() : nothing();
  }

  private synchronized boolean still() {
    return panel.isPresent() && asker.equals(means.here().get());
  }

  private static Turn nothing() {
    return Turn.of(
        Signal.ACCEPT,
        ApprovalPanel.said(Text.of(ApprovalPhrase.NOTHING_RECORDED), ApprovalPhrase.WORK_ON));
  }

  private static Turn waiting() {
    return Turn.of(
        Signal.REJECT,
        ApprovalPanel.said(Text.of(ApprovalPhrase.ASKING), ApprovalPhrase.WAIT_A_MOMENT));
  }

  /// The step that waited may be gone: then there is nothing to ask any more.
  synchronized void check() {
    if (!asking) {
      panel = panel.filter(open -> !work.wanted().get().isEmpty());
    }
  }

  /// Who works here leaves: the question is withdrawn.
  synchronized void leave() {
    panel = Optional.empty();
  }

  private Turn after(Panel.After after) {
    panel = after.next().filter(ApprovalPanel.class::isInstance).map(ApprovalPanel.class::cast);
    return after.said().orElseGet(DeskApproval::nothing);
  }
}
