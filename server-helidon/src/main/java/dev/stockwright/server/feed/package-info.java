/// The numbered events of every warehouse on their way to whoever follows them: from the writers'
/// commits and from the database, in order, without a gap.
///
/// Knows: the event tables, numbers, encoded frames. Must not know: rules, HTTP, sessions, sockets.
@NullMarked
package dev.stockwright.server.feed;

import org.jspecify.annotations.NullMarked;
