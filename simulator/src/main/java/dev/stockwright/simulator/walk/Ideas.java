package dev.stockwright.simulator.walk;

import dev.stockwright.protocol.Command;
import dev.stockwright.protocol.CountCommand;
import dev.stockwright.protocol.OrderCommand;
import dev.stockwright.protocol.PickingCommand;
import dev.stockwright.protocol.ReceiveGoods;
import dev.stockwright.protocol.TransferCommand;
import java.util.LinkedHashMap;
import java.util.Map;

/// An idea for every kind of command.
final class Ideas {
  /// What the rest lives on.
  private static final Map<Class<? extends Command>, Integer> OFTEN =
      Map.of(
          ReceiveGoods.class, 6,
          OrderCommand.PlaceOrder.class, 3,
          PickingCommand.ReleaseToPick.class, 3,
          PickingCommand.PickStock.class, 4,
          PickingCommand.DropGoods.class, 2,
          TransferCommand.ApproveTransfer.class, 2,
          CountCommand.CountLine.class, 3,
          CountCommand.CloseBin.class, 3);

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
    return ideas;
  }
}
