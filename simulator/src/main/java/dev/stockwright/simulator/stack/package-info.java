/// The whole of Stockwright as it is shipped, for tests and benchmarks: a server process, a site
/// for it, clients of its HTTP and its stream, and what comes between them.
///
/// Knows: how the parts are started, reached, cut off and killed. Must not know: the rules of
/// stock.
@NullMarked
package dev.stockwright.simulator.stack;

import org.jspecify.annotations.NullMarked;
