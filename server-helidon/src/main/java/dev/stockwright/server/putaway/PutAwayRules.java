package dev.stockwright.server.putaway;

import dev.stockwright.vocabulary.Sku;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where goods are put, and why there. Pure.
public final class PutAwayRules {
  private PutAwayRules() {}

  /// How much of some goods a place takes.
  ///
  /// @param fits base units, all of them when nothing stands in the way
  /// @param because what stands in the way of the rest; empty when nothing does
  public record Room(long fits, String because) {
    boolean none() {
      return fits == 0;
    }
  }

  /// A place that takes at least some of the goods.
  ///
  /// @param reasons why it was chosen, for a person to read
  public record Choice(Bin bin, Room room, List<String> reasons) {
    public Choice {
      reasons = List.copyOf(reasons);
    }
  }

  /// How much of the goods the place takes.
  public static Room room(Goods goods, Bin bin, ZonePlan plan) {
    Optional<String> not = obstacle(goods, bin, plan);
    if (not.isPresent()) {
      return new Room(0, not.get());
    }
    List<Room> limits =
        List.of(
            limited(goods, "units", left(bin.limits().units(), bin.units()), 1),
            limited(goods, "g", left(bin.limits().grams(), bin.grams()), unit(goods, true)),
            limited(goods, "ml", left(bin.limits().ml(), bin.ml()), unit(goods, false)));
    return limits.stream().min(Comparator.comparingLong(Room::fits)).orElseThrow();
  }

  /// The places that take the goods or some of them, the best first: those that take all, then
  /// those with the same lot or product, those in the product's zone, the empty ones, and of equal
  /// ones the first on the way.
  public static List<Choice> ranked(Goods goods, List<Bin> bins, ZonePlan plan) {
    return bins.stream()
        .filter(Bin::storage)
        .map(bin -> new Choice(bin, room(goods, bin, plan), reasons(goods, bin, plan)))
        .filter(choice -> !choice.room().none())
        .sorted(
            Comparator.comparingLong((Choice choice) -> -choice.room().fits())
                .thenComparingInt(choice -> company(goods, choice.bin()))
                .thenComparing(choice -> !inZone(goods, choice.bin(), plan))
                .thenComparing(choice -> stranger(goods, choice.bin()))
                .thenComparingInt(choice -> choice.bin().sequence())
                .thenComparingLong(choice -> choice.bin().way())
                .thenComparing(choice -> choice.bin().code().code()))
        .toList();
  }

  /// Why these places take nothing, for a person to read.
  public static List<String> refused(Goods goods, List<Bin> bins, ZonePlan plan, int most) {
    return bins.stream()
        .filter(Bin::storage)
        .filter(bin -> room(goods, bin, plan).none())
        .sorted(Comparator.comparing(bin -> bin.code().code()))
        .limit(most)
        .map(bin -> bin.code() + ": " + room(goods, bin, plan).because())
        .toList();
  }

