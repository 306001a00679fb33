package dev.stockwright.client.sync;

/// The state of the links and the counts beside it.
///
/// @param unsent commands without an answer
/// @param refused commands that wait for a person
public record SyncStatus(SyncState state, int unsent, int refused) {
  /// The server can be asked now; false means that what is captured will be reported late.
  public boolean online() {
    return switch (state) {
      case SyncState.Live live -> true;
      case SyncState.Sending sending -> true;
      case SyncState.NeedsYou needsYou -> true;
      case SyncState.Stuck stuck -> true;
      case SyncState.Offline offline -> false;
      case SyncState.SignInNeeded signIn -> false;
    };
  }
}
