/// Tests.
@NullMarked
package dev.stockwright.server.config;

import org.jspecify.annotations.NullMarked;
