package dev.stockwright.server.purchasing;

import dev.stockwright.vocabulary.Reference;
import dev.stockwright.vocabulary.Sku;
import java.util.List;
import java.util.Optional;

/// What was bought.
///
/// @param supplier the supplier's code; empty when the order names one that we do not know
/// @param blind those who receive are not told how much is expected
public record PurchaseOrder(
    int id,
    Reference number,
    String supplier,
    State state,
    boolean blind,
    long version,
    List<Line> lines) {
  public PurchaseOrder {
    lines = List.copyOf(lines);
  }

  /// How far it is.
  public enum State {
    OPEN("open"),
    CLOSED("closed"),
    CANCELLED("cancelled");

    private final String code;

    State(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    static State of(String code) {
      return code.equals("open") ? OPEN : code.equals("closed") ? CLOSED : CANCELLED;
    }
  }

  /// One product of it, in base units.
  ///
  /// @param overPercent how much more than ordered may come
  /// @param overAllowed how much more a supervisor has allowed
  /// @param closed nothing more is expected
  public record Line(
      int line,
      Sku sku,
      long ordered,
      long received,
      int overPercent,
      long overAllowed,
      boolean closed) {
    /// The most that may be received altogether.
    public long most() {
      long base = closed ? Math.min(ordered, received) : ordered;
      long tolerance = closed ? 0 : ordered * overPercent / 100;
      return base + Math.max(tolerance, overAllowed);
    }

    /// How much is still to come.
    public long outstanding() {
      return closed ? 0 : Math.max(0, ordered - received);
    }
  }

  /// The line of a product.
  public Optional<Line> line(Sku sku) {
    return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
  }

  /// Has everything come?
  public boolean complete() {
    return lines.stream().allMatch(line -> line.outstanding() == 0);
  }
}
