package dev.stockwright.server.masterdata.site;

import dev.stockwright.db.Database;

/// Brings a [Site] in: what is new is added, what is known under the same code is put right, and
/// nothing is taken away. One transaction, so all of it or nothing; the same site again changes
/// nothing. Stock, receipts and promises are never touched.
///
/// Takes the locks of the levels whose minimum changes, in the desk's order, so it may run beside
/// it. A running server learns of new master data when its catalogue is read again.
public final class SiteImport {
  private final Database database;

  public SiteImport(Database database) {
    this.database = database;
  }

  /// @return how many rows were added or changed
  /// @throws SiteUnfit when something refers to what is nowhere, or a barcode, an order or a line
  ///     already stands for something else
  public long load(Site site) {
    return database
        .changing()
        .transactionResult(configuration -> new SiteRows(configuration.dsl()).write(site));
  }
}
