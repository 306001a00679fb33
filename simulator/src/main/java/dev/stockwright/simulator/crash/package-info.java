/// Killing processes under load, and counting what was lost or doubled.
///
/// Knows: how to start, kill and question a process that serves a desk. Must not know: the rules.
@NullMarked
package dev.stockwright.simulator.crash;

import org.jspecify.annotations.NullMarked;
