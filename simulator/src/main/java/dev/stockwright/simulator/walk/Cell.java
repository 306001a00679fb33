package dev.stockwright.simulator.walk;

/// A product in a warehouse.
record Cell(String warehouse, String sku) implements Comparable<Cell> {
  @Override
  public int compareTo(Cell other) {
    int site = warehouse.compareTo(other.warehouse);
    return site != 0 ? site : sku.compareTo(other.sku);
  }
}
