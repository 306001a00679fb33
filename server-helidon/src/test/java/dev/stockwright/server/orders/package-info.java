/// Tests.
@NullMarked
package dev.stockwright.server.orders;

import org.jspecify.annotations.NullMarked;
