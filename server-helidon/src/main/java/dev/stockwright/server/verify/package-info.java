/// `stockwright verify-ledger`: the books checked from outside.
///
/// Knows: settings, the ledger's verifier. Must not know: HTTP, rules.
@NullMarked
package dev.stockwright.server.verify;

import org.jspecify.annotations.NullMarked;