  private static Optional<String> obstacle(Goods goods, Bin bin, ZonePlan plan) {
    if (bin.lock().in()) {
      String why = bin.lock().reason();
      return Optional.of("it is locked" + (why.isEmpty() ? "" : " (" + why + ")"));
    }
    if (!bin.storage()) {
      return Optional.empty(); // a lane or a dock takes everything
    }
    if (goods.heightMm() > bin.limits().heightMm()) {
      return Optional.of(
          "only " + bin.limits().heightMm() + " mm high, " + goods.heightMm() + " mm are needed");
    }
    for (Goods.Part part : goods.parts()) {
      Optional<String> wrong = plan.wrong(part.card(), goods.condition(), bin.zone());
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return mixed(goods, bin);
  }

  private static Optional<String> mixed(Goods goods, Bin bin) {
    if (bin.mixing().equals("any")) {
      return Optional.empty();
    }
    List<Sku> products = new ArrayList<>(bin.contents().stream().map(Bin.Content::sku).toList());
    List<String> lots = new ArrayList<>(bin.contents().stream().map(Bin.Content::lot).toList());
    for (Goods.Part part : goods.parts()) {
      products.add(part.card().sku());
      lots.add(part.lot());
    }
    if (products.stream().distinct().count() > 1) {
      return Optional.of("it holds one product only");
    }
    boolean apart = goods.parts().getFirst().card().tracking().serial();
    if (bin.mixing().equals("one_lot") && !apart && lots.stream().distinct().count() > 1) {
      return Optional.of("it holds one lot only");
    }
    return Optional.empty();
  }

  private static long left(long limit, long used) {
    return limit == Bin.Limits.NO_LIMIT ? Bin.Limits.NO_LIMIT : Math.max(0, limit - used);
  }

  /// What one base unit weighs or measures; for whole goods all of them together.
  private static long unit(Goods goods, boolean weight) {
    if (goods.whole()) {
      return goods.parts().stream().mapToLong(part -> weight ? part.grams() : part.ml()).sum();
    }
    ProductCard card = goods.parts().getFirst().card();
    return weight ? card.unitGrams() : card.unitMl();
  }

  private static Room limited(Goods goods, String measure, long left, long unit) {
    long all = goods.units();
    long needed = goods.whole() && !measure.equals("units") ? unit : unit * all;
    if (left >= needed) {
      return new Room(all, "");
    }
    String because = "only " + left + " " + measure + " more fit, " + needed + " are needed";
    return new Room(goods.whole() ? 0 : left / unit, because);
  }

  /// With whom the goods would lie: their own lot, their own product, nobody, other lots of it
  /// (they
  /// make it hard to take the oldest), other products.
  private static int company(Goods goods, Bin bin) {
    Goods.Part part = goods.parts().getFirst();
    Sku sku = part.card().sku();
    boolean apart = part.card().tracking().serial() || part.lot().isEmpty();
    if (bin.empty()) {
      return 2;
    }
    if (bin.units(sku) == 0) {
      return 4;
    }
    if (!apart && bin.units(sku, part.lot()) < bin.units(sku)) {
      return 3;
    }
    return bin.units(sku) == bin.units() ? 0 : 1;
  }

  /// A pick face is kept for the product that is picked from it.
  private static boolean stranger(Goods goods, Bin bin) {
    return bin.pickFace() && bin.units(goods.sku()) == 0;
  }

  private static boolean inZone(Goods goods, Bin bin, ZonePlan plan) {
    return plan.preferred(goods.parts().getFirst().card()).filter(bin.zone()::equals).isPresent();
  }

  private static List<String> reasons(Goods goods, Bin bin, ZonePlan plan) {
    List<String> reasons = new ArrayList<>();
    Goods.Part part = goods.parts().getFirst();
    Sku sku = part.card().sku();
    switch (company(goods, bin)) {
      case 0, 1 ->
          reasons.add(
              bin.units(sku)
                  + (part.lot().isEmpty() ? " of the same product" : " of the same lot")
                  + " are there or on their way");
      case 2 -> reasons.add("it is empty");
      case 3 -> reasons.add("other lots of the product are there");
      default -> reasons.add("it may hold several products");
    }
    plan.only(goods.condition())
        .ifPresent(zone -> reasons.add("zone " + zone + " is for " + goods.condition().code()));
    part.card().handling().stream()
        .filter(word -> bin.zone().equals(plan.handling().get(word)))
        .forEach(word -> reasons.add("zone " + bin.zone() + " is for " + word + " goods"));
    if (inZone(goods, bin, plan)) {
      reasons.add("zone " + bin.zone() + " is where " + sku + " belongs");
    }
    Room room = room(goods, bin, plan);
    reasons.add(
        room.fits() == goods.units()
            ? "all " + goods.units() + " fit"
            : room.fits() + " of " + goods.units() + " fit: " + room.because());
    reasons.add("place " + bin.sequence() + " on the way");
    return reasons;
  }
}
