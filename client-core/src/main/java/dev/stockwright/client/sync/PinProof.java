package dev.stockwright.client.sync;

/// How a supervisor shows at the device of somebody else who they are. Never printed.
public sealed interface PinProof permits Credentials.Badge, PinProof.User {
  /// A user name instead of the badge, typed at a desk.
  record User(String user, String pin) implements PinProof {
    @Override
    public String toString() {
      return "PIN of " + user;
    }
  }
}
