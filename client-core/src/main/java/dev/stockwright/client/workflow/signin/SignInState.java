package dev.stockwright.client.workflow.signin;

import java.time.Instant;
import java.util.Optional;

/// How far somebody is in saying who they are. Never written down: it holds a PIN.
public record SignInState(Phase phase) {
  /// A PIN has at least so many digits.
  public static final int PIN_LEAST = 6;

  /// No PIN that anybody types with gloves has more.
  public static final int PIN_MOST = 16;

  /// What is expected next.
  public sealed interface Phase {}

  /// A badge.
  public record Badge() implements Phase {}

  /// Whose badge it is.
  ///
  /// @param name of the person, where this device knows them
  /// @param length of the PIN, where this device knows it
  public record Who(String badge, Optional<String> name, Optional<Integer> length) {}

  /// The PIN of a badge.
  public record Pin(Who who, String digits) implements Phase {
    int whole() {
      return who.length().orElse(PIN_MOST);
    }

    @Override
    public String toString() {
      return "Pin[]";
    }
  }

  /// Badge and PIN are there; whoever holds the state asks whether they are right, and says what
  /// came of it.
  public record Complete(Who who, String pin) implements Phase {
    @Override
    public String toString() {
      return "Complete[]";
    }
  }

  /// Too many wrong tries for this badge.
  ///
  /// @param until absent: until somebody frees it
  public record Blocked(Who who, Optional<Instant> until) implements Phase {}

  /// The screen is covered; work is kept.
  ///
  /// @param name of who works with the device
  public record Covered(String badge, String name) implements Phase {}

  public static SignInState start() {
    return new SignInState(new Badge());
  }

  SignInState in(Phase next) {
    return new SignInState(next);
  }
}
