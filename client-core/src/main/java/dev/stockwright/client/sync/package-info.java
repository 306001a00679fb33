/// The links to the server: commands up, events and master data down, for ever tried again.
///
/// Knows: HTTP, WebSocket, outbox and replica. Must not know: SQL, workflows, screens.
@NullMarked
package dev.stockwright.client.sync;

import org.jspecify.annotations.NullMarked;
