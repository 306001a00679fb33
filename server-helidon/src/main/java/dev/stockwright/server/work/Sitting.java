package dev.stockwright.server.work;

import dev.stockwright.protocol.WorkCommand;
import dev.stockwright.server.ledger.Needs;
import dev.stockwright.server.ledger.Sheaf;
import dev.stockwright.server.stock.Decision;

/// Commands of one activity that are judged together, under the same locks: their documents are
/// read at once before the first of them, changed in memory by one command after the other, and
/// written at once after the last. So hundreds cost few statements more than one. Of the stock they
/// see only what [Work#stock] says. Owned by the transaction's thread, for one part of it.
///
/// @param <C> the activity's commands
public interface Sitting<C extends WorkCommand> {
  /// Says what must be locked and read before this command is judged.
  void prepare(C command, Needs needs);

  /// Judges the command and does it in memory. A refusal changes nothing.
  Decision handle(C command, Work work);

  /// Writes what has changed.
  void write(Sheaf sheaf);
}
