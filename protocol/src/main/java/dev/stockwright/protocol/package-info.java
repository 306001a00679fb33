/// The wire: what devices ask, what the server answers, what it tells everybody.
///
/// Knows: the shape of messages and their JSON. Must not know: storage, rules, sockets, screens.
@NullMarked
package dev.stockwright.protocol;

import org.jspecify.annotations.NullMarked;
