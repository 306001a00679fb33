/// The one SQLite file of a device: opened, checked, versioned, written by one owner.
///
/// Knows: SQLite. Must not know: commands, stock, the network, screens.
@NullMarked
package dev.stockwright.client.store;

import org.jspecify.annotations.NullMarked;
