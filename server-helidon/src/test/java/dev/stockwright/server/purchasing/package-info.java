@NullMarked
package dev.stockwright.server.purchasing;

import org.jspecify.annotations.NullMarked;
