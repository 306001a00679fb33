/// Tests.
@NullMarked
package dev.stockwright.server.masterdata.csv;

import org.jspecify.annotations.NullMarked;
