package dev.stockwright.desktop.receiving;

import dev.stockwright.desktop.look.Decision;
import dev.stockwright.vocabulary.Scan;
import java.util.OptionalLong;

/// What a person at the desk can ask for while receiving. Called on the JavaFX thread; must return
/// at once and answer through the view model.
public interface ReceivingActions {
  /// Something was scanned; `times` when a number was typed before it.
  void scanned(Scan scan, OptionalLong times);

  /// The scan before was read again at once; answer with [ReceivingViewModel#sayReadTwice] when
  /// what came of it is shown.
  void bounced(Scan scan);

  /// Shows this entry of the queue; the one that was open is kept.
  void open(String queueId);

  /// Begins a receipt without a purchase order.
  void startBlindReceipt();

  /// Receives `quantity` of the product of a line, typed instead of scanned.
  void receive(String lineKey, long quantity);

  /// Reverses the last accepted step.
  void undo();

  /// Prints a label of the product that was received last.
  void printLabel();

  /// Answers the open question.
  void decide(Decision decision, Decision.Option option);
}
