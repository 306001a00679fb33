package dev.stockwright.simulator.model;

import dev.stockwright.vocabulary.Condition;
import dev.stockwright.vocabulary.LocationCode;

/// The rest of the balance key: where, and of what kind. An empty text means "none".
record Goods(LocationCode location, String lot, String handlingUnit, Condition condition) {
  Goods at(LocationCode other) {
    return new Goods(other, lot, handlingUnit, condition);
  }

  boolean sellable() {
    return condition == Condition.AVAILABLE;
  }
}
