@NullMarked
package dev.stockwright.server.receiving;

import org.jspecify.annotations.NullMarked;
