/// Who is there, how they prove it, and what they may do.
///
/// Knows: people, sessions, roles, warehouses. Must not know: HTTP, rules, the desk.
@NullMarked
package dev.stockwright.server.security;

import org.jspecify.annotations.NullMarked;
