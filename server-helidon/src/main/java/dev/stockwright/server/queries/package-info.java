/// The questions that can be asked of the books; nothing here changes anything.
///
/// Knows: the tables, jOOQ, pages. Must not know: HTTP, rules, the desk.
@NullMarked
package dev.stockwright.server.queries;

import org.jspecify.annotations.NullMarked;
