/// Tests of the whole house: how it is written and which module knows which.
@NullMarked
package dev.stockwright.simulator.house;

import org.jspecify.annotations.NullMarked;
