/// Tests.
@NullMarked
package dev.stockwright.server.security;

import org.jspecify.annotations.NullMarked;
