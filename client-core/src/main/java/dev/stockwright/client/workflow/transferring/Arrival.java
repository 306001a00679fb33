package dev.stockwright.client.workflow.transferring;

import dev.stockwright.client.card.Key;
import dev.stockwright.client.known.TransferSheet.Line;
import dev.stockwright.client.known.TransferSheet.Packed;
import dev.stockwright.client.words.CommonPhrase;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.transferring.TransferringState.Choose;
import dev.stockwright.client.workflow.transferring.TransferringState.Last;
import dev.stockwright.client.workflow.transferring.TransferringState.LotWanted;
import dev.stockwright.client.workflow.transferring.TransferringState.Over;
import dev.stockwright.client.workflow.transferring.TransferringState.Receive;
import dev.stockwright.client.workflow.transferring.TransferringState.Stranger;
import dev.stockwright.protocol.TransferCommand;
import dev.stockwright.protocol.TransferCommand.Arrived;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Receiving a transfer. What nobody sent is never recorded by a scan alone.
final class Arrival {
  private Arrival() {}

  static Step<TransferringState> seen(
      TransferringState state, Sheet sheet, Sighting sighting, Scene scene) {
    return switch (sighting) {
      case Sighting.Unit unit -> unit(state, sheet, unit.unit(), scene);
      case Sighting.Goods goods -> goods(state, sheet, goods, scene);
      case Sighting.Unknown unknown ->
          Transfers.unit(unknown)
              .filter(sheet::has)
              .map(unit -> unit(state, sheet, unit, scene))
              .orElseGet(() -> Transfers.unwanted(state, unknown, scene));
      case Sighting.Paper paper ->
          paper.kind() == Sighting.Paper.Kind.TRANSFER
              ? TransferringWorkflow.open(state, paper.number(), scene)
              : Transfers.unwanted(state, paper, scene);
      case Sighting.AtPlace at ->
          new Step.Asked<>(
              state.then(new Receive(sheet.number(), Optional.of(at.place().code()))),
              Said.of(
                  Text.of(TransferringPhrase.RECEIVE_AT, at.place().code()),
                  Text.of(TransferringPhrase.SCAN_RECEIVE)));
      case Sighting.Document document -> Transfers.unwanted(state, document, scene);
      case Sighting.Badge badge -> Transfers.unwanted(state, badge, scene);
      case Sighting.Tags tags -> Transfers.unwanted(state, tags, scene);
      case Sighting.Ambiguous many -> Transfers.unwanted(state, many, scene);
      case Sighting.Unreadable unreadable -> Transfers.unwanted(state, unreadable, scene);
    };
  }

  /// Where the person puts what comes; absent: the site's place for that.
  private static Optional<LocationCode> to(TransferringState state) {
    return switch (state.phase()) {
      case Receive receive -> receive.to();
      case LotWanted wanted -> wanted.to();
      case Stranger stranger -> stranger.to();
      case Over over -> over.to();
      case Last last -> last.to();
      case Choose choose -> Optional.empty();
      case TransferringState.Pack pack -> Optional.empty();
      case TransferringState.Leave leave -> Optional.empty();
      case TransferringState.Explain explain -> Optional.empty();
      case TransferringState.Because because -> Optional.empty();
    };
  }

  private static Step<TransferringState> unit(
      TransferringState state, Sheet sheet, HandlingUnit unit, Scene scene) {
    if (sheet.comes(unit)) {
      long units =
          sheet.of().packages().stream()
              .filter(packed -> packed.unit().filter(unit::equals).isPresent())
              .mapToLong(Sheet::open)
              .sum();
      return received(
          sheet,
          new TransferCommand.ReceiveTransfer(
              scene.warehouse(),
              sheet.number(),
              List.of(),
              List.of(unit),
              to(state),
              false,
              Optional.empty()),
          units,
          Text.of(TransferringPhrase.UNIT_CAME, unit));
    }
    return sheet.has(unit)
        ? Transfers.mistaken(
            state, Text.of(TransferringPhrase.CAME_ALREADY, unit), TransferringPhrase.SCAN_RECEIVE)
        : stranger(state, sheet, unit.code(), other(unit, scene));
  }

  private static Optional<Reference> other(HandlingUnit unit, Scene scene) {
    return Sheet.all(scene).stream()
        .filter(sheet -> sheet.side() == Sheet.Side.RECEIVE && sheet.comes(unit))
        .map(Sheet::number)
        .findFirst();
  }

