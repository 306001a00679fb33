/// The picking board: all orders that are still here, how far each is, and what a shift leader does
/// about it.
///
/// Knows: orders in figures and words. Must not know: how the server is asked, other screens.
@NullMarked
package dev.stockwright.desktop.picking;

import org.jspecify.annotations.NullMarked;
