package dev.stockwright.simulator.walk;

import dev.stockwright.protocol.Answer;
import dev.stockwright.protocol.Command;
import dev.stockwright.vocabulary.Operator;
import java.util.Optional;
import java.util.function.Function;

/// A command that somebody gives, and what the model says to it.
///
/// @param effect what it does when it is accepted
/// @param author absent: whoever comes along
record Attempt(
    Command command,
    Function<Answer.Accepted, Effect> effect,
    Forecast forecast,
    Optional<Operator> author,
    boolean insisted) {
  /// Whether it will be accepted.
  enum Forecast {
    ACCEPTED,
    REFUSED,
    /// What is given already stands so, or it must be refused.
    UNCHANGED,
    /// That depends on what the model does not know.
    OPEN
  }

  /// Changes neither goods nor promises.
  static Attempt of(Command command) {
    return new Attempt(command, answer -> Effect.none(), Forecast.OPEN, Optional.empty(), false);
  }

  Attempt doing(Effect done) {
    return doing(answer -> done);
  }

  /// For what the answer names, such as a new handling unit.
  Attempt doing(Function<Answer.Accepted, Effect> done) {
    return new Attempt(command, done, forecast, author, insisted);
  }

  Attempt by(String person) {
    return new Attempt(command, effect, forecast, Optional.of(new Operator(person)), insisted);
  }

  /// It must be accepted.
  Attempt sure() {
    return forecast(Forecast.ACCEPTED);
  }

  /// It must be refused.
  Attempt wrong() {
    return forecast(Forecast.REFUSED);
  }

  /// It must change nothing: saving what stands already is no fault, whoever saw which version.
  Attempt idle() {
    return forecast(Forecast.UNCHANGED);
  }

  Attempt sureIf(boolean known) {
    return known ? sure() : this;
  }

  private Attempt forecast(Forecast said) {
    return new Attempt(command, effect, said, author, insisted);
  }
}
