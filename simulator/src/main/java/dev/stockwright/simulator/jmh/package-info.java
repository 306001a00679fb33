/// Microbenchmarks of the pure parts, one class each; `./stockwright bench jmh` runs them.
///
/// Knows: the part that it measures and its yardstick. Must not know: sockets, threads, databases.
@NullMarked
package dev.stockwright.simulator.jmh;

import org.jspecify.annotations.NullMarked;
