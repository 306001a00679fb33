/// Tests.
@NullMarked
package dev.stockwright.server.http;

import org.jspecify.annotations.NullMarked;
