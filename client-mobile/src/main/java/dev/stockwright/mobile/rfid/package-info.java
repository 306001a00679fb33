/// The reader of RFID tags that the handheld reaches over the network.
///
/// Knows: readers, passes. Must not know: what a tag stands on, screens.
@NullMarked
package dev.stockwright.mobile.rfid;

import org.jspecify.annotations.NullMarked;
