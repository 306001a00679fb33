/// Tests of picking.
@NullMarked
package dev.stockwright.server.picking;

import org.jspecify.annotations.NullMarked;
