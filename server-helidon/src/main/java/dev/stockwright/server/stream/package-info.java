/// Live sessions: WebSocket connections that follow warehouses.
///
/// Knows: Helidon's WebSocket, the feed, frames of the protocol. Must not know: rules, SQL, tokens.
@NullMarked
package dev.stockwright.server.stream;

import org.jspecify.annotations.NullMarked;
