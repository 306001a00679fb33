/// Whole shifts with handhelds against a real server: what people scan and press, what the server
/// has then, and what it has cost them.
@NullMarked
package dev.stockwright.simulator.shift;

import org.jspecify.annotations.NullMarked;
