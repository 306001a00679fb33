package dev.stockwright.server.tills;

import dev.stockwright.server.stock.Decision;
import dev.stockwright.server.stock.Pile;
import dev.stockwright.server.stock.PileKey;
import dev.stockwright.server.stock.Posting;
import dev.stockwright.server.stock.Step;
import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.InvalidValue;
import dev.stockwright.vocabulary.LocationCode;
import dev.stockwright.vocabulary.Quantity;
import dev.stockwright.vocabulary.ReasonCode;
import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import dev.stockwright.vocabulary.VirtualLocation;
import dev.stockwright.vocabulary.WarehouseCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of what tills report. It has happened: a sale is posted whatever the books say, and
/// what they did not have comes from UNRECONCILED, so that no bin goes below zero and nobody else's
/// promise is broken in the books. Pure.
final class TillRules {
  static final String SALE = "sale";
  static final String RETURN = "return";
  private static final ReasonCode SOLD = new ReasonCode("sale");
  private static final ReasonCode CAME_BACK = new ReasonCode("return");
  private static final ReasonCode UNEXPLAINED = new ReasonCode("unexplained");
  private static final ReasonCode COVERED = new ReasonCode("covered");

  private TillRules() {}

  /// Why an entry cannot be posted, for the list of what waits.
  ///
  /// @param why a code
  record Unfit(String why, String detail) {}

  /// A posted entry.
  ///
  /// @param missing what the books did not have of it
  /// @param used what an order was promised and has got by it
  record Posted(List<Step> steps, long missing, long used) {
    Posted {
      steps = List.copyOf(steps);
    }
  }

  /// What cannot be posted in any stock; empty when it can.
  ///
  /// @param sku what its code stands for
  /// @param units base units
  static Optional<Unfit> unfit(TillEntry entry, Optional<Sku> sku, long units) {
    if (!entry.type().equals(SALE) && !entry.type().equals(RETURN)) {
      return Optional.of(
          new Unfit("unknown_type", "type " + entry.type() + " is neither sale nor return"));
    }
    if (entry.quantity() < 1 || units < 1 || units > Quantity.MAX) {
      return Optional.of(
          new Unfit(
              "bad_quantity", "quantity " + entry.quantity() + " is not from 1 to 1000000000"));
    }
    if (!entry.at().isAfter(Instant.EPOCH)) {
      return Optional.of(new Unfit("bad_time", "its time is not from 1970 to 9999"));
    }
    if (condition(entry).isEmpty()) {
      return Optional.of(
          new Unfit("bad_condition", "condition " + entry.condition() + " is not known"));
    }
    if (sku.isEmpty()) {
      return Optional.of(new Unfit("unknown_code", "code " + entry.code() + " is not known"));
    }
    return Optional.empty();
  }

  /// Posts a fit entry.
  static Posted post(WarehouseCode warehouse, TillEntry entry, Sku sku, long units, Sold sold) {
    return entry.type().equals(SALE)
        ? sale(warehouse, entry, sku, units, sold)
        : back(warehouse, entry, sku, units, sold);
  }

  private static Posted sale(
      WarehouseCode warehouse, TillEntry entry, Sku sku, long units, Sold sold) {
    List<Step> steps = new ArrayList<>();
    long used = 0;
    if (entry.order().isPresent()) {
      Reference order = entry.order().get();
      used = Math.min(units, sold.promised(order, sku));
      if (used > 0) {
        sold.use(order, sku, used);
        steps.add(new Step.Resize(order, warehouse, sku, -used));
      }
    }
    long left = units;
    for (Pile pile : sold.take(sku, units)) {
      steps.add(move(warehouse, sku, pile, VirtualLocation.CUSTOMER, SOLD, entry));
      left -= pile.onHand();
    }
    if (left > 0) {
      Pile nowhere = new Pile(virtual(VirtualLocation.UNRECONCILED), left);
      steps.add(move(warehouse, sku, nowhere, VirtualLocation.CUSTOMER, UNEXPLAINED, entry));
    }
    return new Posted(steps, left, used);
  }

  private static Posted back(
      WarehouseCode warehouse, TillEntry entry, Sku sku, long units, Sold sold) {
    Condition condition = condition(entry).orElseThrow();
    PileKey to = sold.giveBack(sku, units, condition);
    PileKey from = to.at(VirtualLocation.CUSTOMER.code());
    Posting posting =
        posting(warehouse, sku, new Pile(from, units), to.location(), CAME_BACK, entry);
    return new Posted(List.of(new Step.Move(posting)), 0, 0);
  }

  /// Takes what was missing from the stock as it is now, as far as it goes.
  static Posted cover(WarehouseCode warehouse, TillEntry entry, Sku sku, Sold sold) {
    List<Step> steps = new ArrayList<>();
    long left = entry.missing();
    for (Pile pile : sold.take(sku, left)) {
      steps.add(move(warehouse, sku, pile, VirtualLocation.UNRECONCILED, COVERED, entry));
      left -= pile.onHand();
    }
    return new Posted(steps, left, 0);
  }

  private static Optional<Condition> condition(TillEntry entry) {
    try {
      return Optional.of(
          entry.condition().isEmpty() ? Condition.AVAILABLE : Condition.of(entry.condition()));
    } catch (InvalidValue unknown) {
      return Optional.empty();
    }
  }

  private static PileKey virtual(VirtualLocation location) {
    return new PileKey(location.code(), "", "", Condition.AVAILABLE, "");
  }

  private static Step move(
      WarehouseCode warehouse,
      Sku sku,
      Pile pile,
      VirtualLocation to,
      ReasonCode reason,
      TillEntry entry) {
    return new Step.Move(posting(warehouse, sku, pile, to.code(), reason, entry));
  }

  private static Posting posting(
      WarehouseCode warehouse,
      Sku sku,
      Pile pile,
      LocationCode to,
      ReasonCode reason,
      TillEntry entry) {
    return new Posting(
        warehouse,
        sku,
        pile.key(),
        to,
        pile.onHand(),
        reason,
        Optional.of(entry.reference()),
        Optional.empty(),
        Decision.REVERSES_NOTHING);
  }
}
