/// A site to try things on: its warehouses, places and products as rows, and a desk over them.
///
/// Knows: the tables of a site, how to open a desk. Must not know: what is tried there.
@NullMarked
package dev.stockwright.simulator.site;

import org.jspecify.annotations.NullMarked;
