/// Master data in files of comma separated values: looked at first, then brought in; and taken out.
///
/// Knows: the sheets, the tables of imports. Must not know: HTTP, the desk.
@NullMarked
package dev.stockwright.server.masterdata.csv;

import org.jspecify.annotations.NullMarked;
