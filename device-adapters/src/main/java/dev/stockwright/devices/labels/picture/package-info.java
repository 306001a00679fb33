/// Pictures of labels, made from the ZPL that a printer gets.
///
/// Knows: AWT and okapibarcode, which nothing else in this module sees, so that a build for hand
/// helds can leave the package out. Must not know: what a label says, templates, printers.
@NullMarked
package dev.stockwright.devices.labels.picture;

import org.jspecify.annotations.NullMarked;
