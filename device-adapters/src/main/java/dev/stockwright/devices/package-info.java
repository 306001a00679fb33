/// Scanners as the rest of the house sees them: sources of scans with a health.
///
/// Knows: the nouns of `vocabulary`, bytes, threads. Must not know: stock, orders, commands, the
/// wire, screens.
@NullMarked
package dev.stockwright.devices;

import org.jspecify.annotations.NullMarked;
