package dev.stockwright.mobile.platform;

import java.nio.file.Path;

/// Where the app keeps what is its own: the journal, the replica, who signed in.
@FunctionalInterface
public interface PrivateStorage {
  /// Exists and can be written.
  Path folder();
}
