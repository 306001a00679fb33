/// The nouns of a warehouse: each is a value that cannot be born wrong.
///
/// Knows: the form of codes, quantities and scans. Must not know: JSON, SQL, threads, sockets,
// screens.
@NullMarked
package dev.stockwright.vocabulary;

import org.jspecify.annotations.NullMarked;
