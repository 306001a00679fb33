/// Tests of the whole house: every kind of command, in random order.
@NullMarked
package dev.stockwright.simulator.walk;

import org.jspecify.annotations.NullMarked;
