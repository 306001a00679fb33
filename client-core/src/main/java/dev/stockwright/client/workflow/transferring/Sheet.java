package dev.stockwright.client.workflow.transferring;

import dev.stockwright.client.known.KnownUnit;
import dev.stockwright.client.known.TransferSheet;
import dev.stockwright.client.known.TransferSheet.Line;
import dev.stockwright.client.known.TransferSheet.Packed;
import dev.stockwright.client.workflow.Books;
import dev.stockwright.client.workflow.Scene;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.LotCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A transfer as the books have it, seen from this warehouse.
record Sheet(TransferSheet of, Books books, Side side) {
  /// What is to be done with it here.
  enum Side {
    SHIP,
    RECEIVE,
    /// It has left here and has not all arrived: what is missing can be explained.
    EXPLAIN,
    /// Nothing, yet.
    WAIT
  }

  static Optional<Sheet> find(Reference number, Scene scene) {
    return scene.books().transfers().stream()
        .filter(transfer -> transfer.number().equals(number))
        .findFirst()
        .map(transfer -> of(transfer, scene));
  }

  /// All that something is to be done with here.
  static List<Sheet> all(Scene scene) {
    return scene.books().transfers().stream()
        .map(transfer -> of(transfer, scene))
        .filter(sheet -> sheet.side != Side.WAIT)
        .toList();
  }

  private static Sheet of(TransferSheet transfer, Scene scene) {
    boolean left = transfer.state().equals("shipped") || transfer.state().equals("short");
    boolean sends = transfer.from().equals(scene.warehouse());
    Side side = sends ? left ? Side.EXPLAIN : Side.SHIP : left ? Side.RECEIVE : Side.WAIT;
    return new Sheet(transfer, scene.books(), side);
  }

  Reference number() {
    return of.number();
  }

  Optional<Line> line(Sku sku) {
    return of.lines().stream().filter(line -> line.sku().equals(sku)).findFirst();
  }

  boolean has(HandlingUnit unit) {
    return of.packages().stream()
        .anyMatch(packed -> packed.unit().filter(unit::equals).isPresent());
  }

  /// Whether something on this unit is still under way.
  boolean comes(HandlingUnit unit) {
    return of.packages().stream()
        .filter(packed -> packed.unit().filter(unit::equals).isPresent())
        .anyMatch(packed -> open(packed) > 0);
  }

  static long open(Packed packed) {
    return packed.shipped() - packed.settled();
  }

  /// Handling units that are still under way.
  Set<HandlingUnit> unitsComing() {
    Set<HandlingUnit> units = new LinkedHashSet<>();
    of.packages().stream()
        .filter(packed -> open(packed) > 0)
        .forEach(packed -> packed.unit().ifPresent(units::add));
    return units;
  }

  /// Goods that are still under way on no handling unit.
  List<Packed> looseComing() {
    return of.packages().stream()
        .filter(packed -> packed.unit().isEmpty() && open(packed) > 0)
        .toList();
  }

  /// The lots of a product that are still under way.
  Set<LotCode> lotsComing(Line line) {
    Set<LotCode> lots = new LinkedHashSet<>();
    of.packages().stream()
        .filter(packed -> packed.line() == line.line() && open(packed) > 0)
        .forEach(packed -> packed.lot().ifPresent(lots::add));
    return lots;
  }

  long approved() {
    return of.lines().stream().mapToLong(Line::approved).sum();
  }

  long shipped() {
    return of.lines().stream().mapToLong(Line::shipped).sum();
  }

  long received() {
    return of.lines().stream().mapToLong(Line::received).sum();
  }

  long inTransit() {
    return of.lines().stream().mapToLong(Line::inTransit).sum();
  }

  long packed() {
    return of.lines().stream().mapToLong(this::packed).sum();
  }

  /// What is packed of a line; of handling units that this device has just packed whole the books
  /// of stock say what is in them.
  long packed(Line line) {
    return line.packed()
        + of.packages().stream()
            .filter(packed -> packed.line() == 0)
            .flatMap(packed -> packed.unit().flatMap(books::unit).stream())
            .mapToLong(unit -> units(unit, line.sku()))
            .sum();
  }

  static long units(KnownUnit unit, Sku sku) {
    return unit.contents().stream()
        .filter(content -> content.product().sku().equals(sku))
        .mapToLong(KnownUnit.Content::units)
        .sum();
  }
}
