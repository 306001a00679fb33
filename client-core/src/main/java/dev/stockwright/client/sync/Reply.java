package dev.stockwright.client.sync;

import java.time.Duration;

/// What came of asking the server.
///
/// @param <T> what was asked for
public sealed interface Reply<T> {
  record Ok<T>(T value) implements Reply<T> {}

  /// It did not come; the reason is one of [Trouble].
  record Failed<T>(Trouble trouble) implements Reply<T> {}

  /// Why something did not come.
  sealed interface Trouble {}

  /// Nobody is signed in, or not any more.
  record SignInNeeded() implements Trouble {}

  /// The server is there and asks to wait.
  record Busy(Duration retryAfter) implements Trouble {}

  /// No answer that can be used: no connection, time over, an error of the server.
  record Unreachable(String detail) implements Trouble {}

  /// The server will not do this, however often it is asked.
  ///
  /// @param code the stable code of the problem
  /// @param sentence for people
  record Refused(int status, String code, String sentence) implements Trouble {}
}
