package dev.stockwright.server.transferring;

import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.protocol.TransferCommand.Arrived;
import dev.stockwright.server.moving.Bins;
import dev.stockwright.server.transferring.Transfer.Content;
import dev.stockwright.server.units.HandlingUnits;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LotCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was received without a connection, told when others have received or explained some of it:
/// those goods are here all the same, as over, which is from UNRECONCILED, on hold, and looked into
/// by the warehouse that sent them.
record LateArrival(Transfer transfer, Bins bins, Work work) {
  /// The same receipt, as it can be recorded now.
  TransferCommand.ReceiveTransfer told(TransferCommand.ReceiveTransfer c) {
    List<HandlingUnit> units = new ArrayList<>();
    List<Arrived> more = new ArrayList<>();
    for (HandlingUnit unit : c.units()) {
      List<Content> contents = TransferArrival.in(transfer, bins.whole(unit));
      if (contents.isEmpty() || contents.stream().anyMatch(content -> content.open() > 0)) {
        units.add(unit);
      } else {
        contents.stream().filter(this::explained).map(LateArrival::over).forEach(more::add);
      }
    }
    Set<HandlingUnit> whole = new LinkedHashSet<>();
    units.forEach(unit -> whole.addAll(bins.whole(unit)));
    List<Arrived> all =
        new ArrayList<>(counted(transfer, TransferArrival.in(transfer, whole), c.arrived()));
    all.addAll(more);
    return units.isEmpty() && all.isEmpty()
        ? c
        : new TransferCommand.ReceiveTransfer(
            c.warehouse(), c.transfer(), all, units, c.to(), c.last(), c.unverified());
  }

  /// Goods of a unit that was said to be lost; one that somebody else has received is here, by its
  /// label or by what was in it.
  private boolean explained(Content content) {
    boolean here =
        new HandlingUnits(work).find(transfer.to(), new HandlingUnit(content.unit())).isPresent();
    return !here && transfer.line(content.sku()).filter(line -> line.explained() > 0).isPresent();
  }

  private static Arrived over(Content content) {
    return new Arrived(
        content.sku(),
        content.lot().isEmpty() ? Optional.empty() : Optional.of(new LotCode(content.lot())),
        Optional.of(new HandlingUnit(content.unit())),
        0,
        0,
        content.shipped());
  }

  /// What is beyond what may still arrive is over.
  ///
  /// @param whole the contents that arrive as they were sent
  static List<Arrived> counted(Transfer transfer, List<Content> whole, List<Arrived> told) {
    Map<Long, Long> open = TransferRules.open(transfer);
    whole.forEach(content -> open.put(content.id(), 0L));
    List<Arrived> counted = new ArrayList<>();
    for (Arrived each : told) {
      List<Content> fitting = TransferRules.fitting(transfer, each);
      long left = fitting.stream().mapToLong(content -> open.getOrDefault(content.id(), 0L)).sum();
      long good = Math.min(each.good(), left);
      long damaged = Math.min(each.damaged(), left - good);
      long beyond = each.good() - good + each.damaged() - damaged;
      TransferRules.take(fitting, open, "", good, damaged);
      counted.add(
          new Arrived(each.sku(), each.lot(), each.unit(), good, damaged, each.over() + beyond));
    }
    return counted;
  }
}
