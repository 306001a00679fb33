/// The live stock of the warehouse: a table over pages, and the product beside it.
///
/// Knows: rows, pages and filters. Must not know: where the pages come from.
@NullMarked
package dev.stockwright.desktop.stock;

import org.jspecify.annotations.NullMarked;
