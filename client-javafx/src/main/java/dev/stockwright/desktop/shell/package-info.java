/// The frame around the screens: rail, top bar, status bar, keys, help.
///
/// Knows: the screens by their interface. Must not know: what they do.
@NullMarked
package dev.stockwright.desktop.shell;

import org.jspecify.annotations.NullMarked;
