/// `stockwright scanner`: trying a serial scanner out on a terminal or line by line.
///
/// Knows: the wizard, serial scanners, what is written to the terminal. Must not know: stock,
/// screens.
@NullMarked
package dev.stockwright.devices.tryout;

import org.jspecify.annotations.NullMarked;
