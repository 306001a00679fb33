/// Random walks through a warehouse with every command there is, beside a plain model of the goods
/// and promises, and what must hold in the tables whatever happened.
///
/// Knows: commands, answers, the tables (as somebody who looks at a screen, and to check them).
/// Must not know: how the desk and its clerks do it.
@NullMarked
package dev.stockwright.simulator.walk;

import org.jspecify.annotations.NullMarked;
