/// The ledger beside a plain model of it: random histories, what each command must answer, and the
/// invariants that hold whatever happened.
///
/// Knows: commands, answers, the tables (to check them). Must not know: how the desk does it.
@NullMarked
package dev.stockwright.simulator.model;

import org.jspecify.annotations.NullMarked;
