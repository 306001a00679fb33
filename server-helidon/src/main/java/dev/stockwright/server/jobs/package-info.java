/// What is done at its time without anybody asking, by one server at a time.
///
/// Knows: when what is due, and which command or part does it. Must not know: how it is done.
@NullMarked
package dev.stockwright.server.jobs;

import org.jspecify.annotations.NullMarked;
