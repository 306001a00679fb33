/// Lists of what is open in the warehouse, as tables: tasks, movements, variances of counts,
/// transfers, alerts.
///
/// Knows: rows in words. Must not know: how the server is asked, other screens.
@NullMarked
package dev.stockwright.desktop.lists;

import org.jspecify.annotations.NullMarked;
