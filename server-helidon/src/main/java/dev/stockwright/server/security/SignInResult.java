package dev.stockwright.server.security;

import java.time.Duration;
import java.time.Instant;

/// What came of a sign-in.
public sealed interface SignInResult {
  /// They are in.
  ///
  /// @param token opaque, 256 random bits; only its hash is stored
  record SignedIn(String token, Instant expiresAt, Principal principal) implements SignInResult {}

  /// Unknown person or wrong secret; the two look the same.
  record Wrong() implements SignInResult {}

  /// Too many wrong tries.
  record Locked(Duration retryAfter) implements SignInResult {}

  /// Too many sign-ins at this moment.
  record Busy() implements SignInResult {}
}
