package dev.stockwright.server.ledger;

import java.sql.SQLException;

/// The database refused or went away while a command was judged; the transaction begins again, or
/// its senders are told to send again.
public final class LedgerFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LedgerFailure(SQLException cause) {
    super(cause);
  }
}
