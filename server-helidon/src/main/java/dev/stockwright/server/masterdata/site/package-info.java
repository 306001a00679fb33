/// A whole site brought in at once: warehouses, places, products, barcodes, minimums, orders.
///
/// Knows: the master tables. Must not know: files, HTTP, the ledger, a rule.
@NullMarked
package dev.stockwright.server.masterdata.site;

import org.jspecify.annotations.NullMarked;
