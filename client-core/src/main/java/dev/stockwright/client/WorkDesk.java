package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.workflow.Activity;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.Signal;
import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Envelope;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.Scan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The activities of a [Shift] for an app that lets people in itself and has screens besides: one
/// person's home, put-away, picks, counts, moves and the rest, by the same sessions.
///
/// All methods are synchronized on this.
public final class WorkDesk {
  private final ClientCore client;
  private final PersonAtWork work;
  private final DeskApproval approval;

  /// What is to be seen now.
  ///
  /// @param undoable how many of the last steps can be taken back
  /// @param asked the question to a supervisor that lies over the card; absent: none
  public record View(Card card, Activity activity, int undoable, Optional<SupervisorAsked> asked) {
    /// There is a step before this one.
    public boolean back() {
      return activity != Activity.HOME;
    }
  }

  /// What came of a scan or press.
  ///
  /// @param elsewhere what the person wants has a screen of its own in this app
  public record Done(Outcome outcome, Optional<Activity> elsewhere) {}

  /// @param elsewhere activities that the app has screens of its own for
  WorkDesk(ClientCore client, Activities activities, Operator person, Set<Activity> elsewhere) {
    this.client = client;
    this.work = new PersonAtWork(client, activities, person, elsewhere);
    this.approval =
        new DeskApproval(
            DeskApproval.Means.of(client),
            new DeskApproval.Over(
                client::read,
                work::known,
                work::given,
                work::wanted,
                work::allowed,
                this::approved,
                work::unasked));
  }

  private synchronized Turn approved() {
    return work.approved();
  }

  /// Whose work it is.
  public Operator person() {
    return work.person();
  }

  /// Handles one scan.
  ///
  /// @param typed a number that was typed before it and is saved by it
  public synchronized Done scan(Scan scan, OptionalLong typed) {
    if (typed.isPresent() && !approval.open()) {
      Turn number = work.given(new Input.Keyed(typed.getAsLong()));
      if (number.signal() == Signal.REJECT || number.signal() == Signal.SYSTEM) {
        return done(number); // The number meant something; the scan after it would mean another.
      }
    }
    return done(approval.scanned(scan, () -> work.scanned(scan)));
  }

  /// Handles what was pressed, chosen or typed.
  public synchronized Done give(Input input) {
    return done(approval.given(input, () -> work.given(input)));
  }

  /// A supervisor's user name by the keyboard instead of the badge.
  public synchronized Done supervisor(String user) {
    return done(approval.named(user));
  }

  /// The supervisor's PIN. Takes up to 10 seconds for each thing to allow; the card can be looked
  /// at meanwhile.
  ///
  /// @param begun called before the server is asked
  public Done pin(String digits, Runnable begun) {
    Turn turn = approval.pin(digits, begun);
    synchronized (this) {
      return done(turn);
    }
  }

  private Done done(Turn turn) {
    Optional<Activity> elsewhere =
        turn.left().map(Turn.Leaving::next).filter(next -> next != work.activity());
    return new Done(turn.outcome(client.wording(), List.of()), elsewhere);
  }

  /// The server has answered; the list of what was refused says why.
  public synchronized void settled(Envelope envelope, Answer answer) {
    if (answer instanceof Answer.Refused) {
      work.refused(envelope.command());
      approval.check();
    }
  }

  public synchronized View view() {
    client.desk().ifPresent(desk -> desk.watch(work.watched()));
    return new View(work.card(), work.activity(), work.undoable(), approval.asked());
  }
}
