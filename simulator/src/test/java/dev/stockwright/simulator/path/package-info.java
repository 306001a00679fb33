/// The straight path through everything that is shipped, and what may stand in its way: a cut line,
/// a killed device, a slow screen, a database that is away.
@NullMarked
package dev.stockwright.simulator.path;

import org.jspecify.annotations.NullMarked;