  private static Step<TransferringState> stranger(
      TransferringState state, Sheet sheet, String what, Optional<Reference> other) {
    return Transfers.undecided(
        new Stranger(sheet.number(), to(state), what, other),
        Said.of(Text.of(TransferringPhrase.NOT_ON, what, sheet.number()), why(other)));
  }

  static Text why(Optional<Reference> other) {
    return other
        .map(number -> Text.of(TransferringPhrase.STRANGER_OTHER, number))
        .orElseGet(() -> Text.of(TransferringPhrase.STRANGER_WHY));
  }

  private static Step<TransferringState> goods(
      TransferringState state, Sheet sheet, Sighting.Goods goods, Scene scene) {
    Optional<Line> line = sheet.line(goods.product().sku());
    long units = Transfers.units(state, goods);
    if (line.isEmpty()) {
      return stranger(state, sheet, goods.product().name(), Optional.empty());
    }
    if (units < 1) {
      return Transfers.mistaken(
          state,
          Text.of(TransferringPhrase.ONLY_MORE, goods.product().name(), line.get().inTransit()),
          TransferringPhrase.PUT_BACK);
    }
    Optional<LotCode> lot = Transfers.lot(goods);
    boolean open =
        Transfers.wantsLot(goods.product())
            && lot.isEmpty()
            && sheet.lotsComing(line.get()).size() > 1;
    return open
        ? new Step.Asked<>(
            state.then(
                new LotWanted(
                    sheet.number(), Optional.empty(), to(state), goods.product().sku(), units)),
            Said.of(
                Text.of(TransferringPhrase.WHICH_LOT, goods.product().name()),
                Text.of(TransferringPhrase.SCAN_LOT)))
        : came(state, sheet, line.get(), lot, units, scene);
  }

  static Step<TransferringState> lot(
      TransferringState state, LotWanted wanted, Sheet sheet, Sighting sighting, Scene scene) {
    Optional<LotCode> lot = Transfers.lot(sighting, wanted);
    return lot.isEmpty()
        ? lotFirst(state, wanted, sighting, scene)
        : came(state, sheet, sheet.line(wanted.sku()).orElseThrow(), lot, wanted.units(), scene);
  }

  static Step<TransferringState> lotFirst(
      TransferringState state, LotWanted wanted, Sighting sighting, Scene scene) {
    return sighting instanceof Sighting.Unreadable
        ? Transfers.unwanted(state, sighting, scene)
        : Transfers.mistaken(
            state,
            Text.of(TransferringPhrase.LOT_FIRST, TransferringCard.name(wanted.sku(), scene)),
            TransferringPhrase.SCAN_LOT);
  }

  private static Step<TransferringState> came(
      TransferringState state,
      Sheet sheet,
      Line line,
      Optional<LotCode> lot,
      long units,
      Scene scene) {
    if (units > line.inTransit()) {
      return Transfers.undecided(
          new Over(sheet.number(), to(state), line.sku(), lot, units),
          Said.of(
              Text.of(TransferringPhrase.OVER_ASK, line.name(), units - line.inTransit()),
              Text.of(TransferringPhrase.OVER_WHY)));
    }
    Arrived arrived =
        state.damaged()
            ? new Arrived(line.sku(), lot, Optional.empty(), 0, units, 0)
            : new Arrived(line.sku(), lot, Optional.empty(), units, 0, 0);
    return received(
        sheet,
        command(sheet, List.of(arrived), to(state), scene),
        units,
        Text.of(
            state.damaged() ? TransferringPhrase.RECEIVED_DAMAGED : TransferringPhrase.RECEIVED,
            line.name()));
  }

  private static TransferCommand.ReceiveTransfer command(
      Sheet sheet, List<Arrived> arrived, Optional<LocationCode> to, Scene scene) {
    return new TransferCommand.ReceiveTransfer(
        scene.warehouse(), sheet.number(), arrived, List.of(), to, false, Optional.empty());
  }

  /// The last of it closes the transfer by itself.
  private static Step<TransferringState> received(
      Sheet sheet, TransferCommand.ReceiveTransfer command, long units, Text headline) {
    boolean complete = units >= sheet.inTransit();
    return Transfers.recorded(
        complete ? new Choose() : new Receive(sheet.number(), command.to()),
        command,
        Said.of(
                headline,
                Text.of(complete ? TransferringPhrase.SCAN_NEXT : TransferringPhrase.SCAN_RECEIVE))
            .value(Text.of(CommonPhrase.PLUS, units)),
        complete);
  }

