@NullMarked
package dev.stockwright.server.putaway;

import org.jspecify.annotations.NullMarked;
