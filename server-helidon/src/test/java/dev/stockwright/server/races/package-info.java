/// Pairs of people at one thing at the same moment, all activities over.
@NullMarked
package dev.stockwright.server.races;

import org.jspecify.annotations.NullMarked;
