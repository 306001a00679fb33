/// Telling a scanner that types from a person who types, whatever has the focus.
///
/// Knows: key presses and their times. Must not know: what a code means.
@NullMarked
package dev.stockwright.fx.scanning;

import org.jspecify.annotations.NullMarked;
