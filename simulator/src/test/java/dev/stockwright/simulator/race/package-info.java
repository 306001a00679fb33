/// Tests of the whole house: many threads at one key of the desk.
@NullMarked
package dev.stockwright.simulator.race;

import org.jspecify.annotations.NullMarked;
