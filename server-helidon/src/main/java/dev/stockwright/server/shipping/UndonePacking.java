package dev.stockwright.server.shipping;

import dev.stockwright.protocol.DocumentKind;
import dev.stockwright.protocol.DocumentRefusal;
import dev.stockwright.protocol.Refusal;
import dev.stockwright.server.shipping.PackageBook.Content;
import dev.stockwright.server.shipping.PackageBook.Packed;
import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.RecordedMovement;
import dev.stockwright.server.stock.Step;
import dev.stockwright.server.stock.UndoneWork;
import dev.stockwright.server.work.Work;
import dev.stockwright.vocabulary.HandlingUnit;
import dev.stockwright.vocabulary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Packing that is undone: the goods are picked goods beside their package again.
final class UndonePacking {
  private final PackageBook book;
  private final UnpackClerk unpacking;

  UndonePacking(Work work, UndoneWork undone) {
    this.book = new PackageBook(work, undone.warehouse());
    this.unpacking = new UnpackClerk(work, undone.warehouse());
  }

  Decision back(UndoneWork undone) {
    HandlingUnit code = new HandlingUnit(undone.arrivals().getFirst().goods().handlingUnit());
    Optional<Packed> found = book.find(code);
    if (found.isEmpty()) {
      return PackClerk.unknown(code);
    }
    Packed unit = found.get();
    List<Content> contents = book.contents(unit);
    List<Content> out = new ArrayList<>();
    undone.arrivals().forEach(packed -> out.addAll(parts(contents, packed)));
    long units = out.stream().mapToLong(Content::quantity).sum();
    Optional<Refusal> wrong =
        ShippingRules.notYet(unit, "open")
            .or(
                () ->
                    units < undone.units()
                        ? Optional.of(
                            new DocumentRefusal.OutOfRange(
                                "quantity", "at most " + units, "" + undone.units()))
                        : Optional.empty());
    return wrong
        .<Decision>map(Decision.Refuse::new)
        .orElseGet(() -> new Decision.Act(back(unit, out)));
  }

  /// What of a package's contents these goods are.
  private static List<Content> parts(List<Content> contents, RecordedMovement packed) {
    List<Content> parts = new ArrayList<>();
    long left = packed.quantity();
    for (Content each : contents) {
      boolean same = each.sku().equals(packed.sku()) && each.lot().equals(packed.goods().lot());
      long part = same ? Math.min(left, each.quantity()) : 0;
      if (part > 0) {
        parts.add(new Content(each.line(), each.sku(), each.lot(), part));
        left -= part;
      }
    }
    return parts;
  }

  private List<Step> back(Packed unit, List<Content> out) {
    out.forEach(part -> unpacking.beside(unit, part));
    out.forEach(part -> book.takeOut(unit, part));
    List<Step> steps = new ArrayList<>();
    if (book.contents(unit).isEmpty()) {
      steps.add(book.empty(unit));
    } else {
      steps.add(
          Work.note(
              unpacking.warehouse(),
              DocumentKind.HANDLING_UNIT,
              new Reference(unit.code().code()),
              unit.state()));
    }
    steps.addAll(unpacking.again(unit));
    return steps;
  }
}
