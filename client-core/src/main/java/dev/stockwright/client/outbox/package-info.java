/// Commands that this device has said yes to, kept on disk until the server has answered.
///
/// Knows: the store and the wire's messages. Must not know: the network, workflows, screens.
@NullMarked
package dev.stockwright.client.outbox;

import org.jspecify.annotations.NullMarked;
