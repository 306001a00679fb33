package dev.stockwright.client.workflow.transferring;

import dev.stockwright.client.known.Product;
import dev.stockwright.client.words.Text;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.Step;
import dev.stockwright.client.workflow.Step.Said;
import dev.stockwright.client.workflow.Unwanted;
import dev.stockwright.client.workflow.transferring.TransferringState.Phase;
import dev.stockwright.protocol.Command;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.SerialNumber;
import java.util.List;
import java.util.Optional;

/// What shipping and receiving a transfer have in common.
final class Transfers {
  private Transfers() {}

  static Step<TransferringState> asked(Phase phase, Said said) {
    return new Step.Asked<>(TransferringState.in(phase), said);
  }

  static Step<TransferringState> undecided(Phase phase, Said said) {
    return new Step.Undecided<>(TransferringState.in(phase), said);
  }

  static Step<TransferringState> recorded(
      Phase then, Command command, Said said, boolean complete) {
    return new Step.Recorded<>(TransferringState.in(then), List.of(command), said, complete, false);
  }

  static Step<TransferringState> mistaken(
      TransferringState state, Text headline, TransferringPhrase detail) {
    return new Step.Mistaken<>(state, Said.of(headline, Text.of(detail)));
  }

  static Step<TransferringState> unwanted(TransferringState state, Sighting sighting, Scene scene) {
    return new Step.Mistaken<>(
        state, Unwanted.said(sighting, TransferringCard.instruction(state, scene)));
  }

  /// The lot; of goods kept by piece the serial number, which stands in its place.
  static Optional<LotCode> lot(Sighting.Goods goods) {
    return goods.product().serialTracked()
        ? goods.label().serial().map(SerialNumber::code).map(LotCode::new)
        : goods.label().lot();
  }

  static boolean wantsLot(Product product) {
    return product.lotTracked() || product.serialTracked();
  }

  /// What was scanned as a lot of the goods that are wanted.
  static Optional<LotCode> lot(Sighting sighting, TransferringState.LotWanted wanted) {
    return switch (sighting) {
      case Sighting.Unknown unknown -> unknown.plain() ? named(unknown.text()) : Optional.empty();
      case Sighting.Goods goods ->
          goods.product().sku().equals(wanted.sku()) ? lot(goods) : Optional.empty();
      case Sighting.AtPlace at -> Optional.empty();
      case Sighting.Unit unit -> Optional.empty();
      case Sighting.Document document -> Optional.empty();
      case Sighting.Paper paper -> Optional.empty();
      case Sighting.Badge badge -> Optional.empty();
      case Sighting.Tags tags -> Optional.empty();
      case Sighting.Ambiguous many -> Optional.empty();
      case Sighting.Unreadable unreadable -> Optional.empty();
    };
  }

  private static Optional<LotCode> named(String text) {
    try {
      return Optional.of(new LotCode(text));
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  /// A text that may be the label of a unit which this warehouse has never had.
  static Optional<HandlingUnit> unit(Sighting.Unknown unknown) {
    try {
      return unknown.plain() ? Optional.of(new HandlingUnit(unknown.text())) : Optional.empty();
    } catch (InvalidValue notOne) {
      return Optional.empty();
    }
  }

  /// So many of the scanned goods; 0 when it is no number that we can count with.
  static long units(TransferringState state, Sighting.Goods goods) {
    try {
      long units =
          Math.multiplyExact(
              Math.multiplyExact(goods.label().count(), goods.pack().units()), state.times());
      return units > Quantity.MAX || units < 1 ? 0 : units;
    } catch (ArithmeticException tooMany) {
      return 0;
    }
  }
}
