package dev.stockwright.server.security;

import java.util.EnumSet;
import java.util.Set;

/// A part of the work, and whose it is.
public enum Duty {
  /// Handling goods.
  FLOOR(Role.WORKER, Role.RECEIVER, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATION),
  /// Saying how much there is, against what the books say. Counters do so by counting only.
  CORRECTING(Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATION),
  /// Deciding about orders, transfers, approvals and tolerances.
  DECIDING(Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATION),
  /// Running the system: people, master data, settings.
  RUNNING(Role.ADMIN, Role.INTEGRATION),
  /// Knowing how much there is. Who counts does not, so that they count what they see.
  SEEING_STOCK(Role.WORKER, Role.RECEIVER, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATION),
  /// Anybody who works here.
  WORKING(Role.WORKER, Role.RECEIVER, Role.COUNTER, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATION);

  private final Set<Role> roles;

  Duty(Role first, Role... others) {
    this.roles = EnumSet.of(first, others);
  }

  /// Does it belong to this role?
  public boolean includes(Role role) {
    return roles.contains(role);
  }
}
