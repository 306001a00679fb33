/// Where every activity begins: scan anything.
///
/// Knows: what other workflows know. Must not know: a clock, a disk, a network, a screen.
@NullMarked
package dev.stockwright.client.workflow.home;

import org.jspecify.annotations.NullMarked;
