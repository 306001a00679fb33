package dev.stockwright.simulator.walk;

import dev.stockwright.protocol.Command;
import java.util.LinkedHashMap;
import java.util.Map;

/// An idea for every kind of command.
final class Ideas {
  private Ideas() {}

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
