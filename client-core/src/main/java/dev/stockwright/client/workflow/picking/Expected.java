package dev.stockwright.client.workflow.picking;

import dev.stockwright.client.known.PickLine;
import dev.stockwright.client.workflow.Mismatch;
import dev.stockwright.client.workflow.Mismatch.Wanted;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.client.workflow.Sighting;
import dev.stockwright.client.workflow.picking.PickingState.AtBin;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.LotCode;
import java.util.Optional;

/// What should have been scanned when a scan was declined.
final class Expected {
  private static final String ACTIVITY = "pick";

  private Expected() {}

  static Optional<Mismatch> mismatch(PickingState before, Sighting sighting, Scene scene) {
    PickingState state = Way.now(before, scene);
    Optional<PickLine> line =
        Way.line(state, scene).or(() -> Way.lines(state, scene).stream().findFirst());
    return line.flatMap(
        open ->
            Mismatch.of(
                ACTIVITY, Optional.of(open.order()), wanted(state.phase(), open), sighting));
  }

  private static Wanted wanted(PickingState.Phase phase, PickLine line) {
    return switch (phase) {
      case PickingState.Go go -> place(line.location());
      case PickingState.OtherPlace other -> place(line.location());
      case AtBin bin -> goods(bin, line);
      case PickingState.OtherLot other -> goods(other.bin(), line);
      case PickingState.Expired expired -> goods(expired.bin(), line);
      case PickingState.Large large -> goods(large.bin(), line);
      case PickingState.ToteWanted tote -> tote(line);
      case PickingState.Missing missing -> wanted(missing.instead(), line);
      case PickingState.Empty empty -> wanted(empty.instead(), line);
      case PickingState.Skip skip -> wanted(skip.instead(), line);
      case PickingState.PutBack back -> place(Optional.of(back.from()));
      case PickingState.Choose choose -> nothing();
      case PickingState.CartWanted cart -> nothing();
      case PickingState.Drop drop -> nothing();
      case PickingState.OtherDrop drop -> nothing();
    };
  }

  private static Wanted place(Optional<LocationCode> place) {
    return new Wanted(
        place.map(LocationCode::code), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Wanted goods(AtBin bin, PickLine line) {
    return new Wanted(
        Optional.of(bin.from().code()),
        Optional.of(line.sku().code()),
        bin.lot().or(line::lot).map(LotCode::code),
        line.unit().or(line::tote).map(HandlingUnit::code));
  }

  private static Wanted tote(PickLine line) {
    return new Wanted(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        line.tote().map(HandlingUnit::code));
  }

  private static Wanted nothing() {
    return place(Optional.empty());
  }
}
