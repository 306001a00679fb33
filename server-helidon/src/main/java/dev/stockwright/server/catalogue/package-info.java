/// Products, places and warehouses by their codes, kept in memory.
///
/// Knows: the master tables. Must not know: rules, HTTP.
@NullMarked
package dev.stockwright.server.catalogue;

import org.jspecify.annotations.NullMarked;
