/// Alerts: when one is raised and when it is over, and what people do with it.
///
/// Knows: the stock's view, tables. Must not know: Helidon, a thread, who is told of an alert.
@NullMarked
package dev.stockwright.server.alerts;

import org.jspecify.annotations.NullMarked;
