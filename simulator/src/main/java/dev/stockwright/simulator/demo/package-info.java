/// The whole house on one machine for somebody who wants to see it: PostgreSQL, server, a small
/// site, people, the floor app.
///
/// Knows: how the server is started, the HTTP contract, the files of the demo site. Must not know:
/// a rule, a table's columns, a screen.
@NullMarked
package dev.stockwright.simulator.demo;

import org.jspecify.annotations.NullMarked;
