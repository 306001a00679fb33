/// Tests.
@NullMarked
package dev.stockwright.server.queries;

import org.jspecify.annotations.NullMarked;
