/// Adds people to the house.
///
/// Knows: the tables of people, how secrets are hashed. Must not know: HTTP, rules, the desk.
@NullMarked
package dev.stockwright.server.masterdata;

import org.jspecify.annotations.NullMarked;
