package dev.stockwright.server.work;

import dev.stockwright.protocol.WorkCommand;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.stock.Decision;
import org.jooq.DSLContext;

/// Does the commands of one activity: reads its documents, asks its rules, writes its documents.
/// Stateless; called by the desk's writers.
///
/// @param <C> the activity's commands
public interface Clerk<C extends WorkCommand> {
  /// Names what must be locked before the command is judged, beyond the warehouses that it names
  /// itself: other warehouses, promises, products of which something is taken. Reads without a
  /// lock, so [#handle] must look again.
  default void prepare(C command, DSLContext sql, Needs needs) {
    // most commands stay within the warehouse that they name
  }

  /// Whether the command is judged in a [Sitting] together with others, and not by [#handle].
  default boolean together(C command) {
    return false;
  }

  /// Judges the command and does it, under the locks of its warehouses: nobody else changes
  /// anything of them meanwhile. Decides first and writes afterwards: once it has written through
  /// [Work#sql], it must not refuse.
  Decision handle(C command, Work work);
}
