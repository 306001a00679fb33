package dev.stockwright.client.workflow.transferring;

import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.Balance;
import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.TransferSheet.Line;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.WorkingPhrase;
import dev.stockwright.client.workflow.transferring.TransferringState.Choose;
import dev.stockwright.client.workflow.transferring.TransferringState.Leave;
import dev.stockwright.client.workflow.transferring.TransferringState.LotWanted;
import dev.stockwright.client.workflow.transferring.TransferringState.Pack;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;

/// Packing a transfer and letting it leave.
final class Departure {
  private Departure() {}

  static Step<TransferringState> seen(
      TransferringState state, Pack pack, Sheet sheet, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.AtPlace at ->
          new Step.Asked<>(
              state.then(new Pack(pack.transfer(), Optional.of(at.place().code()))),
              Said.of(
                  Text.of(TransferringPhrase.HERE, at.place().code()),
                  Text.of(TransferringPhrase.SCAN_FROM)));
      case Sighting.Goods goods -> goods(state, pack, sheet, goods, scene);
      case Sighting.Unit unit -> unit(state, pack, sheet, unit, scene);
      case Sighting.Paper paper ->
          paper.kind() == Sighting.Paper.Kind.TRANSFER
              ? TransferringWorkflow.open(state, paper.number(), scene)
              : Transfers.unwanted(state, paper, scene);
      case Sighting.Document document -> Transfers.unwanted(state, document, scene);
      case Sighting.Badge badge -> Transfers.unwanted(state, badge, scene);
      case Sighting.Tags tags -> Transfers.unwanted(state, tags, scene);
      case Sighting.Ambiguous many -> Transfers.unwanted(state, many, scene);
      case Sighting.Unknown unknown -> Transfers.unwanted(state, unknown, scene);
      case Sighting.Unreadable unreadable -> Transfers.unwanted(state, unreadable, scene);
    };
  }

  private static Step<TransferringState> goods(
      TransferringState state, Pack pack, Sheet sheet, Sighting.Goods goods, Scene scene) {
    String name = goods.product().name();
    if (pack.from().isEmpty()) {
      return Transfers.mistaken(
          state,
          Text.of(TransferringPhrase.PLACE_FIRST, name),
          TransferringPhrase.SCAN_PLACE_FIRST);
    }
    long units = Transfers.units(state, goods);
    Optional<Step<TransferringState>> refused =
        refused(state, sheet, goods.product().sku(), name, units);
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<LotCode> lot = Transfers.lot(goods);
    if (goods.product().serialTracked() && units > 1) {
      return Transfers.mistaken(
          state, Text.of(TransferringPhrase.SINGLE, name), TransferringPhrase.SCAN_EACH);
    }
    return Transfers.wantsLot(goods.product()) && lot.isEmpty()
        ? new Step.Asked<>(
            state.then(
                new LotWanted(
                    pack.transfer(), pack.from(), Optional.empty(), goods.product().sku(), units)),
            Said.of(
                Text.of(TransferringPhrase.WHICH_LOT, name), Text.of(TransferringPhrase.SCAN_LOT)))
        : packed(sheet, goods.product().sku(), units, pack.from().get(), lot, scene);
  }

  private static Optional<Step<TransferringState>> refused(
      TransferringState state, Sheet sheet, Sku sku, String name, long units) {
    Optional<Line> line = sheet.line(sku);
    if (line.isEmpty()) {
      return Optional.of(
          Transfers.mistaken(
              state,
              Text.of(TransferringPhrase.NOT_ON, name, sheet.number()),
              TransferringPhrase.PUT_BACK));
    }
    long left = line.get().approved() - sheet.packed(line.get());
    return units < 1 || units > left
        ? Optional.of(
            Transfers.mistaken(
                state,
                Text.of(TransferringPhrase.ONLY_MORE, name, Math.max(0, left)),
                TransferringPhrase.PUT_BACK))
        : Optional.empty();
  }

  static Step<TransferringState> lot(
      TransferringState state, LotWanted wanted, Sheet sheet, Sighting sighting, Scene scene) {
    Optional<LotCode> lot = Transfers.lot(sighting, wanted);
    return lot.isEmpty()
        ? Arrival.lotFirst(state, wanted, sighting, scene)
        : packed(sheet, wanted.sku(), wanted.units(), wanted.from().orElseThrow(), lot, scene);
  }

  private static Step<TransferringState> packed(
      Sheet sheet, Sku sku, long units, LocationCode from, Optional<LotCode> lot, Scene scene) {
    TransferCommand.PackTransfer command =
        new TransferCommand.PackTransfer(
            scene.warehouse(),
            sheet.number(),
            sku,
            new Quantity(units),
            from,
            lot,
            outOf(from, sku, lot, scene),
            Optional.empty(),
            Optional.empty());
    Line line = sheet.line(sku).orElseThrow();
    boolean complete = sheet.packed(line) + units >= line.approved();
    return Transfers.recorded(
        new Pack(sheet.number(), Optional.of(from)),
        command,
        Said.of(
                Text.of(TransferringPhrase.PACKED, line.name()),
                Text.of(TransferringPhrase.SCAN_MORE))
            .value(Text.of(CommonPhrase.PLUS, units)),
        complete);
  }

  /// Where such goods lie there on one handling unit only, they come out of it.
  private static Optional<HandlingUnit> outOf(
      LocationCode from, Sku sku, Optional<LotCode> lot, Scene scene) {
    List<Optional<HandlingUnit>> units =
        scene.books().in(from).stream()
            .filter(balance -> balance.sku().equals(sku))
            .filter(balance -> lot.isEmpty() || balance.lot().equals(lot))
            .map(Balance::unit)
            .distinct()
            .toList();
    return units.size() == 1 ? units.getFirst() : Optional.empty();
  }

  private static Step<TransferringState> unit(
      TransferringState state, Pack pack, Sheet sheet, Sighting.Unit unit, Scene scene) {
    if (sheet.has(unit.unit())) {
      return Transfers.mistaken(
          state, Text.of(TransferringPhrase.UNIT_THERE, unit.unit()), TransferringPhrase.SCAN_MORE);
    }
    if (unit.known().isEmpty()) {
      return Transfers.mistaken(
          state,
          Text.of(WorkingPhrase.NOT_KNOWN, unit.unit()),
          TransferringPhrase.RECEIVE_IT_FIRST);
    }
    KnownUnit known = unit.known().get();
    for (KnownUnit.Content content : known.contents()) {
      Sku sku = content.product().sku();
      Optional<Step<TransferringState>> refused =
          refused(state, sheet, sku, content.product().name(), Sheet.units(known, sku));
      if (refused.isPresent()) {
        return refused.get();
      }
    }
    return Transfers.recorded(
        pack,
        new TransferCommand.PackTransferUnit(
            scene.warehouse(), sheet.number(), unit.unit(), Optional.empty()),
        Said.of(
            Text.of(TransferringPhrase.UNIT_PACKED, unit.unit()),
            Text.of(TransferringPhrase.SCAN_MORE)),
        false);
  }

  static Optional<Step<TransferringState>> pressed(
      TransferringState state, Pack pack, Sheet sheet, Key key) {
    if (key != Key.DONE && key != Key.OK) {
      return Optional.empty();
    }
    return Optional.of(
        sheet.packed() == 0
            ? Transfers.mistaken(
                state, Text.of(TransferringPhrase.NOTHING_PACKED), TransferringPhrase.SCAN_PACK)
            : Transfers.undecided(
                new Leave(pack.transfer(), pack.from()), Said.of(question(sheet), reason(sheet))));
  }

  static Text question(Sheet sheet) {
    return Text.of(TransferringPhrase.LEAVE_ASK, sheet.number(), sheet.packed(), sheet.approved());
  }

  static Text reason(Sheet sheet) {
    long left = sheet.approved() - sheet.packed();
    return left > 0
        ? Text.of(TransferringPhrase.LEAVE_SOME, left)
        : Text.of(TransferringPhrase.LEAVE_ALL);
  }

  static Optional<Step<TransferringState>> confirmed(
      Leave leave, Sheet sheet, Key key, Scene scene) {
    return key == Key.CONFIRM || key == Key.OK
        ? Optional.of(
            Transfers.recorded(
                new Choose(),
                new TransferCommand.ShipTransfer(
                    scene.warehouse(), leave.transfer(), sheet.packed() < sheet.approved()),
                Said.of(
                        Text.of(TransferringPhrase.SHIPPED, leave.transfer()),
                        Text.of(TransferringPhrase.SCAN_NEXT))
                    .value(Text.of(CommonPhrase.AS_IS, sheet.packed())),
                true))
        : Optional.empty();
  }
}
