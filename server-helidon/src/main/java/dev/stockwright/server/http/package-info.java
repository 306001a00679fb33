/// The HTTP door: bytes in, an envelope or a question on; an answer or a problem out.
///
/// Knows: Helidon, JSON, sessions, rights, the desk's door, the questions. Must not know: rules,
/// the ledger's tables.
@NullMarked
package dev.stockwright.server.http;

import org.jspecify.annotations.NullMarked;
