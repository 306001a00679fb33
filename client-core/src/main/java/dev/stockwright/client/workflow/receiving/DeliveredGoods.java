package dev.stockwright.client.workflow.receiving;

import dev.stockwright.client.known.Notice;
import dev.stockwright.client.known.OrderLine;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.receiving.ReceivingState.Delivery;
import dev.stockwright.client.workflow.receiving.ReceivingState.NotAnnounced;
import dev.stockwright.client.workflow.receiving.ReceivingState.TooMuch;
import dev.stockwright.protocol.Command;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Loose goods of a delivery that was announced, on their way to a line of its receipt.
record DeliveredGoods(Receipt receipt, Delivery delivery) {

  Step<ReceivingState> judge() {
    Optional<Notice> notice = Deliveries.notice(receipt.scene(), delivery.number());
    List<Notice.Line> lines =
        notice.map(Notice::lines).orElse(List.of()).stream()
            .filter(line -> line.unit().isEmpty())
            .filter(line -> line.sku().equals(receipt.load().sku()))
            .toList();
    boolean extra = notice.isPresent() && lines.isEmpty();
    if (extra && !receipt.allowed().insisted()) {
      return receipt.undecided(new NotAnnounced());
    }
    Optional<Over> over =
        notice.filter(known -> !known.blind()).flatMap(Notice::purchaseOrder).flatMap(this::over);
    if (over.isPresent() && !receipt.allowed().insisted()) {
      return receipt.undecided(over.get().more());
    }
    List<Command> commands = new ArrayList<>();
    over.ifPresent(found -> commands.add(Commands.allowed(receipt, found.order(), found.more())));
    commands.addAll(Commands.line(receipt, delivery));
    if (extra) {
      Text named = Text.of(ReceivingPhrase.EXTRA_ON, delivery.number());
      Text flagged = Text.of(ReceivingPhrase.FLAGGED);
      return receipt.recorded(commands, Optional.of(named), flagged, false);
    }
    return counted(commands, lines);
  }

  private Step<ReceivingState> counted(List<Command> commands, List<Notice.Line> lines) {
    boolean told =
        !lines.isEmpty() && lines.stream().allMatch(line -> line.announced().isPresent());
    if (!told) {
      Text next = Text.of(ReceivingPhrase.NEXT_GOODS);
      return receipt.recorded(commands, Optional.empty(), next, false);
    }
    long announced = lines.stream().mapToLong(line -> line.announced().orElse(0L)).sum();
    long before = lines.stream().mapToLong(line -> line.received().orElse(0L)).sum();
    long after = before + receipt.units();
    Text detail =
        after > announced
            ? Text.of(ReceivingPhrase.OVER_ANNOUNCED, after - announced)
            : Text.of(
                after == announced ? ReceivingPhrase.LINE_COMPLETE : ReceivingPhrase.NEXT_GOODS);
    return receipt.recorded(
        commands,
        Optional.of(Text.of(CommonPhrase.OF, after, announced)),
        detail,
        after >= announced);
  }

  /// More than the order behind the notice may get.
  private record Over(Reference order, TooMuch more) {}

  private Optional<Over> over(Reference number) {
    Optional<OrderLine> line =
        receipt.scene().books().order(number).flatMap(order -> order.line(receipt.load().sku()));
    return line.flatMap(receipt::beyond).map(more -> new Over(number, more));
  }
}
