/// A reader of RFID tags, as a device without a screen sees it.
///
/// Knows: tags, how loud they are, how a pass goes. Must not know: a reader's protocol, the
/// network, screens.
@NullMarked
package dev.stockwright.client.rfid;

import org.jspecify.annotations.NullMarked;
