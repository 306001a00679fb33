/// What a device knows about products, places and purchase orders, as plain values.
///
/// Knows: the nouns. Must not know: where they are kept, the network, screens.
@NullMarked
package dev.stockwright.client.known;

import org.jspecify.annotations.NullMarked;
