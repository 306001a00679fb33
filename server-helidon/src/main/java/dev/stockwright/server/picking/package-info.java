/// Picking: which goods are taken from where for which order, in which order they are walked to,
/// and
/// what happens when they are not there.
///
/// Knows: the transaction it works in, orders' tables, tasks. Must not know: packing, HTTP.
@NullMarked
package dev.stockwright.server.picking;

import org.jspecify.annotations.NullMarked;