  static Optional<Step<TransferringState>> pressed(
      TransferringState state, Sheet sheet, Key key, Scene scene) {
    return switch (key) {
      case DAMAGED ->
          Optional.of(
              new Step.Asked<>(
                  state.withDamage(!state.damaged()),
                  Said.of(
                      Text.of(
                          state.damaged()
                              ? TransferringPhrase.SCAN_RECEIVE
                              : TransferringPhrase.DAMAGED_NEXT))));
      case DONE, OK ->
          Optional.of(
              Transfers.undecided(
                  new Last(sheet.number(), to(state)),
                  Said.of(
                      Text.of(TransferringPhrase.LAST_ASK, sheet.number(), sheet.inTransit()),
                      Text.of(TransferringPhrase.LAST_WHY))));
      case AS_SENT -> Optional.of(asSent(state, sheet, scene));
      default -> Optional.empty(); // not on this card
    };
  }

  /// Nobody has counted it, which the record says.
  private static Step<TransferringState> asSent(TransferringState state, Sheet sheet, Scene scene) {
    List<Arrived> loose = new ArrayList<>();
    for (Packed packed : sheet.looseComing()) {
      sheet.of().lines().stream()
          .filter(line -> line.line() == packed.line())
          .findFirst()
          .ifPresent(
              line ->
                  loose.add(
                      new Arrived(
                          line.sku(), packed.lot(), Optional.empty(), Sheet.open(packed), 0, 0)));
    }
    List<HandlingUnit> units = List.copyOf(sheet.unitsComing());
    if (loose.isEmpty() && units.isEmpty()) {
      return Transfers.mistaken(
          state,
          Text.of(TransferringPhrase.NOTHING_OPEN, sheet.number()),
          TransferringPhrase.SCAN_NEXT);
    }
    return new Step.Recorded<>(
        TransferringState.start(),
        List.of(
            new TransferCommand.ReceiveTransfer(
                scene.warehouse(),
                sheet.number(),
                loose,
                units,
                to(state),
                false,
                Optional.of(true))),
        Said.of(
                Text.of(TransferringPhrase.AS_SENT_DONE, sheet.number(), sheet.inTransit()),
                Text.of(TransferringPhrase.SCAN_NEXT))
            .value(Text.of(CommonPhrase.PLUS, sheet.inTransit())),
        true,
        true);
  }

  static Optional<Step<TransferringState>> answered(
      TransferringState state, Stranger stranger, Key key, Scene scene) {
    if (key == Key.SET_ASIDE || key == Key.OK && stranger.other().isEmpty()) {
      return Optional.of(
          Transfers.asked(
              new Receive(stranger.transfer(), stranger.to()),
              Said.of(
                  Text.of(TransferringPhrase.IS_ASIDE, stranger.what()),
                  Text.of(TransferringPhrase.TELL_SUPERVISOR))));
    }
    return key == Key.USE_OTHER || key == Key.OK
        ? stranger.other().map(other -> TransferringWorkflow.open(state, other, scene))
        : Optional.empty();
  }

  static Optional<Step<TransferringState>> answered(Over over, Sheet sheet, Key key, Scene scene) {
    if (key != Key.INSIST && key != Key.OK) {
      return Optional.empty();
    }
    Line line = sheet.line(over.sku()).orElseThrow();
    long sent = Math.min(over.units(), line.inTransit());
    Arrived arrived =
        new Arrived(over.sku(), over.lot(), Optional.empty(), sent, 0, over.units() - sent);
    return Optional.of(
        new Step.Recorded<>(
            TransferringState.in(new Receive(sheet.number(), over.to())),
            List.of(command(sheet, List.of(arrived), over.to(), scene)),
            Said.of(
                    Text.of(TransferringPhrase.RECEIVED, line.name()),
                    Text.of(TransferringPhrase.SCAN_RECEIVE))
                .value(Text.of(CommonPhrase.PLUS, over.units())),
            false,
            true));
  }

  static Optional<Step<TransferringState>> answered(Last last, Sheet sheet, Key key, Scene scene) {
    return key == Key.CONFIRM || key == Key.OK
        ? Optional.of(
            Transfers.recorded(
                new Choose(),
                new TransferCommand.ReceiveTransfer(
                    scene.warehouse(),
                    last.transfer(),
                    List.of(),
                    List.of(),
                    last.to(),
                    true,
                    Optional.empty()),
                Said.of(
                    Text.of(TransferringPhrase.LAST_DONE, last.transfer(), sheet.inTransit()),
                    Text.of(TransferringPhrase.SCAN_NEXT)),
                true))
        : Optional.empty();
  }
}
