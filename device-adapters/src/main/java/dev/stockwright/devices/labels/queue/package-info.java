/// The print queue: labels that wait, in a folder, until a printer has them.
///
/// Knows: printers, a folder, threads. Must not know: what a label says, who may print what.
@NullMarked
package dev.stockwright.devices.labels.queue;

import org.jspecify.annotations.NullMarked;
