/// Tests.
@NullMarked
package dev.stockwright.server.masterdata.sheet;

import org.jspecify.annotations.NullMarked;
