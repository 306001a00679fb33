/// The device's copy of what it must know: stock, products, barcodes, places, purchase orders.
///
/// Knows: the store and the wire's messages. Must not know: the network, workflows, screens.
@NullMarked
package dev.stockwright.client.replica;

import org.jspecify.annotations.NullMarked;
