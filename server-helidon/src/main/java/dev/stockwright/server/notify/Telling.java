package dev.stockwright.server.notify;

import java.time.Instant;

/// Something that happened to an alert, as it may be told.
///
/// @param event its row in the alert's history
/// @param what `opened`, `escalated`, ...
/// @param severity 1 critical, 2 warning, 3 notice
/// @param sentence what the alert says
record Telling(
    long event,
    String what,
    String number,
    String kind,
    int severity,
    int warehouseId,
    String warehouse,
    String sentence,
    String author,
    Instant at) {
  String severityWord() {
    return switch (severity) {
      case 1 -> "critical";
      case 2 -> "warning";
      default -> "notice";
    };
  }
}
