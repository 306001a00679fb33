package dev.stockwright.server.queries;

import static dev.stockwright.db.tables.Tables.WAREHOUSE;

import dev.stockwright.server.security.Principal;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// The warehouses that a question may see; part of the SQL of every question about stock, whatever
/// the door has checked before.
public record Scope(List<String> warehouses) {
  public Scope {
    warehouses = List.copyOf(warehouses);
  }

  /// All that `who` may see.
  public static Scope of(Principal who) {
    return new Scope(List.of(who.warehouseCodes()));
  }

  /// The part of it that is `warehouse`; all of it when absent.
  public Scope narrowed(Optional<WarehouseCode> warehouse) {
    return warehouse
        .map(wanted -> new Scope(warehouses.stream().filter(wanted.code()::equals).toList()))
        .orElse(this);
  }

  /// For SQL that names them itself.
  String[] codes() {
    return warehouses.toArray(String[]::new);
  }

  Condition holdsWarehouse() {
    return WAREHOUSE.CODE.eq(DSL.any(codes()));
  }
}
