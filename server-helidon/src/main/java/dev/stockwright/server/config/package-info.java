/// What can be set, where it is read from, and what it means.
///
/// Knows: defaults, a file, the environment, arguments. Must not know: the parts that use it.
@NullMarked
package dev.stockwright.server.config;

import org.jspecify.annotations.NullMarked;
