package dev.stockwright.desktop.receiving;

import dev.stockwright.desktop.approval.ApprovalActions;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Scan;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What a person at the desk can ask for while receiving. Called on the JavaFX thread; must return
/// at once and answer through the view model. What is pressed is meant for the lane that is shown.
public interface ReceivingActions extends ApprovalActions {
  /// The lane in which this scanner works; absent: the one that is shown.
  OptionalInt laneOf(DeviceId source);

  /// Another lane is shown now.
  void laneShown(int lane);

  /// From now on this scanner works in this lane.
  void bind(DeviceId source, int lane);

  /// What stands typed for the next scan of a lane; 0 for nothing.
  void typed(int lane, long number);

  /// Something was scanned; `times` when a number was typed before it.
  void scanned(int lane, Scan scan, OptionalLong times);

  /// The scan before was read again at once; answer with [ReceivingViewModel#sayReadTwice] when
  /// what came of it is shown.
  void bounced(int lane, Scan scan);

  /// Shows this entry of the queue; the one that was open is kept.
  void open(String queueId);

  /// Begins a receipt without a purchase order.
  void startBlindReceipt();

  /// Receives `quantity` of the product of a line, typed instead of scanned.
  void receive(String lineKey, long quantity);

  /// Reverses the last accepted step.
  void undo();

  /// The RFID gate: begins to read for the receipt that is shown, ends the pass, reads again.
  void readTags();

  /// The gate's session is left; nothing of it is received.
  void leaveGate();

  /// What of the receipt stands at the dock shall be put away.
  void release();

  /// Ends the receipt that is shown; goods without an order become one.
  void finish();

  /// Prints a label of the product that was received last.
  void printLabel();

  /// Answers the open question.
  void decide(Decision decision, Decision.Option option);
}
