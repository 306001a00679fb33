package dev.stockwright.server.moving;

import dev.stockwright.protocol.MasterRefusal;
import dev.stockwright.protocol.MoveRefusal;
import dev.stockwright.protocol.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// What may be taken from a location and put there. Pure.
public final class BinRules {
  private BinRules() {}

  /// Why nothing may be taken from here; empty when it may.
  public static Optional<Refusal> refusalToTake(Bin bin) {
    return bin.lockedOut() ? Optional.of(locked(bin, "out")) : Optional.empty();
  }

  /// Why these goods may not be put here; empty when they may. Looks at the lock, then at mixing,
  /// then at units, weight and volume.
  public static Optional<Refusal> refusalToPut(Bin bin, List<Bin.Load> coming) {
    if (bin.lockedIn()) {
      return Optional.of(locked(bin, "in"));
    }
    return mixing(bin, coming)
        .or(() -> room(bin, "units", bin.units(), coming, Bin.Load::units))
        .or(() -> room(bin, "grams", bin.grams(), coming, load -> load.units() * load.unitGrams()))
        .or(
            () ->
                room(
                    bin,
                    "millilitres",
                    bin.millilitres(),
                    coming,
                    load -> load.units() * load.unitMillilitres()));
  }

  private static Refusal locked(Bin bin, String direction) {
    return new MasterRefusal.LocationLocked(
        bin.warehouse(), bin.code(), direction, bin.lockReason());
  }

  private static Optional<Refusal> mixing(Bin bin, List<Bin.Load> coming) {
    Function<Bin.Load, String> name =
        switch (bin.mixing()) {
          case "one_product" -> Bin.Load::sku;
          case "one_lot" ->
              load -> load.lot().isEmpty() ? load.sku() : load.sku() + " " + load.lot();
          default -> load -> "";
        };
    Optional<String> present =
        bin.loads().stream()
            .filter(load -> load.units() > 0)
            .findFirst()
            .or(() -> coming.stream().findFirst())
            .map(name);
    return coming.stream()
        .map(name)
        .filter(each -> present.isPresent() && !present.get().equals(each))
        .findFirst()
        .map(
            each ->
                new MoveRefusal.MixingForbidden(
                    bin.warehouse(), bin.code(), bin.mixing(), present.orElseThrow(), each));
  }

  private static Optional<Refusal> room(
      Bin bin,
      String what,
      OptionalLong limit,
      List<Bin.Load> coming,
      ToLongFunction<Bin.Load> size) {
    if (limit.isEmpty()) {
      return Optional.empty();
    }
    long room = limit.getAsLong() - bin.loads().stream().mapToLong(size).sum();
    long wanted = coming.stream().mapToLong(size).sum();
    return wanted <= Math.max(0, room)
        ? Optional.empty()
        : Optional.of(
            new MoveRefusal.LocationFull(
                bin.warehouse(), bin.code(), what, Math.max(0, room), wanted));
  }
}
