/// Tests.
@NullMarked
package dev.stockwright.server.masterdata;

import org.jspecify.annotations.NullMarked;
