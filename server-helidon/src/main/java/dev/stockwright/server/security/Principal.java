package dev.stockwright.server.security;

import dev.stockwright.vocabulary.DeviceId;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Set;

/// Somebody who has proved who they are.
///
/// @param operatorId the row of the person
/// @param name for screens
/// @param warehouses all that they may see; an admin has all that there are
/// @param device the thing they signed in on; [#NO_DEVICE] when they named none
public record Principal(
    int operatorId,
    Operator operator,
    String name,
    Role role,
    Set<WarehouseCode> warehouses,
    DeviceId device) {
  /// Stands for a sender that is no device of its own, such as a script.
  public static final DeviceId NO_DEVICE = new DeviceId("api");

  public Principal {
    warehouses = Set.copyOf(warehouses);
  }

  /// True when the session belongs to one device.
  public boolean onDevice() {
    return !device.equals(NO_DEVICE);
  }

  /// True when what happens in `warehouse` is theirs to see.
  public boolean sees(WarehouseCode warehouse) {
    return warehouses.contains(warehouse);
  }

  /// The warehouses as an array for SQL.
  public String[] warehouseCodes() {
    return warehouses.stream().map(WarehouseCode::code).sorted().toArray(String[]::new);
  }
}
