/// Who works with the device now.
///
/// Knows: what other workflows know. Must not know: a clock, a disk, a network, a screen.
@NullMarked
package dev.stockwright.client.workflow.signin;

import org.jspecify.annotations.NullMarked;
