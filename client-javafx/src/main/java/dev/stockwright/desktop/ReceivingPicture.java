package dev.stockwright.desktop;

import dev.stockwright.desktop.approval.ApprovalPicture;
import dev.stockwright.desktop.look.Decision;
import dev.stockwright.desktop.look.Instruction;
import dev.stockwright.desktop.receiving.GatePicture;
import dev.stockwright.desktop.receiving.LaneCard;
import dev.stockwright.desktop.receiving.QueueEntry;
import dev.stockwright.desktop.receiving.ReceiptHeader;
import dev.stockwright.desktop.receiving.ReceiptLine;
import java.util.List;
import java.util.Optional;

/// The receiving screen as it should look now.
///
/// @param lane which lane of the desk it is of
/// @param lanes a card for each lane; empty at a desk with one
/// @param last the line that something was received for last
/// @param approval a supervisor is asked; then nothing else is
/// @param gate absent while the RFID gate does nothing for this receipt
/// @param sent ids of the feed that the server has answered
/// @param codes what a simulated scanner offers; empty without one
record ReceivingPicture(
    int lane,
    List<LaneCard> lanes,
    List<QueueEntry> queue,
    Optional<String> openId,
    Optional<ReceiptHeader> receipt,
    List<ReceiptLine> lines,
    Optional<String> last,
    Optional<Decision> decision,
    Optional<ApprovalPicture> approval,
    Instruction step,
    Optional<GatePicture> gate,
    boolean undoable,
    List<String> sent,
    List<SimulatedCode> codes) {
  /// The queue's entry for what came without an order.
  static final String BLIND = "without order";

  ReceivingPicture {
    lanes = List.copyOf(lanes);
    queue = List.copyOf(queue);
    lines = List.copyOf(lines);
    sent = List.copyOf(sent);
    codes = List.copyOf(codes);
  }
}
