/// Tests of the harness itself: what cannot fail proves nothing.
@NullMarked
package dev.stockwright.simulator.stack;

import org.jspecify.annotations.NullMarked;
