/// Taking goods in at the desk: queue, receipt, lines, scan feed.
///
/// Knows: what is shown and which action was asked for. Must not know: the outbox, the server, the
/// scanner.
@NullMarked
package dev.stockwright.desktop.receiving;

import org.jspecify.annotations.NullMarked;
