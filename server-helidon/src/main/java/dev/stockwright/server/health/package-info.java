/// How the server is: alive, ready, and its figures.
///
/// Knows: the database's answer, the disk, counters. Must not know: HTTP, rules.
@NullMarked
package dev.stockwright.server.health;

import org.jspecify.annotations.NullMarked;
