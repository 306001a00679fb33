/// Scans on their way to the workflow: queued in order, none dropped silently.
///
/// Knows: scans and outcomes. Must not know: what a scan means, the network, screens.
@NullMarked
package dev.stockwright.client.scan;

import org.jspecify.annotations.NullMarked;
