/// The benchmarks: how fast the house is, beside the design of the documents it started from.
///
/// Knows: the desk's door, the HTTP and stream contract. Must not know: how the server does it.
@NullMarked
package dev.stockwright.simulator.bench;

import org.jspecify.annotations.NullMarked;
