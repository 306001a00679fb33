package dev.stockwright.client;

import dev.stockwright.client.card.Card;
import dev.stockwright.client.card.Input;
import dev.stockwright.client.card.Key;
import dev.stockwright.client.workflow.Outcome;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.receiving.ReceivingState;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Scan;
import dev.stockwright.vocabulary.Sku;
import java.util.Optional;
import java.util.function.Function;

/// Receiving as the floor app uses it: a [WorkSession] of receiving with orders and products that
/// are chosen from lists. Two lanes of one desk have a session each. Safe for many threads.
public final class ReceivingSession {
  private final WorkSession<ReceivingState> session;
  private final Function<Sku, Optional<Sighting>> products;
  private final DeskApproval approval;

  /// @param products what is known of a product that was chosen, loose
  ReceivingSession(
      WorkSession<ReceivingState> session,
      Function<Sku, Optional<Sighting>> products,
      DeskApproval approval) {
    this.session = session;
    this.products = products;
    this.approval = approval;
  }

  /// The question to a supervisor that lies over this lane; absent: none.
  public Optional<SupervisorAsked> asked() {
    return approval.asked();
  }

  /// A supervisor's user name by the keyboard instead of the badge.
  public Outcome supervisor(String user) {
    return said(approval.named(user));
  }

  /// The supervisor's PIN. Takes up to 10 seconds for each thing to allow.
  ///
  /// @param begun called before the server is asked
  public Outcome pin(String digits, Runnable begun) {
    return said(approval.pin(digits, begun));
  }

  /// Who works here leaves; an open question to a supervisor is withdrawn.
  void leave() {
    approval.leave();
  }

  /// Where the person is.
  public ReceivingState state() {
    return session.state();
  }

  /// What the screen shows, before it is put into words.
  public Card card() {
    return session.card();
  }

  /// The keypad: the next goods count this often. Back to 1 after they are received.
  ///
  /// @param keyed 1 or more
  public Outcome times(long keyed) {
    return give(new Input.Keyed(keyed));
  }

  /// Handles one scan. `ACCEPT` and `DONE` mean that the command is on the disk.
  public Outcome onScan(Scan scan) {
    return said(approval.scanned(scan, () -> session.scanned(scan)));
  }

  /// Answers the open question, or presses any other key.
  public Outcome choose(Key key) {
    return give(new Input.Press(key));
  }

  /// Handles what was pressed, chosen or typed.
  public Outcome give(Input input) {
    return said(approval.given(input, () -> session.given(input)));
  }

  /// Opens an order or shipping notice that a person chose from a list. An open question is left,
  /// nothing is recorded.
  public Outcome open(Reference document) {
    return give(new Input.Point(document.code()));
  }

  /// Receives loose goods of a product that a person chose from a list. An open question is left;
  /// what was keyed in before is not meant.
  ///
  /// @param units 1 or more base units
  public synchronized Outcome receive(Sku sku, long units) {
    if (approval.open()) {
      return choose(Key.OK); // Not while a supervisor is asked: that is said.
    }
    Optional<Sighting> seen = products.apply(sku);
    if (seen.isPresent() && seen.get() instanceof Sighting.Goods goods) {
      if (!(state().phase() instanceof ReceivingState.Ready)) {
        session.press(Key.BACK);
      }
      if (state().times() != 1) {
        session.give(new Input.Keyed(1));
      }
      return chosen(goods.times(units));
    }
    return chosen(new Sighting.Unknown(sku.code(), true));
  }

  private Outcome chosen(Sighting goods) {
    return said(approval.opened(session.handed(goods)));
  }

  private Outcome said(Turn turn) {
    return session.said(turn, !approval.open());
  }

  /// Goes on without a document.
  public Outcome leaveOrder() {
    return choose(Key.WITHOUT_DOCUMENT);
  }

  /// Leaves an open question or a half line.
  public Outcome back() {
    return choose(Key.BACK);
  }

  /// How many of the last steps can be undone.
  public int undoable() {
    return session.undoable();
  }

  /// Takes the last accepted step back by a reversing command; works off line too.
  public Outcome undoLast() {
    return choose(Key.UNDO);
  }
}
