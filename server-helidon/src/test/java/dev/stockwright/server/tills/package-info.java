/// Tests.
@NullMarked
package dev.stockwright.server.tills;

import org.jspecify.annotations.NullMarked;
