package dev.stockwright.server.masterdata;

import dev.stockwright.server.security.Role;
import dev.stockwright.vocabulary.Operator;
import dev.stockwright.vocabulary.WarehouseCode;
import java.util.Optional;
import java.util.Set;

/// Somebody to be added.
///
/// @param user the name they sign in with
/// @param name for screens
/// @param warehouses where they work; an admin needs none and has all
public record NewPerson(
    Operator user,
    String name,
    Role role,
    Set<WarehouseCode> warehouses,
    Optional<String> password,
    Optional<Badge> badge) {

  /// A badge with its PIN.
  public record Badge(String code, String pin) {
    @Override
    public String toString() {
      return "Badge[" + code + "]";
    }
  }

  public NewPerson {
    warehouses = Set.copyOf(warehouses);
  }

  @Override
  public String toString() {
    return "NewPerson[" + user + ", " + role + "]";
  }
}
