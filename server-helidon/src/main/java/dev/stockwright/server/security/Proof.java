package dev.stockwright.server.security;

/// What came of a badge and its PIN that were shown for one decision only.
public sealed interface Proof {
  /// It is them, as they are now.
  record Proved(Principal person) implements Proof {}

  /// As when somebody fails to sign in; never [SignInResult.SignedIn].
  record Failed(SignInResult why) implements Proof {}
}
