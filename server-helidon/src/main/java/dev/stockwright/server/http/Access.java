package dev.stockwright.server.http;

/// Who may come to a route at all.
enum Access {
  /// Anybody.
  OPEN,
  /// Who has signed in.
  SIGNED_IN,
  /// Who runs the server: this machine, or somebody with the right to see metrics.
  OPERATIONS
}
