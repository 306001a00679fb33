/// What every workflow has in common: a sighting in, a turn out, an outcome for the worker.
///
/// Knows: values and commands. Must not know: I/O, clocks, threads, screens.
@NullMarked
package dev.stockwright.client.workflow;

import org.jspecify.annotations.NullMarked;
