/// The devices of this desk: how each is, what it sent, and the wizard that sets a scanner up.
///
/// Knows: health, frames, test codes, profiles. Must not know: ports, files, orders, stock.
@NullMarked
package dev.stockwright.desktop.devices;

import org.jspecify.annotations.NullMarked;
