package dev.stockwright.simulator.walk;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.CountPlanCommand;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.ReorderCommand;
import dev.stockwright.protocol.ShippingCommand;
import dev.stockwright.protocol.TransferCommand;
import java.util.LinkedHashMap;
import java.util.Map;

/// An idea for every kind of command.
final class Ideas {
  /// What the rest lives on.
  private static final Map<Class<? extends Command>, Integer> OFTEN =
      Map.ofEntries(
          Map.entry(ReceiveGoods.class, 6),
          Map.entry(OrderCommand.PlaceOrder.class, 3),
          Map.entry(PickingCommand.ReleaseToPick.class, 3),
          Map.entry(PickingCommand.PickStock.class, 4),
          Map.entry(PickingCommand.DropGoods.class, 2),
          Map.entry(TransferCommand.ApproveTransfer.class, 2),
          Map.entry(CountCommand.CountLine.class, 3),
          Map.entry(CountCommand.CloseBin.class, 3),
          Map.entry(TransferCommand.PackTransfer.class, 3),
          Map.entry(TransferCommand.PackTransferUnit.class, 5),
          Map.entry(TransferCommand.ShipTransfer.class, 3),
          Map.entry(TransferCommand.ReceiveTransfer.class, 4),
          Map.entry(TransferCommand.AcceptOver.class, 4),
          Map.entry(PickingCommand.ProposeSubstitute.class, 3),
          Map.entry(PickingCommand.DecideSubstitute.class, 4),
          Map.entry(ReorderCommand.ReviewReorder.class, 3),
          Map.entry(ReorderCommand.ApproveProposals.class, 2),
          Map.entry(ReorderCommand.ChangeProposal.class, 2),
          Map.entry(CountPlanCommand.ReconcileDay.class, 3),
          Map.entry(ShippingCommand.PackOrder.class, 2),
          Map.entry(ShippingCommand.ClosePackage.class, 2),
          Map.entry(ShippingCommand.LoadPackage.class, 2),
          Map.entry(ShippingCommand.ShipGoods.class, 2));

  private Ideas() {}

  /// How much more often than others it comes.
  static int often(Class<? extends Command> kind) {
    return OFTEN.getOrDefault(kind, 1);
  }

  static Map<Class<? extends Command>, Idea> all() {
    Map<Class<? extends Command>, Idea> ideas = new LinkedHashMap<>();
    StockIdeas.into(ideas);
    MasterIdeas.into(ideas);
    InboundIdeas.into(ideas);
    ReceivingIdeas.into(ideas);
    PutAwayIdeas.into(ideas);
    OrderIdeas.into(ideas);
    TillIdeas.into(ideas);
    PickIdeas.into(ideas);
    ShipIdeas.into(ideas);
    TransferIdeas.into(ideas);
    FloorIdeas.into(ideas);
    CountIdeas.into(ideas);
    WatchIdeas.into(ideas);
    ReferralIdeas.into(ideas);
    GuardedIdeas.into(ideas);
    return ideas;
  }
}
